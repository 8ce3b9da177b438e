using System.Globalization;
using Governance.Ballots;
using Governance.Processes;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Governance.Web.Ui.Process;
using State = Governance.Web.Ui.Process.StationState;
using Route = Governance.Processes.Route;

namespace Governance.Web.Pages.Proposals;

/// <summary>The way of a case for people: as a picture and as its equal in words.</summary>
public sealed class RouteWords(TextCatalog texts, ProposalWords words)
{
    /// <summary>Boxes and arrows.</summary>
    public ProcessPicture Picture(Route route) => new(
        [.. route.Stations.Select(station => new ProcessNode(
            station.Station.ActivityId, Label(station), Sublabel(station), StateOf(station), station.Station.Column, station.Station.Row))],
        [.. route.Ways.Select(way => new ProcessEdge(way.From, way.To))]);

    /// <summary>The same as a list: what is done in its order, then what runs, what comes and what may come.</summary>
    public IReadOnlyList<Ui.Process.Station> Stations(Route route) =>
    [
        .. route.Stations.OrderBy(StateOf).ThenBy(station => station.At ?? DateTime.MaxValue)
            .Select(station => new Ui.Process.Station(Label(station), StateOf(station), Note(station), Day(station), When(station))),
    ];

    /// <summary>How many of the stations that are certain are done.</summary>
    public string Progress(Route route) => texts["Proposals.Route.Progress",
        route.Stations.Count(station => StateOf(station) == State.Done), route.Stations.Count(station => StateOf(station) != State.Possible)];

    /// <summary>A ballot and its result in a line.</summary>
    public string Ballot(StationBallot ballot)
    {
        var body = ballot.Body.In(CultureInfo.CurrentUICulture);
        if (ballot.Outcome is null)
            return texts[$"Proposals.Ballot.{(ballot.Status == BallotStatus.Closed ? "Closed" : "Runs")}", body];
        var result = texts["Proposals.Ballot.Result", body, ProposalWords.Outcome(ballot.Outcome)];
        return ballot.Yes is null && ballot.No is null ? result : result + texts["Proposals.Ballot.Counts", ballot.Yes ?? 0, ballot.No ?? 0, ballot.Abstained ?? 0];
    }

    private static string Label(RouteStation station) => station.Station.Label.In(CultureInfo.CurrentUICulture);

    private static State StateOf(RouteStation station) => Enum.Parse<State>(station.State.ToString());

    private string? Sublabel(RouteStation station) => StateOf(station) switch
    {
        State.Done => station.Answer?.In(CultureInfo.CurrentUICulture) ?? (station.At is { } at ? Dates.Short(Berlin.Day(at)) : null),
        State.Current when station.DueAt is { } due => texts["Proposals.Route.Due", Dates.Short(Berlin.Day(due.AddTicks(-1)))],
        _ => null,
    };

    private static DateOnly? Day(RouteStation station) => station.At is { } at ? Berlin.Day(at) : station.DueAt is { } due ? Berlin.Day(due.AddTicks(-1)) : null;

    private string? When(RouteStation station) =>
        station.At is null && station.DueAt is { } due ? texts["Proposals.Route.Due", Dates.Short(Berlin.Day(due.AddTicks(-1)))] : null;

    private string? Note(RouteStation station)
    {
        var answer = station.Answer?.In(CultureInfo.CurrentUICulture);
        var parts = new List<string>();
        if (station.By is not null)
            parts.Add(answer is null ? station.By : $"{station.By}: {answer}");
        if (!string.IsNullOrWhiteSpace(station.Comment))
            parts.Add(texts["Proposals.Quote", station.Comment]);
        parts.AddRange(station.Ballots.Select(Ballot));
        if (station.Waits.Select(words.Waiting).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } waits)
            parts.Add(texts["Proposals.Route.Waits", string.Join(", ", waits)]);
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }
}
