using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>An amount of money. Zero is muted, never blank; an unknown amount is a dash with a word for screen readers.</summary>
[HtmlTargetElement("ui-money")]
public sealed class MoneyDisplay(Texts.TextCatalog texts) : Component
{
    /// <summary>The amount in euro cents; null is "not known".</summary>
    public long? Cents { get; set; }

    /// <summary>Without the euro sign, where the head of the column says "in €".</summary>
    public bool Bare { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Cents switch
    {
        null => Markup.El("span", "num soft", Markup.El("span", null, "–").With("aria-hidden", "true"), Markup.Spoken(texts["Ui.Unknown"])),
        0 => Markup.El("span", "num soft nowrap", Words(0)),
        { } cents => Markup.El("span", "num nowrap", Words(cents))
    };

    private string Words(long cents) => Bare ? Euro.Number(cents) : Euro.Format(cents);
}
