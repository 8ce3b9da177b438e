using System.Globalization;
using Governance.Ballots;
using Governance.Processes;
using Governance.Texts;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Governance.Web.Ui.Process;
using State = Governance.Web.Ui.Process.StationState;
using Route = Governance.Processes.Route;

namespace Governance.Web.Pages.Proposals;

/// <summary>The way of a case for people: as a picture and as its equal in words.</summary>
public sealed class RouteWords(TextCatalog texts, ProposalWords words)
{
    /// <summary>Boxes and arrows of what <see cref="RouteView"/> leaves.</summary>
    public ProcessPicture Picture(Route route)
    {
        var (stations, ways) = RouteView.Of(route);
        var columns = stations.Select(station => station.Station.Column).Distinct().Order().ToList();
        var rows = stations.Select(station => station.Station.Row).Distinct().Order().ToList();
        return new(
            [.. stations.Select(station => new ProcessNode(
                station.Station.ActivityId, Label(station), Sublabel(station), StateOf(station), columns.IndexOf(station.Station.Column), rows.IndexOf(station.Station.Row)))],
            [.. ways.Select(way => new ProcessEdge(way.From, way.To))]);
    }

    /// <summary>The stations as a list: what is done in its order, then what runs and what comes; what may come in one line, and nothing
    /// of what cannot come any more.</summary>
    /// <param name="route">The way.</param>
    /// <param name="withReasons">Whether each step that was taken says why.</param>
    public IReadOnlyList<Ui.Process.Station> Stations(Route route, bool withReasons = false)
    {
        var stations = Left(route).ToList();
        var possible = stations.Where(station => StateOf(station) == State.Possible).Select(Label).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. stations.Where(station => StateOf(station) != State.Possible).OrderBy(StateOf).ThenBy(station => station.Order)
                .Select(station => new Ui.Process.Station(Label(station), StateOf(station), Note(station), Day(station), When(station)) { Reasons = withReasons ? Reasons(station, route) : [] }),
            .. possible.Count == 0 ? Array.Empty<Ui.Process.Station>() : [new(texts["Proposals.Route.Otherwise"], State.Possible, string.Join(", ", possible))],
        ];
    }

    /// <summary>How many of the stations that are certain are done.</summary>
    public string Progress(Route route) => texts["Proposals.Route.Progress",
        Left(route).Count(station => StateOf(station) == State.Done), Left(route).Count(station => StateOf(station) != State.Possible)];

    /// <summary>A ballot and its result in a line.</summary>
    public string Ballot(StationBallot ballot)
    {
        var body = ballot.Body.In(CultureInfo.CurrentUICulture);
        if (ballot.Outcome is null)
            return texts[$"Proposals.Ballot.{(ballot.Status == BallotStatus.Closed ? "Closed" : "Runs")}", body];
        var result = texts["Proposals.Ballot.Result", body, ProposalWords.Outcome(ballot.Outcome)];
        return ballot.Yes is null && ballot.No is null ? result : result + texts["Proposals.Ballot.Counts", ballot.Yes ?? 0, ballot.No ?? 0, ballot.Abstained ?? 0];
    }

    /// <summary>What there is to say of another case: who is asked, until when, and how its ballots went.</summary>
    public IReadOnlyList<string> Facts(OtherCase other)
    {
        var waits = other.Waits.Select(words.Waiting).OfType<string>().Concat(other.People).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. other.Ballots.Select(Ballot),
            .. waits.Count == 0 ? Array.Empty<string>() : [texts["Proposals.Route.Waits", string.Join(", ", waits)]],
            .. other.DueAt is { } due ? [texts["Proposals.Route.Due", Dates.Short(Berlin.Day(due.AddTicks(-1)))]] : Array.Empty<string>(),
        ];
    }

    // Of the authority table who decides, and why; the rest stands beside the list.
    private static IReadOnlyList<string> Reasons(RouteStation station, Route route) =>
        [.. station.Why.Concat(station.IsRouting && station.Why.Count > 0 ? ReasonJson.ReadAll(route.Reason).Take(1) : []).Select(reason => reason.Render(CultureInfo.CurrentUICulture))];

    private static IEnumerable<RouteStation> Left(Route route) => route.Stations.Where(station => station.State != Governance.Processes.StationState.NotTaken);

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
