using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Literals that are none of the input's type. At run time Elsa takes the type's default instead, which nobody meant.</summary>
internal static class MismatchedLiterals
{
    private static readonly HashSet<string> Types = new(
        ["Boolean", "Int16", "Int32", "Int64", "Double", "Single", "Decimal", "DateTime", "DateTimeOffset", "DateOnly", "TimeSpan", "Guid"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Choices = new(StringComparer.Ordinal)
    {
        ["FlowJoinMode"] = ["WaitAll", "WaitAllActive", "WaitAny"],
        ["SwitchMode"] = ["MatchFirst", "MatchAny"],
    };

    public static IEnumerable<(string ActivityId, string Message)> Find(WorkflowDefinition definition) =>
        from node in definition.Nodes
        where node.Descriptor is not null
        from input in node.Descriptor!.Inputs
        let expression = node.Inputs.GetValueOrDefault(input.Name)
        where expression is { Type: "Literal", Value: not null }
        let right = WhatWouldBeRight(expression.Value!, input.TypeName.TrimEnd('?'))
        where right is not null
        select (node.Id, $"{expression.Value!.ToJsonString()} is no value for {input.Name}; {right} would be right.");

    private static string? WhatWouldBeRight(JsonNode value, string type)
    {
        // How the designer leaves an input empty.
        if (Values.Text(value) is "") return null;
        if (Choices.TryGetValue(type, out var choices))
            return choices.Contains(Values.Text(value), StringComparer.Ordinal) || Values.IsNumber(value) ? null : string.Join(", ", choices);
        if (!Types.Contains(type)) return null;
        try
        {
            Conversion.Strict(value, type);
            return null;
        }
        catch (ConversionException)
        {
            return type;
        }
    }
}
