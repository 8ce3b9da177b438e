using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>An amount of money. The property is a <c>long</c> of cents marked <see cref="EuroAttribute"/>.</summary>
[HtmlTargetElement("ui-field-money")]
public sealed class MoneyField(TextCatalog texts) : InputField(texts)
{
    /// <summary>Cents, where no property is at hand.</summary>
    public long? Cents { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Control(IHtmlContent content)
    {
        var cents = Cents ?? (For?.Model as long?);
        return Markup.Empty("input", ControlClass() + " amount end num").With("type", "text").With("inputmode", "decimal")
            .With("autocomplete", "off").With("value", Typed(FieldName) ?? (cents is { } known ? Euro.Number(known) : null));
    }

    /// <inheritdoc />
    protected override TagBuilder Around(TagBuilder element) => Affix.After(element, "€");
}
