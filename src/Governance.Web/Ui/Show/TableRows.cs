using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>A part of a table: knows the table it stands in.</summary>
public abstract class TablePart : Component
{
    /// <summary>The table.</summary>
    protected TableParts Table { get; private set; } = null!;

    /// <inheritdoc />
    protected override void Prepare(TagHelperContext context) => Table = (TableParts)context.Items[typeof(TableParts)];
}

/// <summary>Says a column of the table, before the first row.</summary>
[HtmlTargetElement("ui-column")]
public sealed class Column : TablePart
{
    /// <summary>Its head, and on a phone the label of its cells.</summary>
    public string Label { get; set; } = "";

    /// <summary>Figures, to the right.</summary>
    public bool Numeric { get; set; }

    /// <summary>Buttons or links: no visible head, no label.</summary>
    public bool Action { get; set; }

    /// <summary>Class that sets a width: <c>c-amount</c>, <c>c-due</c>, <c>c-act</c>, <c>c-year</c>, <c>c-name</c>.</summary>
    public string? Width { get; set; }

    /// <summary>Address of the table sorted by this column.</summary>
    public string? SortHref { get; set; }

    /// <summary><c>ascending</c> or <c>descending</c> when the table is sorted by it.</summary>
    public string? Sorted { get; set; }

    /// <inheritdoc />
    protected override TagBuilder? Render(IHtmlContent content)
    {
        Table.Columns.Add(new TableColumn(Label, Numeric, Action, Width, SortHref, Sorted));
        return null;
    }
}

/// <summary>A row.</summary>
[HtmlTargetElement("ui-row")]
public sealed class Row : TablePart
{
    /// <summary><c>total</c> for a row of sums at the end, <c>group</c> for a heading across, <c>mid</c> for rows of inputs.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc />
    protected override void Prepare(TagHelperContext context)
    {
        base.Prepare(context);
        Table.Cell = 0;
    }

    /// <inheritdoc />
    protected override TagBuilder? Render(IHtmlContent content)
    {
        (Kind == "total" ? Table.Foot : Table.Body).Add(Kind == "group" ? Group(content) : Markup.El("tr", Kind, content));
        return null;
    }

    private TagBuilder Group(IHtmlContent content) => Markup.El("tr", "group", Markup.El("th", "kern-table__cell", content)
        .With("scope", "colgroup").With("colspan", Table.Columns.Count.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>A cell. The first of a row names the row.</summary>
[HtmlTargetElement("ui-cell")]
public sealed class Cell : TablePart
{
    /// <summary>On a phone over the whole width.</summary>
    public bool Span { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var position = Table.Cell++;
        var column = position < Table.Columns.Count
            ? Table.Columns[position] : throw new InvalidOperationException("The row has more cells than the table has columns.");
        var css = column switch
        {
            { Action: true } => "kern-table__cell kern-table__cell--action span",
            { Numeric: true } => "kern-table__cell kern-table__cell--numeric", _ => "kern-table__cell"
        };
        if (Span) css += " span";
        // Really empty, without white space: on a phone an empty cell goes away.
        var blank = content is TagHelperContent { IsEmptyOrWhiteSpace: true };
        return position == 0
            ? Markup.El("th", css, content).With("scope", "row")
            : Markup.El("td", css, blank ? null : content).With("data-label", column.Action || blank ? null : column.Label);
    }
}
