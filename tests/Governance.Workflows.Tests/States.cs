using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

public sealed class States
{
    [Theory]
    [InlineData("Int64", "9007199254740993", "getV() + 1n", "9007199254740994")]
    [InlineData("Int64", "9223372036854775807", "getV().toString()", "9223372036854775807")]
    [InlineData("Decimal", "1234567890.10", "getV()", "1234567890.1")]
    [InlineData("String", "\"Größe <b>\"", "getV()", "Größe <b>")]
    [InlineData("Object", "{\"a\":[1,2.50,null]}", "JSON.stringify(getV())", "{\"a\":[1,2.5,null]}")]
    [InlineData("Boolean", "\"true\"", "typeof getV()", "boolean")]
    [InlineData("DateTime", "\"2026-05-04T10:00:00Z\"", "getV().getFullYear()", "2026")]
    public void Values_survive_a_suspension_exactly(string type, string value, string script, string line)
    {
        var definition = Load(Sequence("s", Event("e"), LineJs("w", script)), $$"""[{"id":"v","name":"V","typeName":"{{type}}","value":{{value}}}]""");
        var state = Start(definition).State.ToJson();

        WorkflowState.Parse(state).ToJson().ShouldBe(state);
        Resume(definition, WorkflowState.Parse(state), new Stimulus.PublishEvent("e")).Lines.ShouldBe([line]);
    }

    [Fact]
    public void A_decimal_keeps_its_digits()
    {
        var definition = Load(Sequence("s", Event("e"), Activity("Elsa.WriteLine", "w", ("text", Expr("Variable", new JsonObject { ["id"] = "v", ["name"] = "V" })))), """[{"id":"v","name":"V","typeName":"Decimal","value":12345678901234567890.10}]""");
        var state = WorkflowState.Parse(Start(definition).State.ToJson());
        Resume(definition, state, new Stimulus.PublishEvent("e")).Lines.ShouldBe(["12345678901234567890.10"]);
    }

    /// <summary>A script holds numbers as doubles and instants to the millisecond: what it only reads, or does not change, stays as it was written.</summary>
    [Theory]
    [InlineData("Decimal", "12345678901234567890.10", "variables.V", "12345678901234567890.10")]
    [InlineData("Decimal", "2.50", "getV() + variables.V", "2.50")]
    [InlineData("Decimal", "2.50", "setV(getV())", "2.50")]
    [InlineData("Decimal", "2.50", "variables.V = 2.25", "2.25")]
    [InlineData("Decimal", "2.50", "setV(2.25)", "2.25")]
    [InlineData("Object", "{\"sum\":2.50,\"of\":[1.10,2]}", "variables.V.sum + getV().of[0]", "{\"sum\":2.50,\"of\":[1.10,2]}")]
    [InlineData("Object", "{\"sum\":2.50,\"of\":[1.10,2]}", "getV().of[1] = 3", "{\"sum\":2.50,\"of\":[1.10,3]}")]
    [InlineData("Object", "{\"sum\":2.50,\"of\":[1.10,2]}", "variables.V.of.push(4)", "{\"sum\":2.50,\"of\":[1.10,2,4]}")]
    [InlineData("Object", "{\"sum\":2.50,\"of\":[1.10,2]}", "delete variables.V.of; variables.V.more = 1", "{\"sum\":2.50,\"more\":1}")]
    public void What_a_script_does_not_change_stays_as_it_was_written(string type, string value, string script, string line)
    {
        var definition = Load(
            Sequence("s", Activity("Elsa.RunJavaScript", "r", ("script", Lit(script))), Activity("Elsa.WriteLine", "w", ("text", Expr("Variable", new JsonObject { ["id"] = "v", ["name"] = "V" })))),
            $$"""[{"id":"v","name":"V","typeName":"{{type}}","value":{{value}}}]""");
        var result = Start(definition);
        result.Incidents.ShouldBeEmpty();
        result.Lines.ShouldBe([line]);
    }

    [Fact]
    public void An_instant_that_a_script_only_reads_keeps_its_offset_and_its_ticks()
    {
        const string instant = "2026-05-04T10:00:00.1234567+02:00";
        var definition = Load(Sequence("s", LineJs("r", "variables.V.getTime()"), Event("e")), $$"""[{"id":"v","name":"V","typeName":"DateTimeOffset","value":"{{instant}}"}]""");
        Start(definition).State.ToJson().Replace("\\u002B", "+", StringComparison.OrdinalIgnoreCase).ShouldContain(instant);
    }

    [Fact]
    public void The_state_of_a_workflow_with_sixty_activities_is_small()
    {
        var stages = Enumerable.Range(1, 12).SelectMany(n => new[] { Activity("Test.Task", $"task{n}"), Activity("Test.Task", $"opinion{n}"), Join($"join{n}", "WaitAll"), Line($"line{n}"), Activity("Elsa.FlowDecision", $"check{n}", ("condition", Js("true"))) }).ToArray();
        var connections = new List<string>();
        for (var n = 1; n <= 12; n++)
        {
            connections.AddRange([$"task{n}>join{n}", $"opinion{n}>join{n}", $"join{n}>line{n}", $"line{n}>check{n}", $"check{n}.False>line{n}"]);
            if (n < 12) connections.AddRange([$"check{n}.True>task{n + 1}", $"check{n}.True>opinion{n + 1}"]);
        }
        var start = Activity("Elsa.Start", "start");
        var definition = Load(Flowchart("f", [start, .. stages], ["start>task1", "start>opinion1", .. connections]),
            """[{"id":"a","name":"Amount","typeName":"Int64","value":125000000},{"id":"b","name":"LifeArea","typeName":"String","value":"mobility"},{"id":"c","name":"Body","typeName":"String","value":"committee"}]""",
            catalog: ActivityCatalog.BuiltIn.With(new ActivityDescriptor("Test.Task")));
        var result = Start(definition);
        for (var n = 0; n < 11; n++)
        {
            result = Resume(definition, result.State, new Stimulus.ResumeBookmark(result.State.Bookmarks[0].Id));
            result = Resume(definition, result.State, new Stimulus.ResumeBookmark(result.State.Bookmarks[0].Id));
        }
        result.State.LiveActivities.ShouldBe(["f", "task12", "opinion12"], ignoreOrder: true);
        result.State.ToJson().Length.ShouldBeLessThan(4096);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "JSON object")]
    [InlineData("{}", "no schema number")]
    [InlineData("""{"schema":99}""", "schema 99")]
    [InlineData("""{"schema":1}""", "lacks something")]
    public void What_is_no_state_is_refused(string json, string reason) =>
        Should.Throw<FormatException>(() => WorkflowState.Parse(json)).Message.ShouldContain(reason);

    [Fact]
    public void A_state_of_another_definition_is_refused()
    {
        var state = Start(Load(Event("e"))).State;
        var other = WorkflowDefinition.Load(Workflow(Event("e")).Replace("\"version\":1,\"name\"", "\"version\":2,\"name\"", StringComparison.Ordinal), ActivityCatalog.BuiltIn);
        Should.Throw<ArgumentException>(() => Resume(other, state, new Stimulus.Cancel())).Message.ShouldContain("version 1");
    }
}
