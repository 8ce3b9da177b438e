using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Process;

/// <summary>A station of the way, in words.</summary>
/// <param name="Label">What happens there.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Note">Who, with which outcome.</param>
/// <param name="Day">The day it happened or is due.</param>
/// <param name="When">Words for the day: "bis 07.12.2026"; left out, the date.</param>
public sealed record Station(string Label, StationState State, string? Note = null, DateOnly? Day = null, string? When = null)
{
    /// <summary>Why the case came here, in sentences.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>The way of a case as a list: the equal of the diagram, and alone on a phone.</summary>
[HtmlTargetElement("ui-stations")]
public sealed class Stations(TextCatalog texts) : Component
{
    /// <summary>The stations in order.</summary>
    public IReadOnlyList<Station> Items { get; set; } = [];

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) =>
        Markup.El("ol", "route").With("role", "list").AddAll(Items.Select(Item));

    private TagBuilder Item(Station station)
    {
        var css = station.State switch
        {
            StationState.Done => "is-done", StationState.Current => "is-now", StationState.Ahead => "is-ahead", _ => "is-maybe"
        };
        var when = station.When ?? (station.Day is { } day ? Dates.Short(day) : null);
        return Markup.El("li", css, Markup.Spoken(texts["Ui.Station.Spoken", texts[$"Ui.Station.{station.State}"]]),
                Markup.El("b", null, station.Label),
                when is null ? null : Markup.El("time", null, when).With("datetime", station.Day is { } iso ? Dates.Iso(iso) : null),
                station.Note is null ? null : Markup.El("span", "meta", station.Note))
            .AddAll(station.Reasons.Select(reason => Markup.El("span", "meta", reason)))
            .With("aria-current", station.State == StationState.Current ? "step" : null);
    }
}
