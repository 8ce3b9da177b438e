using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>A part of a page with a heading of level 2, named by it.</summary>
[HtmlTargetElement("ui-section")]
public sealed class Section : Component
{
    /// <summary>The heading.</summary>
    public string Title { get; set; } = "";

    /// <summary>Id of the heading, so that links can lead here; made from the title when left out.</summary>
    public string? HeadingId { get; set; }

    /// <summary>Number beside the heading.</summary>
    public int? Count { get; set; }

    /// <summary>Small words at the other end of the heading's line.</summary>
    public string? Note { get; set; }

    /// <summary>Address behind the note.</summary>
    public string? NoteHref { get; set; }

    /// <summary>In a box.</summary>
    public bool Panel { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var id = HeadingId ?? Fields.FieldId.Of("s-" + Title.ToLowerInvariant());
        var heading = Markup.El("h2", null, Title, Count is null ? null : " ", Page.Counted.Of(Count)).With("id", id);
        var note = string.IsNullOrEmpty(Note) ? null : Markup.El("p", null,
            NoteHref is null ? (object)Note : Markup.El("a", null, Note).With("href", NoteHref));
        return Markup.El("section", Panel ? "panel" : "section", Markup.El("div", "section__head", heading, note), content)
            .With("aria-labelledby", id);
    }
}

/// <summary>Says what would be here and why it is not, or the next step.</summary>
[HtmlTargetElement("ui-empty")]
public sealed class Empty : Component
{
    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("p", "empty", content);
}
