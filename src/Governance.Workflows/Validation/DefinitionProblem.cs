using System.Globalization;

namespace Governance.Workflows;

/// <summary>What is wrong in a definition and what would be right; found before it is published.</summary>
/// <param name="Check">The check that found it: <c>unknown-activity</c>.</param>
/// <param name="Severity">Whether it may be published nevertheless.</param>
/// <param name="ActivityId">Where.</param>
/// <param name="Text">A sentence for whoever writes the definition. Its format stands for it in other languages.</param>
public sealed record DefinitionProblem(string Check, ProblemSeverity Severity, string ActivityId, FormattableString Text)
{
    /// <summary>The sentence in English.</summary>
    public string Message => Text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a check has found.</summary>
/// <param name="ActivityId">Where.</param>
/// <param name="Text">See <see cref="DefinitionProblem.Text"/>.</param>
internal sealed record Finding(string ActivityId, FormattableString Text);

/// <summary>Whether a problem stops a definition from being published.</summary>
public enum ProblemSeverity
{
    /// <summary>Legal, and perhaps meant.</summary>
    Warning,

    /// <summary>An instance that came there would fail, stand still or go wrong.</summary>
    Error,
}
