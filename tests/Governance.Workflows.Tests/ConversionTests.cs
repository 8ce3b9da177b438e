using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>How values become those of a variable's type; a misfit is the type's default, as in Elsa.</summary>
public sealed class ConversionTests
{
    [Theory]
    [InlineData("Boolean", "\"TRUE\"", "True")]
    [InlineData("Boolean", "\"yes\"", "False")]
    [InlineData("Boolean", "2", "True")]
    [InlineData("Boolean", "0", "False")]
    [InlineData("Boolean", "false", "False")]
    [InlineData("Boolean", "[]", "False")]
    [InlineData("Int32", "\" 12 \"", "12")]
    [InlineData("Int32", "\"12.5\"", "0")]
    [InlineData("Int32", "12.5", "12")]
    [InlineData("Int32", "13.5", "14")]
    [InlineData("Int32", "-2147483648", "-2147483648")]
    [InlineData("Int32", "2147483647", "2147483647")]
    [InlineData("Int32", "2147483648", "0")]
    [InlineData("Int32", "-2147483649", "0")]
    [InlineData("Int32", "1e30", "0")]
    [InlineData("Int32", "true", "1")]
    [InlineData("Int32", "false", "0")]
    [InlineData("Int32", "\"x\"", "0")]
    [InlineData("Int32", "{}", "0")]
    [InlineData("Int16", "\" 7 \"", "7")]
    [InlineData("Int16", "\"x\"", "0")]
    [InlineData("Int", "\" 7 \"", "7")]
    [InlineData("Long", "\" 7 \"", "7")]
    [InlineData("Bool", "\"true\"", "True")]
    [InlineData("Double", "\" 1.5 \"", "1.5")]
    [InlineData("Double", "\"x\"", "0")]
    [InlineData("Single", "\" 1.5 \"", "1.5")]
    [InlineData("Float", "\" 1.5 \"", "1.5")]
    [InlineData("Any", "\" {}\"", " {}")]
    [InlineData("Int64", "1e30", "0")]
    [InlineData("Int64", "-1e30", "0")]
    [InlineData("Int64", "1e3", "1000")]
    [InlineData("Int64", "9223372036854775807", "9223372036854775807")]
    [InlineData("Int64", "\"x\"", "0")]
    [InlineData("Double", "\"1.5\"", "1.5")]
    [InlineData("Single", "\"x\"", "0")]
    [InlineData("Decimal", "\"1.50\"", "1.50")]
    [InlineData("Decimal", "1e99", "0")]
    [InlineData("DateTime", "\"2026-05-04T10:00:00Z\"", "05/04/2026 10:00:00")]
    [InlineData("DateTime", "\"soon\"", "")]
    [InlineData("DateTimeOffset", "5", "")]
    [InlineData("DateOnly", "\"2026-05-04\"", "2026-05-04")]
    [InlineData("DateOnly", "\"soon\"", "")]
    [InlineData("TimeSpan", "\"1.02:03:04\"", "1.02:03:04")]
    [InlineData("TimeSpan", "\"soon\"", "")]
    [InlineData("Guid", "\"0197f0a0-0000-7000-8000-000000000001\"", "0197f0a0-0000-7000-8000-000000000001")]
    [InlineData("Guid", "\"soon\"", "")]
    [InlineData("String", "1.50", "1.50")]
    [InlineData("String", "true", "True")]
    [InlineData("String", "{\"ü\":[1]}", "{\"ü\":[1]}")]
    [InlineData("String?", "null", "")]
    [InlineData("String[]", "\"a\"", "[\"a\"]")]
    [InlineData("String[]", "\" [1,\\\"b\\\"]\"", "[\"1\",\"b\"]")]
    [InlineData("String[]", "\"[\"", "")]
    [InlineData("Int32[]", "[\"1\",2]", "[1,2]")]
    [InlineData("Int32[]", "\"1\"", "")]
    [InlineData("Object", "\"{}\"", "{}")]
    [InlineData("Dictionary", "\" {\\\"a\\\":1}\"", "{\"a\":1}")]
    [InlineData("Dictionary", "\"[1]\"", "[1]")]
    [InlineData("Dictionary", "\"plain\"", "plain")]
    [InlineData("Dictionary", "\"{\"", "")]
    public void A_value_that_is_set_becomes_one_of_the_variables_type(string type, string value, string line)
    {
        var set = Activity("Elsa.SetVariable", "set", ("variable", new JsonObject { ["id"] = "v", ["name"] = "V" }), ("value", Lit(JsonNode.Parse(value))));
        Start(Load(Sequence("s", set, WriteV), Variable(type))).Lines.ShouldBe([line]);
    }

    [Theory]
    [InlineData("Boolean", "\"yes\"", "\"yes\" is no Boolean.")]
    [InlineData("Int32", "\"12.5\"", "\"12.5\" is no Int32.")]
    [InlineData("Guid", "1", "1 is no Guid.")]
    [InlineData("Int32[]", "\"1\"", "\"1\" is no Int32[].")]
    public void An_output_that_does_not_fit_its_variable_is_an_incident_that_names_both(string type, string value, string reason)
    {
        var run = Activity("Elsa.RunJavaScript", "r", ("script", Lit($"({value})")), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v" } }));
        var incident = Start(Load(Sequence("s", run, WriteV), Variable(type))).Incidents.ShouldHaveSingleItem();
        incident.ActivityId.ShouldBe("r");
        incident.Message.ShouldBe($"The variable \"V\" cannot take the output: {reason}");
    }

    [Theory]
    [InlineData(78, 78, "\"")]
    [InlineData(79, 76, "…")]
    public void A_long_misfit_is_cut(int length, int kept, string end)
    {
        var run = Activity("Elsa.RunJavaScript", "r", ("script", Lit($"'x'.repeat({length})")), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v" } }));
        Start(Load(Sequence("s", run), Variable("Guid"))).Incidents.ShouldHaveSingleItem().Message.ShouldEndWith($": \"{new string('x', kept)}{end} is no Guid.");
    }

    [Fact]
    public void A_default_value_that_does_not_fit_is_none()
    {
        var definition = Load(Sequence("s", WriteV), """[{"id":"v","name":"V","typeName":"Int32","value":"x"}]""");
        definition.Variables.ShouldHaveSingleItem().Default.ShouldBeNull();
        Start(definition).Lines.ShouldBe([""]);
    }

    private static JsonObject WriteV => Activity("Elsa.WriteLine", "w", ("text", Expr("Variable", new JsonObject { ["id"] = "v", ["name"] = "V" })));

    private static string Variable(string type) => $$"""[{"id":"v","name":"V","typeName":"{{type}}"}]""";
}
