using Governance.Texts;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>How a case came to a station: the stations that it left for it, and the decisions of the program in between. Found in the
/// journal and in the definition's connections alone, so that it holds for every definition and for cases of long ago.</summary>
/// <param name="Left">The stations left, each with its outcome; none for the first, several behind a join.</param>
/// <param name="Decisions">The decisions on the way, in their order.</param>
internal sealed record RouteCause(IReadOnlyList<(ActivityNode Station, string Outcome)> Left, IReadOnlyList<(ActivityNode Node, string Outcome)> Decisions)
{
    private const string Decision = "Elsa.FlowDecision";

    private static readonly RouteCause None = new([], []);

    /// <summary>The cause of the last arrival at each activity that the case came to.</summary>
    /// <param name="definition">The version that the case follows.</param>
    /// <param name="entries">The whole journal in its order.</param>
    public static IReadOnlyDictionary<string, RouteCause> Of(WorkflowDefinition definition, IEnumerable<JournalEntry> entries)
    {
        var ways = definition.Root.Connections.ToLookup(connection => connection.Target.Id, StringComparer.Ordinal);
        var stations = ProcessMap.Of(definition).Stations.Select(station => station.ActivityId).ToHashSet(StringComparer.Ordinal);
        var causes = new Dictionary<string, RouteCause>(StringComparer.Ordinal);
        var begun = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = new Dictionary<string, (int At, IReadOnlyList<string> Outcomes)>(StringComparer.Ordinal);
        var at = 0;
        foreach (var entry in entries)
        {
            at++;
            if (entry.Event == JournalEvent.Completed)
                left[entry.Activity] = (at, entry.Outcomes ?? ["Done"]);
            if (entry.Event != JournalEvent.Started)
                continue;

            // Whatever was left for it since it began last: one activity, or all that a join waited for.
            var since = begun.GetValueOrDefault(entry.Activity);
            var arrivals = ways[entry.Activity].Where(way => left.TryGetValue(way.Source.Id, out var end) && end.At > since && end.Outcomes.Contains(way.Port, StringComparer.Ordinal)).ToList();
            causes[entry.Activity] = arrivals.Select(way => Through(way, causes.GetValueOrDefault(way.Source.Id) ?? None, stations)).Aggregate(None, Both);
            begun[entry.Activity] = at;
        }

        return causes;
    }

    /// <summary>The decision in words: the definition's own (<c>customProperties.because</c>, by outcome), else its condition. With the facts that it can
    /// be checked by.</summary>
    public static Reason Explain(WorkflowDefinition definition, int number, ActivityNode decision, string outcome)
    {
        (string, object?)[] facts =
        [
            ("activity", decision.Id), ("outcome", outcome), ("condition", decision.Inputs.GetValueOrDefault("condition")?.Text ?? ""),
            ("definition", definition.DefinitionId), ("version", number),
        ];
        return ProcessMap.TextOf(decision.CustomProperties?["because"]?[outcome]) is { } words
            ? Reason.Of("route.decided", [.. facts, ("words", new Term("step", decision.Id) { Name = words })])
            : Reason.Of(outcome == "True" ? "route.condition-met" : "route.condition-not-met", facts);
    }

    private static RouteCause Through(Connection way, RouteCause before, HashSet<string> stations) =>
        stations.Contains(way.Source.Id) ? new([(way.Source, way.Port)], [])
        : way.Source.Type == Decision && IsTold(way) ? before with { Decisions = [.. before.Decisions, (way.Source, way.Port)] }
        : before;

    // A definition that has words for one outcome alone says that the other is not worth a sentence.
    private static bool IsTold(Connection way) => way.Source.CustomProperties?["because"] is not { } words || words[way.Port] is not null;

    private static RouteCause Both(RouteCause one, RouteCause other) =>
        new([.. one.Left.Union(other.Left)], [.. one.Decisions.Union(other.Decisions)]);
}
