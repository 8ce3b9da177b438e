using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>An icon of KERN. It never speaks alone: a word stands beside it, or <c>label</c> says it.</summary>
[HtmlTargetElement("ui-icon")]
public sealed class Icon : Component
{
    /// <summary>KERN's name: <c>danger</c>, <c>calendar-today</c>, <c>download</c>, …</summary>
    public string Name { get; set; } = "";

    /// <summary>16 instead of 24 px.</summary>
    public bool Small { get; set; }

    /// <summary>What it says, when no word stands beside it.</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Label is null
        ? Of(Name, Small)
        : Markup.El("span", null, Of(Name, Small), Markup.Spoken(Label));

    /// <summary>The icon for code that builds HTML.</summary>
    public static TagBuilder Of(string name, bool small = false) =>
        Markup.El("span", $"kern-icon kern-icon--{name}{(small ? " kern-icon--small" : "")}").With("aria-hidden", "true");
}
