using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>One line of text.</summary>
[HtmlTargetElement("ui-field-text")]
public sealed class TextField(TextCatalog texts) : InputField(texts)
{
    /// <summary>Value, where no property is at hand.</summary>
    public string? Value { get; set; }

    /// <summary><c>text</c>, <c>email</c>, <c>tel</c>, <c>url</c> or <c>password</c>.</summary>
    public string Type { get; set; } = "text";

    /// <inheritdoc />
    protected override TagBuilder Control(IHtmlContent content)
    {
        var input = Markup.Empty("input", ControlClass()).With("type", Type);
        // A password never goes back to the browser.
        return Type == "password" ? input : input.With("value", Typed(FieldName) ?? Value ?? Stored);
    }
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("ui-field-area")]
public sealed class AreaField(TextCatalog texts) : InputField(texts)
{
    /// <summary>Value, where no property is at hand.</summary>
    public string? Value { get; set; }

    /// <summary>Visible lines.</summary>
    public int Rows { get; set; } = 5;

    /// <inheritdoc />
    protected override TagBuilder Control(IHtmlContent content) =>
        // HTML drops the first line break of a textarea: a typed one would be lost.
        Markup.El("textarea", ControlClass(), "\n" + (Typed(FieldName) ?? Value ?? Stored))
            .With("rows", Rows.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A whole or decimal number, typed as in German: <c>12,5</c>.</summary>
[HtmlTargetElement("ui-field-number")]
public sealed class NumberField(TextCatalog texts) : InputField(texts)
{
    /// <summary>Value, where no property is at hand.</summary>
    public decimal? Value { get; set; }

    /// <summary>Unit after the field: "Tage", "%".</summary>
    public string? Unit { get; set; }

    /// <summary>Whether decimals make sense; decides on the keyboard of a phone.</summary>
    public bool Decimals { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Control(IHtmlContent content) => Markup.Empty("input", ControlClass() + " amount")
        .With("type", "text").With("inputmode", Decimals ? "decimal" : "numeric").With("autocomplete", "off")
        .With("value", Typed(FieldName) ?? Value?.ToString(CultureInfo.CurrentCulture) ?? Stored);

    /// <inheritdoc />
    protected override TagBuilder Around(TagBuilder element) => Affix.After(element, Unit);
}
