using System.Text.RegularExpressions;

namespace Governance.Workflows;

/// <summary>Which activities' outputs some script of the definition reads. Others need not be kept.</summary>
internal sealed partial record OutputReaders(bool All, IReadOnlySet<string> Names, bool LastResult)
{
    public static OutputReaders Of(IEnumerable<string> scripts)
    {
        var (all, last) = (false, false);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var script in scripts)
        {
            last |= script.Contains("getLastResult", StringComparison.Ordinal);
            foreach (Match match in AccessorPattern().Matches(script)) names.Add(match.Groups["name"].Value);
            foreach (Match match in CallPattern().Matches(script))
            {
                if (match.Groups["name"].Success) names.Add(match.Groups["name"].Value);
                else all = true;
            }
        }
        return new(all, names, last);
    }

    /// <summary>Tells whether the outputs of this activity are read, by id, name or accessor. Scripts of a workflow that is
    /// used as an activity name the ids without its prefix.</summary>
    public bool Reads(ActivityNode node) => All || Names.Contains(node.Id) || Names.Contains(Identifier.Pascal(node.Id))
        || (node.Name is { } name && (Names.Contains(name) || Names.Contains(Identifier.Pascal(name))))
        || Names.Any(id => node.Id.EndsWith(":" + id, StringComparison.Ordinal));

    [GeneratedRegex("""getOutputFrom(\s*\(\s*["'`](?<name>[^"'`]*)["'`])?""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CallPattern();

    [GeneratedRegex("""\bget\w+?From(?<name>\w+)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex AccessorPattern();
}
