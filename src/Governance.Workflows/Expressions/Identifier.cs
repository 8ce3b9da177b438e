using System.Text.RegularExpressions;

namespace Governance.Workflows;

/// <summary>Names of variables as scripts see them.</summary>
internal static partial class Identifier
{
    /// <summary>current-value → CurrentValue: what follows get and set.</summary>
    public static string Pascal(string name) => WordStart().Replace(name, m => m.Groups["letter"].Value.ToUpperInvariant());

    public static bool IsValid(string name) => ValidName().IsMatch(name);

    [GeneratedRegex("([ _-]+|^)(?<letter>[a-zA-Z])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex WordStart();

    [GeneratedRegex(@"^[\p{L}_$][\p{L}\p{N}_$]*$", RegexOptions.None, 10_000)]
    private static partial Regex ValidName();
}
