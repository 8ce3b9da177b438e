using System.Text.Json.Nodes;
using Governance.Texts;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>A definition as people see it: the activities that carry a label, and the ways between them. What lies between (joins,
/// variables, silent status changes) is passed through.</summary>
/// <param name="Stations">In the order of the definition.</param>
/// <param name="Ways">From station to station, each once; <see cref="Way.IsMain"/> for the first way out of a station.</param>
public sealed record ProcessMap(IReadOnlyList<Station> Stations, IReadOnlyList<Way> Ways)
{
    // They only lead to what people would call a step.
    private static readonly HashSet<string> Junctions = new(["Elsa.Start", "Elsa.FlowFork", "Elsa.FlowJoin"], StringComparer.Ordinal);

    /// <summary>The map of the flowchart or sequence at the root of a definition; empty when its root is something else. A definition without any label, as
    /// an editor makes it, shows all its activities; one without places is laid out by <see cref="StationLayout"/>.</summary>
    public static ProcessMap Of(WorkflowDefinition definition)
    {
        var root = definition.Root;
        var labelled = root.Children.Where(node => LabelOf(node) is not null).ToList();
        var shown = labelled.Count > 0 ? labelled : [.. root.Children.Where(node => !Junctions.Contains(node.Type))];
        var labels = shown.ToDictionary(node => node.Id, node => NameOf(definition, node.Id), StringComparer.Ordinal);
        var next = Connections(root).GroupBy(way => way.From, StringComparer.Ordinal).ToDictionary(source => source.Key, source => source.Select(way => way.To).ToList(), StringComparer.Ordinal);
        if (next.Count == 0)
            return new([], []);
        List<Way> ways = [.. shown.SelectMany(node => WaysFrom(node.Id, next, labels))];
        var places = shown.TrueForAll(node => node.Layout is not null) ? Drawn(shown) : StationLayout.Of([.. shown.Select(node => node.Id)], ways);
        return new(
            [
                .. shown.Select(node => new Station(node.Id, labels[node.Id], places[node.Id].Column, places[node.Id].Row)
                {
                    OnlyIfNeeded = node.CustomProperties?["onlyIfNeeded"]?.GetValueKind() == System.Text.Json.JsonValueKind.True,
                }),
            ],
            ways);
    }

    private static IEnumerable<(string From, string To)> Connections(ActivityNode root) => root.Type == "Elsa.Sequence"
        ? root.Children.Zip(root.Children.Skip(1), (one, other) => (one.Id, other.Id))
        : root.Connections.Select(connection => (connection.Source.Id, connection.Target.Id));

    // As the designer placed them, closed up.
    private static Dictionary<string, (int Column, int Row)> Drawn(IReadOnlyList<ActivityNode> nodes)
    {
        var (columns, rows) = (Ranks(nodes.Select(node => node.Layout!.X)), Ranks(nodes.Select(node => node.Layout!.Y)));
        return nodes.ToDictionary(node => node.Id, node => (columns[node.Layout!.X], rows[node.Layout!.Y]), StringComparer.Ordinal);
    }

    /// <summary>The stations that come if every way goes as hoped, from these on; without the given ones.</summary>
    public IReadOnlySet<string> AheadOf(IEnumerable<string> current) =>
        From(current, [.. Ways.Where(way => way.IsMain && !Stations.Any(station => station.ActivityId == way.To && station.OnlyIfNeeded))]);

    /// <summary>The stations that can still come, whichever way is taken from these; none once nothing is waited for.</summary>
    public IReadOnlySet<string> ReachableFrom(IEnumerable<string> current) => From(current, Ways);

    private static HashSet<string> From(IEnumerable<string> current, IReadOnlyList<Way> ways)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(current);
        var starts = queue.ToHashSet(StringComparer.Ordinal);
        while (queue.TryDequeue(out var station))
            foreach (var way in ways.Where(way => way.From == station))
                if (!starts.Contains(way.To) && seen.Add(way.To))
                    queue.Enqueue(way.To);
        return seen;
    }

    private static List<Way> WaysFrom(string station, Dictionary<string, List<string>> next, Dictionary<string, LocalText> labels)
    {
        var found = new List<Way>();
        var first = next.GetValueOrDefault(station) ?? [];
        for (var branch = 0; branch < first.Count; branch++)
            foreach (var target in Reach(first[branch], next, labels))
                if (target != station && !found.Exists(way => way.To == target))
                    found.Add(new Way(station, target, branch == 0));
        return found;
    }

    private static IEnumerable<string> Reach(string from, Dictionary<string, List<string>> next, Dictionary<string, LocalText> labels)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<string>([from]);
        while (stack.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            if (labels.ContainsKey(node))
                yield return node;
            else
                foreach (var target in Enumerable.Reverse(next.GetValueOrDefault(node) ?? []))
                    stack.Push(target);
        }
    }

    private static Dictionary<double, int> Ranks(IEnumerable<double> values) =>
        values.Distinct().Order().Select((value, rank) => (value, rank)).ToDictionary(pair => pair.value, pair => pair.rank);

    /// <summary>What people call an activity: its label, else the words in its box, else its id.</summary>
    internal static LocalText NameOf(WorkflowDefinition definition, string activity) =>
        definition.Find(activity) is { } node ? LabelOf(node) ?? new(node.DisplayText, node.DisplayText) : new(activity, activity);

    /// <summary>The label of an activity, or null when it is no station.</summary>
    internal static LocalText? LabelOf(ActivityNode node) => TextOf(node.CustomProperties?["label"]);

    /// <summary>A text of a definition in both languages, or null when it is none.</summary>
    internal static LocalText? TextOf(JsonNode? text) => text is JsonObject both ? new LocalText((string?)both["de"] ?? "", (string?)both["en"] ?? "") : null;
}

/// <summary>An activity with a label, and its place in the picture.</summary>
public sealed record Station(string ActivityId, LocalText Label, int Column, int Row)
{
    /// <summary>True for one that a case sees only when it has to (a correction, an opinion that not every proposal needs): the
    /// definition says so with <c>customProperties.onlyIfNeeded</c>.</summary>
    public bool OnlyIfNeeded { get; init; }
}

/// <summary>A way from one station to another.</summary>
public sealed record Way(string From, string To, bool IsMain);
