using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>
/// A day in three small fields, the way it can be typed without mistakes. The property is a <c>DateOnly</c>; the fields send
/// <c>Name.Day</c>, <c>Name.Month</c>, <c>Name.Year</c>.
/// </summary>
[HtmlTargetElement("ui-field-date")]
public sealed class DateField(TextCatalog texts) : Field(texts)
{
    /// <summary>Value, where no property is at hand.</summary>
    public DateOnly? Value { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var day = Value ?? (For?.Model as DateOnly?);
        var parts = Markup.El("div", "date-fields",
            Part(DayParts.Day, Texts["Ui.Date.Day"], 2, day?.ToString("dd", CultureInfo.InvariantCulture), Id),
            Part(DayParts.Month, Texts["Ui.Date.Month"], 2, day?.ToString("MM", CultureInfo.InvariantCulture), Id + "-month"),
            Part(DayParts.Year, Texts["Ui.Date.Year"], 4, day?.ToString("yyyy", CultureInfo.InvariantCulture), Id + "-year"));
        return Markup.El("fieldset", Wrong ? "kern-fieldset kern-fieldset--error" : "kern-fieldset",
                Markup.El("legend", "kern-label", LabelWords), HintLine,
                Markup.El("div", "kern-fieldset__body", parts), ErrorLine)
            .With("aria-describedby", DescribedBy);
    }

    private TagBuilder Part(string suffix, string label, int width, string? stored, string id)
    {
        var name = $"{FieldName}.{suffix}";
        var css = $"kern-form-input__input kern-form-input__input--width-{width}{(Wrong ? " kern-form-input__input--error" : "")}";
        return Markup.El("div", "kern-form-input",
            Markup.El("label", "kern-label", label).With("for", id),
            Markup.Empty("input", css).With("type", "text").With("inputmode", "numeric").With("autocomplete", "off")
                .With("maxlength", width.ToString(CultureInfo.InvariantCulture)).With("id", id).With("name", name)
                .With("aria-invalid", Wrong ? "true" : null).With("value", Typed(name) ?? stored));
    }
}
