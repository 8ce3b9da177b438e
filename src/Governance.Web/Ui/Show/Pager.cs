using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>Pages of a list. Shows nothing when there is one page only.</summary>
[HtmlTargetElement("ui-pager")]
public sealed class Pager(TextCatalog texts) : Component
{
    /// <summary>The page that is shown, from 1.</summary>
    public int Current { get; set; } = 1;

    /// <summary>The last page.</summary>
    public int Last { get; set; } = 1;

    /// <summary>Address with <c>{0}</c> for the number: <c>?q=rad&amp;page={0}</c>.</summary>
    public string Href { get; set; } = "?page={0}";

    /// <inheritdoc />
    protected override TagBuilder? Render(IHtmlContent content)
    {
        if (Last <= 1) return null;
        var list = Markup.El("ul").With("role", "list");
        if (Current > 1) list.Add(Link(Current - 1, texts["Ui.Pager.Back"]));
        var before = 0;
        foreach (var page in Near())
        {
            if (page > before + 1) list.Add(Markup.El("li", "pager__gap", "…").With("aria-hidden", "true"));
            list.Add(Link(page, page.ToString("N0", CultureInfo.CurrentCulture), page == Current));
            before = page;
        }

        if (Current < Last) list.Add(Link(Current + 1, texts["Ui.Pager.Next"]));
        return Markup.El("nav", "pager mt-3", list).With("aria-label", texts["Ui.Pager"]);
    }

    private IEnumerable<int> Near() =>
        Enumerable.Range(1, Last).Where(page => page == 1 || page == Last || Math.Abs(page - Current) <= 1);

    private TagBuilder Link(int page, string words, bool current = false) => Markup.El("li", null, Markup.El("a", null, words)
        .With("href", string.Format(CultureInfo.InvariantCulture, Href, page)).With("aria-current", current ? "page" : null));
}
