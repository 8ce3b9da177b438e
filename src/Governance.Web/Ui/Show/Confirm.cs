using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>The last step before something that cannot be taken back. Stands in a form of its own page; the content is the consequence.</summary>
[HtmlTargetElement("ui-confirm")]
public sealed class Confirm(TextCatalog texts) : Component
{
    /// <summary>The heading: "Antrag zurückziehen?".</summary>
    public string Title { get; set; } = "";

    /// <summary>Words of the button: what it does, never "OK".</summary>
    public string Action { get; set; } = "";

    /// <summary>The way back.</summary>
    public string CancelHref { get; set; } = "";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var id = Fields.FieldId.Of("c-" + Title.ToLowerInvariant());
        return Markup.El("section", "panel confirm",
                Markup.El("h2", null, Title).With("id", id), Markup.El("div", "prose", content),
                Markup.El("div", "row",
                    Markup.El("button", "kern-btn kern-btn--primary", Markup.El("span", "kern-label", Action)).With("type", "submit"),
                    Markup.El("a", "kern-btn kern-btn--secondary", Markup.El("span", "kern-label", texts["Ui.Cancel"])).With("href", CancelHref)))
            .With("aria-labelledby", id);
    }
}
