using System.Globalization;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Literals that are none of the input's type. At run time Elsa takes the type's default instead, which nobody meant.</summary>
internal static class MismatchedLiterals
{
    private static readonly HashSet<string> Types = new(
        ["Boolean", "Int16", "Int32", "Int64", "Double", "Single", "Decimal", "DateTime", "DateTimeOffset", "DateOnly", "TimeSpan", "Guid"], StringComparer.Ordinal);

    public static IEnumerable<Finding> Find(WorkflowDefinition definition) =>
        from node in definition.Nodes
        where node.Descriptor is not null
        from input in node.Descriptor!.Inputs
        let expression = node.Inputs.GetValueOrDefault(input.Name)
        where expression is { Type: "Literal", Value: not null }
        let right = WhatWouldBeRight(expression.Value!, input, node.Descriptor!.BuiltIn)
        where right is not null
        select new Finding(node.Id, $"{expression.Value!.ToJsonString()} is no value for {input.Name}; {right} would be right.");

    private static string? WhatWouldBeRight(JsonNode value, ActivityInput input, bool isBuiltIn)
    {
        var type = input.TypeName.TrimEnd('?');
        // How the designer leaves an input empty.
        if (Values.Text(value) is "") return null;
        if (input.Choices.Count > 0)
        {
            // Elsa's own are told apart by case, the product's are bound without it; both also by number.
            var known = input.Choices.Contains(Values.Text(value), isBuiltIn ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
            return known || int.TryParse(Values.Text(value), CultureInfo.InvariantCulture, out _) ? null : string.Join(", ", input.Choices);
        }
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
