using Governance.Workflows;

namespace Governance.Processes;

/// <summary>What the engine finds in a definition, and what only the product can know: activities that Elsa has and that are not executed
/// here, roles and bodies that there are not.</summary>
public static class DefinitionCheck
{
    /// <summary>All problems, in the order of the activities.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="bodies">The codes of the city's bodies, or null where they are not known: then it is not asked whether there are those it names.</param>
    public static IReadOnlyList<DefinitionProblem> Of(WorkflowDefinition definition, IReadOnlySet<string>? bodies = null) =>
        [.. DefinitionValidator.Validate(definition).Concat(NotExecuted(definition)).Concat(MissingReferences.Find(definition, bodies)).OrderBy(problem => definition.Find(problem.ActivityId)?.Index ?? -1)];

    private static IEnumerable<DefinitionProblem> NotExecuted(WorkflowDefinition definition) =>
        definition.Nodes.Where(node => node.Descriptor is { IsHosted: true } && ActivityRegistry.Find(node.Type) is null && !IsLocal(node))
            .Select(node => new DefinitionProblem("not-executed", ProblemSeverity.Error, node.Id, node.Type == "Elsa.PublishEvent"
                ? "a case can send an event to itself only; isLocalEvent true would be right."
                : $"{node.Type} runs in workflows run only, not in a case; another activity would be right."));

    // An event to the case itself needs nobody.
    private static bool IsLocal(ActivityNode node) =>
        node.Type == "Elsa.PublishEvent" && node.Inputs.GetValueOrDefault("isLocalEvent") is { Type: "Literal" } local && local.Text.Equals("true", StringComparison.OrdinalIgnoreCase);
}
