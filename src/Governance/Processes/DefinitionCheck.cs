using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>What is wrong in a definition and what would be right; found before it is published.</summary>
public sealed record DefinitionProblem(string ActivityId, string Message);

/// <summary>Checks that need only the definition and the catalog: unknown types, scripts that do not parse, ports that an activity
/// does not have, outcomes that lead nowhere, ways back that are no loops. Outcomes that a definition names itself, as the answers of a
/// task, count like fixed ones.</summary>
public static class DefinitionCheck
{
    /// <summary>All problems, in the order of the activities.</summary>
    public static IEnumerable<DefinitionProblem> Of(WorkflowDefinition definition)
    {
        foreach (var node in definition.Nodes)
        {
            if (node.Descriptor is null)
                yield return new(node.Id, $"the activity type {node.Type} is unknown; see the catalog for those there are.");
            foreach (var (name, expression) in node.Inputs)
                if (expression.Error is { } error)
                    yield return new(node.Id, $"the {expression.Type} expression of {name} cannot be read: {error}");
            foreach (var problem in Ports(node))
                yield return problem;
            foreach (var back in node.WrongLoops)
                yield return new(back.Source.Id, $"the connection back to {back.Target.Id} is no loop, for some way from the start gets here without {back.Target.Id}; lead it to an activity that every way goes through.");
        }
    }

    private static IEnumerable<DefinitionProblem> Ports(ActivityNode flow)
    {
        foreach (var child in flow.Children.Where(child => child.Descriptor is not null))
        {
            if (OutcomesOf(child, out var problem) is not { } known)
            {
                if (problem is not null)
                    yield return new(child.Id, problem);
                continue;
            }

            var used = flow.Connections.Where(connection => connection.Source == child).Select(connection => connection.Port).ToHashSet(StringComparer.Ordinal);
            foreach (var twice in known.CountBy(port => port, StringComparer.Ordinal).Where(port => port.Value > 1))
                yield return new(child.Id, $"the outcome {twice.Key} stands twice in {Written(child.Descriptor!.OutcomesFrom)}; each once would be right.");
            foreach (var port in used.Where(port => !known.Contains(port, StringComparer.Ordinal)))
                yield return new(child.Id, $"there is no outcome {port}; {string.Join(", ", known)} would be right.");
            if (used.Count > 0 && child.Descriptor is { BuiltIn: false })
                foreach (var port in known.Where(port => !used.Contains(port)))
                    yield return new(child.Id, $"the outcome {port} leads nowhere; connect it.");
        }
    }

    // Null where any will do, where only a script knows, or where they cannot be read; then the problem says so.
    private static IReadOnlyList<string>? OutcomesOf(ActivityNode node, out string? problem)
    {
        problem = null;
        if (node.Descriptor!.OutcomesFrom is not { } input)
            return node.Descriptor.Outcomes.Count > 0 ? node.Descriptor.Outcomes : null;
        if (!node.Inputs.TryGetValue(input, out var expression) || expression.Type is not ("Object" or "Literal"))
            return null;
        if (Named(expression) is { Count: > 0 } named)
            return named;
        problem = $"no outcomes can be read from {Written(input)}; a list of objects with an outcome each would be right.";
        return null;
    }

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
