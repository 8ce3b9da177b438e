namespace Governance.Processes;

/// <summary>Places for stations that nobody drew: in layers from left to right, as far from the beginning as their longest way is; ways back do not count.
/// In a layer from top to bottom, each as near as can be to where it is reached from. The same stations and ways always give the same places.</summary>
public static class StationLayout
{
    /// <summary>Column and row, each from 0, by station.</summary>
    /// <param name="stations">In the order of the definition.</param>
    /// <param name="ways">From station to station.</param>
    public static Dictionary<string, (int Column, int Row)> Of(IReadOnlyList<string> stations, IReadOnlyList<Way> ways)
    {
        var forward = Forward(stations, ways);
        var columns = Columns(stations, forward);
        var places = new Dictionary<string, (int Column, int Row)>(StringComparer.Ordinal);
        foreach (var layer in stations.GroupBy(station => columns[station]).OrderBy(layer => layer.Key))
        {
            // Where a station would like to be: in the middle of those before it; stable, so that equals keep the definition's order.
            var wished = layer.Select(station => (Station: station, Row: Wish(station, forward, places))).OrderBy(one => one.Row).ToList();
            var free = 0;
            foreach (var (station, row) in wished)
            {
                var at = Math.Max(free, (int)Math.Round(row, MidpointRounding.AwayFromZero));
                places[station] = (layer.Key, at);
                free = at + 1;
            }
        }

        return places;
    }

    private static double Wish(string station, ILookup<string, string> forward, Dictionary<string, (int Column, int Row)> places)
    {
        var before = places.Where(place => forward[place.Key].Contains(station, StringComparer.Ordinal)).Select(place => place.Value.Row).ToList();
        return before.Count == 0 ? 0 : before.Average();
    }

    // A way to a station that is just being walked through leads back.
    private static ILookup<string, string> Forward(IReadOnlyList<string> stations, IReadOnlyList<Way> ways)
    {
        var next = ways.ToLookup(way => way.From, way => way.To, StringComparer.Ordinal);
        var entered = ways.Select(way => way.To).ToHashSet(StringComparer.Ordinal);
        var (open, done, forward) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new List<(string From, string To)>());
        foreach (var start in stations.Where(station => !entered.Contains(station)).Concat(stations))
            Walk(start);
        return forward.ToLookup(way => way.From, way => way.To, StringComparer.Ordinal);

        void Walk(string start)
        {
            var path = new Stack<(string Station, Queue<string> Left)>();
            Enter(start);
            while (path.TryPeek(out var at))
            {
                if (!at.Left.TryDequeue(out var to))
                {
                    open.Remove(at.Station);
                    done.Add(at.Station);
                    path.Pop();
                }
                else if (!open.Contains(to))
                {
                    forward.Add((at.Station, to));
                    Enter(to);
                }
            }

            void Enter(string station)
            {
                if (done.Contains(station) || !open.Add(station))
                    return;
                path.Push((station, new(next[station])));
            }
        }
    }

    // The longest way from a beginning.
    private static Dictionary<string, int> Columns(IReadOnlyList<string> stations, ILookup<string, string> forward)
    {
        var columns = stations.ToDictionary(station => station, _ => 0, StringComparer.Ordinal);
        var missing = stations.ToDictionary(station => station, station => forward.Sum(from => from.Count(to => to == station)), StringComparer.Ordinal);
        var ready = new Queue<string>(stations.Where(station => missing[station] == 0));
        while (ready.TryDequeue(out var station))
            foreach (var to in forward[station])
            {
                columns[to] = Math.Max(columns[to], columns[station] + 1);
                if (--missing[to] == 0)
                    ready.Enqueue(to);
            }

        return columns;
    }
}
