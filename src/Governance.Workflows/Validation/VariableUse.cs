using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Governance.Workflows;

/// <summary>Where a definition's variables are written and read, as far as its text tells.</summary>
internal static partial class VariableUse
{
    /// <summary>Every variable of the workflow and of its containers.</summary>
    public static IEnumerable<VariableDefinition> Declared(WorkflowDefinition definition) =>
        definition.Variables.Concat(definition.Nodes.SelectMany(node => node.Variables));

    /// <summary>What an activity refers to by id or name beside its scripts: SetVariable, outputs, expressions of the type Variable.</summary>
    public static IEnumerable<(string Name, bool Writes)> References(ActivityNode node)
    {
        if (node.Type == "Elsa.SetVariable" && node.Property("variable") is JsonObject variable && Name(variable) is { } written) yield return (written, true);
        foreach (var target in node.Outputs.Values) yield return (target, true);
        foreach (var expression in Expressions(node).Where(e => e.Type == "Variable"))
        {
            if (Name(expression.Value) is { } read) yield return (read, false);
        }
    }

    public static IEnumerable<Expression> Expressions(ActivityNode node) => node.Inputs.Values.Concat(node.Cases.Select(c => c.Condition));

    /// <summary>The scripts and templates of the activity.</summary>
    public static IEnumerable<string> Scripts(ActivityNode node) =>
        Expressions(node).Where(e => e.Type is "JavaScript" or "Liquid" || node.Type == "Elsa.RunJavaScript").Select(e => e.Text);

    /// <summary>Names that scripts and templates of the activity write or read.</summary>
    public static IEnumerable<(string Name, bool Writes)> InScripts(ActivityNode node)
    {
        foreach (var text in Scripts(node))
        {
            foreach (Match match in Uses().Matches(text))
                yield return (match.Groups["name"].Value, match.Groups["set"].Success || match.Groups["assigns"].Success);
        }
    }

    private static string? Name(JsonNode? reference) => reference is JsonObject o ? Values.Text(o["id"]) ?? Values.Text(o["name"]) : Values.Text(reference);

    [GeneratedRegex("""(?<set>\bsetVariable\(\s*|\bset(?=[A-Z]))?(\bgetVariable\(\s*|\bget(?=[A-Z])|\b[Vv]ariables(\.|\[))?["'`]?(?<name>[\p{L}_][\w]*)["'`]?\]?(?<assigns>\s*=(?!=))?""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Uses();
}
