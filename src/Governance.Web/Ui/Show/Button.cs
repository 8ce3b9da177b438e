using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>A button, or with <c>href</c> a link that looks like one. At most one primary button a section.</summary>
[HtmlTargetElement("ui-button")]
public sealed class Button : Component
{
    /// <summary><c>primary</c>, <c>secondary</c> or <c>tertiary</c>.</summary>
    public string Kind { get; set; } = "secondary";

    /// <summary>44 instead of 48 px high: for tables and page heads.</summary>
    public bool Compact { get; set; }

    /// <summary>Address, for a link.</summary>
    public string? Href { get; set; }

    /// <summary>KERN icon before the words.</summary>
    public string? Icon { get; set; }

    /// <summary>What the words leave open, for screen readers: which row's "Lesen".</summary>
    public string? Context { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var css = $"kern-btn kern-btn--{Kind}{(Compact ? " kern-btn--compact" : "")}";
        // Not kern-sr-only: KERN takes a button that holds it for one without words.
        var label = Markup.El("span", "kern-label", content, Context is null ? null : Markup.El("span", "spoken", $": {Context}"));
        var button = Markup.El(Href is null ? "button" : "a", css, Icon is null ? null : Show.Icon.Of(Icon), label);
        return Href is null ? button.With("type", "submit") : button.With("href", Href);
    }
}
