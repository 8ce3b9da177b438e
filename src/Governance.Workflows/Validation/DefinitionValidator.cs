namespace Governance.Workflows;

/// <summary>Finds what can be known of a definition before an instance runs. Needs only the definition and its catalog.</summary>
public static class DefinitionValidator
{
    private delegate IEnumerable<Finding> Check(WorkflowDefinition definition);

    private static readonly (string Name, ProblemSeverity Severity, Check Find)[] Table =
    [
        ("unknown-activity", ProblemSeverity.Error, UnknownActivities.Find),
        ("unreadable-expression", ProblemSeverity.Error, UnreadableExpressions.Find),
        ("mismatched-literal", ProblemSeverity.Error, MismatchedLiterals.Find),
        ("unknown-variable", ProblemSeverity.Error, UnknownVariables.Find),
        ("unset-variable", ProblemSeverity.Warning, UnsetVariables.Find),
        ("hidden-variable", ProblemSeverity.Warning, HiddenVariables.Find),
        ("unknown-outcome", ProblemSeverity.Error, Outcomes.Unknown),
        ("unconnected-outcome", ProblemSeverity.Error, Outcomes.UnconnectedOfHost),
        ("unconnected-branch", ProblemSeverity.Warning, Outcomes.UnconnectedOfEngine),
        ("wrong-loop", ProblemSeverity.Error, Loops.Wrong),
        ("break-outside-loop", ProblemSeverity.Error, Loops.BreakOutside),
        ("never-ends", ProblemSeverity.Error, Loops.Endless),
        ("loop-without-wait", ProblemSeverity.Warning, Loops.WithoutWait),
        ("unreachable", ProblemSeverity.Warning, UnreachableActivities.Find),
        ("unusable-trigger", ProblemSeverity.Error, StartTrigger.Unusable),
        ("starving-join", ProblemSeverity.Warning, StarvingJoins.Find),
    ];

    /// <summary>The names of all checks and what their findings mean.</summary>
    public static IReadOnlyList<(string Name, ProblemSeverity Severity)> Checks { get; } = [.. Table.Select(check => (check.Name, check.Severity))];

    /// <summary>All problems, in the order of the activities.</summary>
    public static IReadOnlyList<DefinitionProblem> Validate(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return
        [
            .. Table.SelectMany(check => check.Find(definition).Select(found => new DefinitionProblem(check.Name, check.Severity, found.ActivityId, found.Text)))
                .OrderBy(problem => definition.Find(problem.ActivityId)?.Index ?? -1),
        ];
    }
}
