using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Outcomes of a Flowchart's activities against its connections. Outcomes that a definition names itself, as the answers of a task or
/// the cases of a switch, count like fixed ones.</summary>
internal static class Outcomes
{
    public static IEnumerable<Finding> Unknown(WorkflowDefinition definition)
    {
        foreach (var (chart, child) in Children(definition))
        {
            if (Of(child, out var problem) is not { } known)
            {
                if (problem is not null) yield return new(child.Id, problem);
                continue;
            }
            foreach (var twice in known.CountBy(port => port, StringComparer.Ordinal).Where(port => port.Value > 1))
                yield return new(child.Id, $"the outcome {twice.Key} stands twice in {Written(child.Descriptor!.OutcomesFrom)}; each once would be right.");
            foreach (var port in Used(chart, child).Where(port => !known.Contains(port, StringComparer.Ordinal)))
                yield return new(child.Id, $"there is no outcome {port}; {string.Join(", ", known)} would be right.");
        }
    }

    /// <summary>Of the product's activities: a case that got there would end without anybody having decided so.</summary>
    public static IEnumerable<Finding> UnconnectedOfHost(WorkflowDefinition definition) => Unconnected(definition, builtIn: false);

    /// <summary>Of the engine's: a branch that simply ends.</summary>
    public static IEnumerable<Finding> UnconnectedOfEngine(WorkflowDefinition definition) => Unconnected(definition, builtIn: true);

    /// <summary>What an activity may complete with; null where any will do, where only a script knows, or where they cannot be read:
    /// then the problem says so.</summary>
    public static IReadOnlyList<string>? Of(ActivityNode node, out FormattableString? problem)
    {
        problem = null;
        if (node.Type == "Elsa.FlowSwitch") return [.. node.Cases.Select(c => c.Label), "Default"];
        if (node.Type == "Elsa.FlowSendHttpRequest") return OfRequest(node);
        if (node.Descriptor!.OutcomesFrom is not { } input)
            return node.Descriptor.Outcomes.Count > 0 ? node.Descriptor.Outcomes : null;
        if (!node.Inputs.TryGetValue(input, out var expression) || expression.Type is not ("Object" or "Literal")) return null;
        if (Named(expression) is { Count: > 0 } named) return named;
        problem = $"no outcomes can be read from {Written(input)}; a list of objects with an outcome each would be right.";
        return null;
    }

    // Which codes a script expects is known at run time alone.
    private static List<string>? OfRequest(ActivityNode node)
    {
        var expected = node.Inputs.GetValueOrDefault("expectedStatusCodes");
        if (expected is not (null or { Type: "Literal" or "Object" })) return null;
        var codes = expected?.Value is { } written ? Activities.FlowSendHttpRequest.Codes(written).ToList() : [];
        return [.. codes, .. codes.Count > 0 ? new[] { Activities.FlowSendHttpRequest.Unmatched } : [], "Done", HttpAnswer.FailedToConnect, HttpAnswer.Timeout];
    }

    public static HashSet<string> Used(ActivityNode chart, ActivityNode child) =>
        chart.Connections.Where(connection => connection.Source == child).Select(connection => connection.Port).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Finding> Unconnected(WorkflowDefinition definition, bool builtIn) =>
        from pair in Children(definition)
        where pair.Child.Descriptor!.BuiltIn == builtIn && (!builtIn || pair.Child.Type is "Elsa.FlowDecision" or "Elsa.FlowSwitch")
        let used = Used(pair.Chart, pair.Child)
        where used.Count > 0
        from port in Of(pair.Child, out _)?.Distinct(StringComparer.Ordinal) ?? []
        where !used.Contains(port)
        select new Finding(pair.Child.Id, builtIn ? (FormattableString)$"the outcome {port} leads nowhere; connect it unless the way is to end here." : $"the outcome {port} leads nowhere; connect it.");

    private static IEnumerable<(ActivityNode Chart, ActivityNode Child)> Children(WorkflowDefinition definition) =>
        definition.Nodes.SelectMany(chart => chart.Children.Where(child => child.Descriptor is not null).Select(child => (chart, child)));

    // As a definition spells it.
    private static string? Written(string? input) => input is null ? null : JsonNamingPolicy.CamelCase.ConvertName(input);

    private static List<string>? Named(Expression expression)
    {
        try
        {
            var list = (expression.Value is JsonArray written ? written : JsonNode.Parse(expression.Text) as JsonArray)?.Select(item => (string?)(item as JsonObject)?["outcome"]).ToList();
            return list?.TrueForAll(outcome => !string.IsNullOrWhiteSpace(outcome)) == true ? [.. list.OfType<string>()] : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
