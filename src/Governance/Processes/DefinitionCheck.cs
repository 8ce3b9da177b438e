using Governance.Workflows;

namespace Governance.Processes;

/// <summary>What the engine finds in a definition, and what only the product can know: activities that Elsa has and that are not executed
/// here, roles, bodies and workflows that there are not.</summary>
public static class DefinitionCheck
{
    /// <summary>The names of all checks.</summary>
    public static IEnumerable<string> Checks => DefinitionValidator.Checks.Select(check => check.Name).Concat(["not-executed", "not-allowed", "no-proposal", "unusable-begin", "missing-reference"]);

    /// <summary>All problems, in the order of the activities.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="known">What there is in the city; null: it is not asked whether there is what it names.</param>
    public static IReadOnlyList<DefinitionProblem> Of(WorkflowDefinition definition, KnownNames? known = null) =>
        [.. DefinitionValidator.Validate(definition).Concat(NotExecuted(definition)).Concat(NoProposal(definition)).Concat(UnusableBegin(definition)).Concat(known?.Addresses is { } allowed ? NotAllowed(definition, allowed) : []).Concat(MissingReferences.Find(definition, known ?? KnownNames.Unknown)).OrderBy(problem => definition.Find(problem.ActivityId)?.Index ?? -1)];

    private static IEnumerable<DefinitionProblem> NotExecuted(WorkflowDefinition definition) =>
        definition.Nodes.Where(IsNotExecuted).Select(node => new DefinitionProblem("not-executed", ProblemSeverity.Error, node.Id, node.Type == RunTask
            ? (FormattableString)$"nobody outside completes tasks here, the case would wait for ever; Governance.RequestDecision would be right."
            : $"{node.Type} runs in workflows run only, not in a case; another activity would be right."));

    private static IEnumerable<DefinitionProblem> UnusableBegin(WorkflowDefinition definition) =>
        BeginForm.Problem(definition) is { } problem ? [new("unusable-begin", ProblemSeverity.Error, definition.Root.Id, problem)] : [];

    // What begins by an event is about what the case is about that sends it.
    private static IEnumerable<DefinitionProblem> NoProposal(WorkflowDefinition definition) =>
        StartTrigger.Of(definition, DateTimeOffset.UnixEpoch).Where(trigger => trigger.StimulusHash is null)
            .SelectMany(trigger => StartTrigger.Following(definition, trigger.ActivityId).Select(node => (trigger.ActivityId, Node: node)))
            .Where(step => ActivityRegistry.Find(step.Node.Type) is not null).DistinctBy(step => step.Node.Id)
            .Select(step => new DefinitionProblem("no-proposal", ProblemSeverity.Error, step.Node.Id, $"what begins by '{step.ActivityId}' is about no proposal, which {step.Node.Type} needs; Elsa.PublishEvent, for which the cases of proposals wait, would be right."));

    private static IEnumerable<DefinitionProblem> NotAllowed(WorkflowDefinition definition, AllowedAddresses allowed) =>
        from node in definition.Nodes
        where OtherSystems.Executes(node.Type) && node.Inputs.GetValueOrDefault("url") is { Type: "Literal" }
        let url = node.Inputs["url"].Text
        where !Uri.TryCreate(url, UriKind.Absolute, out var address) || !allowed.Allows(address)
        select new DefinitionProblem("not-allowed", ProblemSeverity.Error, node.Id, allowed.Prefixes.Count > 0
            ? (FormattableString)$"url is '{url}'; {string.Join(", ", allowed.Prefixes)} would be right." : $"url is '{url}'; an address that Governance__Workflows__AllowedAddresses allows would be right.");

    private const string RunTask = "Elsa.RunTask";

    private static bool IsNotExecuted(ActivityNode node) =>
        node.Type == RunTask || (node.Descriptor is { IsHosted: true } && ActivityRegistry.Find(node.Type) is null && !OtherCases.Executes(node.Type) && !OtherSystems.Executes(node.Type));
}
