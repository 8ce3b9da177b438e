using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Charts;

/// <summary>Votes as a bar and as figures. Never green or red. A secret ballot that runs has no such bar.</summary>
[HtmlTargetElement("ui-votes")]
public sealed class Votes(TextCatalog texts) : Component
{
    /// <summary>Votes in favour.</summary>
    public int Yes { get; set; }

    /// <summary>Votes against.</summary>
    public int No { get; set; }

    /// <summary>Abstentions.</summary>
    public int Abstain { get; set; }

    /// <summary>Not given yet.</summary>
    public int Open { get; set; }

    /// <summary>Votes in favour that adoption takes, where the number is fixed: two thirds, all members. Marked in the bar.</summary>
    public int? Needed { get; set; }

    /// <summary>What the bar shows: "Zwischenstand", "Ergebnis".</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        (string Name, int Count, Fill Fill)[] parts =
        [
            (texts["Ui.Votes.Yes"], Yes, Fill.Solid), (texts["Ui.Votes.No"], No, Fill.Light),
            (texts["Ui.Votes.Abstain"], Abstain, Fill.Hatched), (texts["Ui.Votes.Open"], Open, Fill.Empty)
        ];
        var spoken = texts["Ui.Votes.Spoken", Label, Yes, No, Abstain, Open] + (Needed is null ? "" : texts["Ui.Votes.SpokenNeeded", Needed]);
        var svg = Markup.El("svg", "bar").With("role", "img").With("aria-label", spoken);
        decimal whole = Yes + No + Abstain + Open, start = 0;
        foreach (var part in parts.Where(part => part.Count > 0))
        {
            svg.Add(Svg.Rect(Svg.Percent(start, whole), "0", Svg.Percent(part.Count, whole), "28").Filled(part.Fill));
            start += part.Count;
        }

        if (Needed is { } needed) svg.Add(Svg.Mark(Svg.Percent(needed, whole), "-4", "32"));
        var tally = Markup.El("dl", "tally").AddAll(parts.Where(part => part.Count > 0 || part.Fill != Fill.Empty).Select(part =>
            Markup.El("div", null, Markup.El("dt", null, Fills.Key(part.Fill), part.Name),
                Markup.El("dd", null, part.Count.ToString(CultureInfo.CurrentCulture)))));
        return Markup.El("div", "votes", svg, tally);
    }
}
