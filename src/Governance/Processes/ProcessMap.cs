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
    /// <summary>The map of the flowchart at the root of a definition; empty when its root is something else.</summary>
    public static ProcessMap Of(WorkflowDefinition definition)
    {
        var root = definition.Root;
        if (root.Connections.Count == 0)
            return new([], []);
        var labels = root.Children.Select(node => (Node: node, Label: LabelOf(node))).Where(pair => pair.Label is not null).ToDictionary(pair => pair.Node.Id, pair => pair.Label!, StringComparer.Ordinal);
        var columns = Ranks(root.Children.Where(node => labels.ContainsKey(node.Id)).Select(node => node.Layout?.X ?? 0));
        var rows = Ranks(root.Children.Where(node => labels.ContainsKey(node.Id)).Select(node => node.Layout?.Y ?? 0));
        var stations = root.Children.Where(node => labels.ContainsKey(node.Id))
            .Select(node => new Station(node.Id, labels[node.Id], columns[node.Layout?.X ?? 0], rows[node.Layout?.Y ?? 0])
            {
                OnlyIfNeeded = node.CustomProperties?["onlyIfNeeded"]?.GetValueKind() == System.Text.Json.JsonValueKind.True,
            }).ToList();
        var next = root.Connections.GroupBy(connection => connection.Source.Id, StringComparer.Ordinal)
            .ToDictionary(source => source.Key, source => source.Select(connection => connection.Target.Id).ToList(), StringComparer.Ordinal);
        return new(stations, [.. stations.SelectMany(station => WaysFrom(station.ActivityId, next, labels))]);
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

    /// <summary>The label of an activity, or null when it is no station.</summary>
    /// <summary>What people call an activity: its label, else the words in its box, else its id.</summary>
    internal static LocalText NameOf(WorkflowDefinition definition, string activity) =>
        definition.Find(activity) is { } node ? LabelOf(node) ?? new(node.DisplayText, node.DisplayText) : new(activity, activity);

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
