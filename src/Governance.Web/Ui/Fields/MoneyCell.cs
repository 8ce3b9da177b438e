using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>An amount in a cell of a plan: no visible label, since row and column say it. For tables of class <c>plan</c>.</summary>
[HtmlTargetElement("ui-cell-money")]
public sealed class MoneyCell(TextCatalog texts) : Field(texts)
{
    /// <summary>Cents, where no property is at hand.</summary>
    public long? Cents { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var cents = Cents ?? (For?.Model as long?);
        return Markup.Empty("input").With("type", "text").With("inputmode", "decimal").With("autocomplete", "off")
            .With("id", Id).With("name", FieldName).With("aria-invalid", Wrong ? "true" : null)
            .With("aria-label", Mistake is null ? Label : $"{Label}. {Mistake}")
            .With("value", Typed(FieldName) ?? (cents is { } known ? Euro.Number(known) : null));
    }
}
