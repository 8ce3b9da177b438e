using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>A notice across the page, with a way out where there is one.</summary>
[HtmlTargetElement("ui-banner")]
public sealed class Banner : Component
{
    /// <summary><c>info</c>, <c>good</c>, <c>warn</c> or <c>bad</c>.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>Read out when the page opens: for the outcome of what the user just did.</summary>
    public bool Live { get; set; }

    /// <summary>Address of the way out.</summary>
    public string? Href { get; set; }

    /// <summary>Words of the way out.</summary>
    public string? Action { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var css = Kind == "info" ? "banner" : $"banner banner--{Kind}";
        var icon = Kind switch { "good" => "success", "warn" => "warning", "bad" => "danger", _ => "info" };
        return Markup.El("div", css, Icon.Of(icon), Markup.El("p", null, content),
                string.IsNullOrEmpty(Href) ? null : Markup.El("a", null, Action).With("href", Href))
            .With("role", Live ? "status" : "note");
    }
}
