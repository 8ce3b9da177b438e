using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui;

/// <summary>Builds HTML and SVG elements in C#; every text is encoded.</summary>
public static class Markup
{
    /// <summary>An element with its class and children: strings are text, HTML content stays as it is, null is left out.</summary>
    public static TagBuilder El(string name, string? cssClass = null, params ReadOnlySpan<object?> children)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrEmpty(cssClass)) element.Attributes["class"] = cssClass;
        foreach (var child in children) element.Add(child);
        return element;
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null) element.Attributes[attribute] = value;
        return element;
    }

    /// <summary>Sets an attribute without a value, such as <c>checked</c>, when it applies.</summary>
    public static TagBuilder Flag(this TagBuilder element, string attribute, bool on) =>
        on ? element.With(attribute, "") : element;

    /// <summary>Appends a child; null is left out.</summary>
    public static TagBuilder Add(this TagBuilder element, object? child)
    {
        if (child is string text) element.InnerHtml.Append(text);
        else if (child is IHtmlContent html) element.InnerHtml.AppendHtml(html);
        else if (child is not null) throw new ArgumentException($"Neither text nor HTML: {child.GetType()}", nameof(child));
        return element;
    }

    /// <summary>Appends children made from items.</summary>
    public static TagBuilder AddAll(this TagBuilder element, IEnumerable<object?> children)
    {
        foreach (var child in children) element.Add(child);
        return element;
    }

    /// <summary>An element that has no content: <c>input</c>, <c>br</c>, or an SVG shape.</summary>
    public static TagBuilder Empty(string name, string? cssClass = null)
    {
        var element = El(name, cssClass);
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    /// <summary>Words for screen readers only.</summary>
    public static TagBuilder Spoken(string text) => El("span", "kern-sr-only", text);
}
