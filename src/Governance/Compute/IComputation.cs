using System.Globalization;

namespace Governance.Compute;

/// <summary>A rule that can be asked from the command line, one case or a file of cases.</summary>
public interface IComputation
{
    /// <summary>Names of the options that must be given.</summary>
    IReadOnlyList<string> Required { get; }

    /// <summary>Names of the options that may be given.</summary>
    IReadOnlyList<string> Optional { get; }

    /// <summary>The answer, or why the input is refused.</summary>
    Result<ComputeAnswer> Run(ComputeOptions options, CultureInfo culture);
}

/// <summary>An answer: the result and the sentences that say why.</summary>
public sealed record ComputeAnswer(string Result, IReadOnlyList<string> Why);
