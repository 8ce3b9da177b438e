using Governance.Processes;
using Route = Governance.Processes.Route;

namespace Governance.Web.Pages.Proposals;

/// <summary>What the picture of a way shows: steps that the program did by itself are passed over, and of what may come only what
/// follows directly on the present station. The list beside it names every station.</summary>
public static class RouteView
{
    /// <summary>The stations in their order, and the ways between them.</summary>
    public static (IReadOnlyList<RouteStation> Stations, IReadOnlyList<Way> Ways) Of(Route route)
    {
        var current = route.Stations.Where(station => station.State == StationState.Current).Select(station => station.Station.ActivityId).ToHashSet(StringComparer.Ordinal);
        var next = route.Ways.Where(way => current.Contains(way.From)).Select(way => way.To).ToHashSet(StringComparer.Ordinal);
        var first = route.Stations.Count == 0 ? "" : route.Stations[0].Station.ActivityId;
        var passed = route.Stations.Where(station => IsAutomatic(station) && station.Station.ActivityId != first).Select(station => station.Station.ActivityId).ToHashSet(StringComparer.Ordinal);
        var kept = route.Stations
            .Where(station => !passed.Contains(station.Station.ActivityId) && station.State switch
            {
                StationState.NotTaken => false,
                StationState.Possible => next.Contains(station.Station.ActivityId),
                _ => true,
            }).ToList();
        var places = kept.ToDictionary(station => station.Station.ActivityId, station => (station.Station.Column, station.State), StringComparer.Ordinal);
        var ways = from station in kept
                   from target in Reach(station.Station.ActivityId, route.Ways, passed).Distinct(StringComparer.Ordinal)
                   where places.TryGetValue(target, out var place) && place.Column > station.Station.Column
                       && (place.State != StationState.Possible || station.State == StationState.Current)
                   select new Way(station.Station.ActivityId, target, IsMain: true);
        return (kept, [.. ways]);
    }

    private static bool IsAutomatic(RouteStation station) => station is { State: StationState.Done, By: null, Ballots.Count: 0, IsOtherCase: false };

    private static IEnumerable<string> Reach(string from, IReadOnlyList<Way> ways, HashSet<string> passed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<string>(ways.Where(way => way.From == from).Select(way => way.To));
        while (stack.TryPop(out var station))
            if (!passed.Contains(station))
                yield return station;
            else if (seen.Add(station))
                foreach (var way in ways.Where(way => way.From == station))
                    stack.Push(way.To);
    }
}
