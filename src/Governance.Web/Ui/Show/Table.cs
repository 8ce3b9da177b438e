using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>
/// A table that becomes a list on a phone. Its columns are said once; every cell takes its label from them. Classes such as
/// <c>plan</c> go to the table.
/// </summary>
[HtmlTargetElement("ui-table")]
public sealed class Table : Component
{
    private readonly TableParts parts = new();
    private TagBuilder? table;

    /// <summary>What the table shows.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Caption for screen readers only, when a heading right above says it.</summary>
    public bool HideCaption { get; set; }

    /// <summary>Scrolls sideways instead of stacking: for wide tables of figures. The first column stays.</summary>
    public bool Scroll { get; set; }

    /// <inheritdoc />
    protected override void Prepare(TagHelperContext context) => context.Items[typeof(TableParts)] = parts;

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        table = Markup.El("table", Scroll ? "kern-table kern-table--small" : "kern-table kern-table--small stack",
            Markup.El("caption", HideCaption ? "kern-sr-only" : null, Caption));
        if (parts.Columns.Any(column => column.Width is not null))
            table.Add(Markup.El("colgroup").AddAll(parts.Columns.Select(column => Markup.Empty("col", column.Width))));
        table.Add(Markup.El("thead", null, Markup.El("tr").AddAll(parts.Columns.Select(column => column.Head()))));
        table.Add(Markup.El("tbody").AddAll(parts.Body));
        if (parts.Foot.Count > 0) table.Add(Markup.El("tfoot").AddAll(parts.Foot));
        return Scroll
            ? Markup.El("div", "scroll-x", table).With("tabindex", "0").With("role", "region").With("aria-label", Caption)
            : table;
    }

    /// <inheritdoc />
    protected override TagBuilder Marked(TagBuilder root) => table ?? root;
}

/// <summary>What the parts of a table leave for it.</summary>
public sealed class TableParts
{
    /// <summary>The columns in order.</summary>
    public List<TableColumn> Columns { get; } = [];

    /// <summary>The rows.</summary>
    public List<TagBuilder> Body { get; } = [];

    /// <summary>The rows of totals.</summary>
    public List<TagBuilder> Foot { get; } = [];

    /// <summary>Position of the next cell in the row that is being written.</summary>
    public int Cell { get; set; }
}

/// <summary>A column.</summary>
/// <param name="Label">Its head, and on a phone the label of its cells.</param>
/// <param name="Numeric">Figures, to the right.</param>
/// <param name="Action">A button or link: the head is for screen readers, the cell has no label.</param>
/// <param name="Width">Class that sets a width, such as <c>c-year</c>.</param>
/// <param name="SortHref">Address of the table sorted by this column.</param>
/// <param name="Sorted"><c>ascending</c> or <c>descending</c> when it is sorted by this column.</param>
public sealed record TableColumn(
    string Label, bool Numeric, bool Action, string? Width, string? SortHref, string? Sorted)
{
    /// <summary>The head cell.</summary>
    public TagBuilder Head()
    {
        object words = Action ? Markup.Spoken(Label)
            : SortHref is null ? Label : Markup.El("a", "sort", Label).With("href", SortHref);
        return Markup.El("th", Numeric ? "kern-table__header kern-table__header--numeric" : "kern-table__header", words)
            .With("scope", "col").With("aria-sort", Sorted);
    }
}
