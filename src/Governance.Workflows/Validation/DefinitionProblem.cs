namespace Governance.Workflows;

/// <summary>What is wrong in a definition and what would be right; found before it is published.</summary>
/// <param name="Check">The check that found it: <c>unknown-activity</c>.</param>
/// <param name="Severity">Whether it may be published nevertheless.</param>
/// <param name="ActivityId">Where.</param>
/// <param name="Message">A sentence for whoever writes the definition.</param>
public sealed record DefinitionProblem(string Check, ProblemSeverity Severity, string ActivityId, string Message);

/// <summary>Whether a problem stops a definition from being published.</summary>
public enum ProblemSeverity
{
    /// <summary>Legal, and perhaps meant.</summary>
    Warning,

    /// <summary>An instance that came there would fail, stand still or go wrong.</summary>
    Error,
}
