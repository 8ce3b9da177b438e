using System.Globalization;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>An amount in a cell of a plan: no visible label, since row and column say it. For tables of class <c>plan</c>.</summary>
[HtmlTargetElement("ui-cell-money")]
public sealed class MoneyCell(TextCatalog texts) : CellField(texts)
{
    /// <summary>Cents, where no property is at hand.</summary>
    public long? Cents { get; set; }

    /// <inheritdoc />
    protected override string? Shown => (Cents ?? (For?.Model as long?)) is { } known ? Euro.Number(known) : null;
}

/// <summary>A number with decimals in a cell of a plan: <c>0,5</c>.</summary>
[HtmlTargetElement("ui-cell-number")]
public sealed class NumberCell(TextCatalog texts) : CellField(texts)
{
    /// <summary>Value, where no property is at hand.</summary>
    public decimal? Value { get; set; }

    /// <inheritdoc />
    protected override string? Shown => (Value ?? (For?.Model as decimal?))?.ToString("0.##", CultureInfo.CurrentCulture);
}

/// <summary>A figure in a cell.</summary>
public abstract class CellField(TextCatalog texts) : Field(texts)
{
    /// <summary>The value as it is typed.</summary>
    protected abstract string? Shown { get; }

    /// <inheritdoc />
    protected sealed override TagBuilder Render(IHtmlContent content) =>
        Markup.Empty("input").With("type", "text").With("inputmode", "decimal").With("autocomplete", "off")
            .With("id", Id).With("name", FieldName).With("aria-invalid", Wrong ? "true" : null)
            .With("aria-label", Mistake is null ? Label : $"{Label}. {Mistake}")
            .With("value", Typed(FieldName) ?? Shown);
}
