using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>The lists that checks of a definition go by - what waits, what ends, which types there are -, each entry with an example.</summary>
public sealed class ValidationLists
{
    private static readonly ActivityCatalog Catalog = ActivityCatalog.BuiltIn
        .With(new ActivityDescriptor("City.Take") { Inputs = [.. new[] { "Boolean", "Int16", "Int32", "Int64", "Double", "Single", "Decimal", "DateTime", "DateTimeOffset", "DateOnly", "TimeSpan", "Guid", "String" }.Select(type => new ActivityInput(type, type + "?", "", Required: false, null))] })
        .With(new ActivityDescriptor("City.Choose") { Inputs = [new("Mode", "String", "", Required: false, null) { Choices = ["Open", "Secret"] }] })
        .With(new ActivityDescriptor("City.Ask") { OutcomesFrom = "Answers" });

    [Theory]
    [InlineData("Elsa.Event")]
    [InlineData("Elsa.Delay")]
    [InlineData("Elsa.Timer")]
    [InlineData("Elsa.Cron")]
    [InlineData("Elsa.StartAt")]
    [InlineData("Elsa.RunTask")]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.BulkDispatchWorkflows")]
    [InlineData("City.Ask")]
    public void A_loop_in_which_something_waits_is_no_loop_without_a_wait(string type) =>
        Checks(Activity("Elsa.While", "w", ("condition", Js("getVariable('n') < 2")), ("body", Activity(type, "x")))).ShouldNotContain("loop-without-wait");

    [Theory]
    [InlineData("Elsa.Finish", true)]
    [InlineData("Elsa.Complete", true)]
    [InlineData("Elsa.Fault", true)]
    [InlineData("Elsa.Break", true)]
    [InlineData("Elsa.End", false)]
    [InlineData("Elsa.WriteLine", false)]
    public void What_ends_a_way_ends_one_that_goes_round(string type, bool ends)
    {
        Checks(Flowchart("f", [Activity("Elsa.Start", "s"), Event("a"), Sequence("q", Activity(type, "x"))], "s>a", "a>q", "q>a")).Contains("never-ends").ShouldBe(!ends);
        Checks(Activity("Elsa.While", "w", ("condition", Lit(true)), ("body", Sequence("q", Event("e"), Activity(type, "x"))))).Contains("never-ends").ShouldBe(!ends);
    }

    /// <summary>An End ends what it stands in itself, a Break the innermost loop: neither leaves what is around that.</summary>
    [Fact]
    public void What_ends_something_inside_does_not_end_what_goes_round()
    {
        Checks(Flowchart("f", [Activity("Elsa.Start", "s"), Event("a"), Activity("Elsa.FlowDecision", "d", ("condition", Js("true"))), Activity("Elsa.End", "x")], "s>a", "a>d", "d.True>a", "d.False>x")).ShouldNotContain("never-ends");
        Checks(Activity("Elsa.While", "w", ("condition", Lit(true)), ("body", Sequence("q", Event("e"), Activity("Elsa.For", "l", ("end", Lit(3)), ("body", Activity("Elsa.Break", "b"))))))).ShouldContain("never-ends");
        Checks(Activity("Elsa.While", "w", ("condition", Lit(true)), ("body", Activity("Elsa.End", "x")))).ShouldContain("never-ends");
        Checks(Activity("Elsa.While", "w", ("condition", Lit(true)), ("body", Flowchart("f", [Event("e"), Activity("Elsa.Break", "b")], "e>b")))).ShouldNotContain("never-ends");
    }

    [Theory]
    [InlineData("Boolean", "\"perhaps\"", "true")]
    [InlineData("Int16", "40000", "400")]
    [InlineData("Int32", "\"one\"", "1")]
    [InlineData("Int64", "\"one\"", "9007199254740993")]
    [InlineData("Double", "\"one\"", "1.5")]
    [InlineData("Single", "\"one\"", "1.5")]
    [InlineData("Decimal", "\"one\"", "\"1.50\"")]
    [InlineData("DateTime", "\"soon\"", "\"2026-05-04T10:00:00Z\"")]
    [InlineData("DateTimeOffset", "\"soon\"", "\"2026-05-04T10:00:00+02:00\"")]
    [InlineData("DateOnly", "\"soon\"", "\"2026-05-04\"")]
    [InlineData("TimeSpan", "\"soon\"", "\"01:00:00\"")]
    [InlineData("Guid", "\"x\"", "\"7b0f7f6e-0000-4000-8000-000000000001\"")]
    [InlineData("String", null, "\"anything\"")]
    public void A_literal_is_held_against_each_type(string type, string? wrong, string right)
    {
        Checks(Activity("City.Take", "x", (type, Lit(JsonNode.Parse(right))))).ShouldBeEmpty();
        if (wrong is not null) Checks(Activity("City.Take", "x", (type, Lit(JsonNode.Parse(wrong))))).ShouldBe(["mismatched-literal"]);
    }

    [Theory]
    [InlineData("City.Choose", "secret", true)]
    [InlineData("City.Choose", "Postal", false)]
    [InlineData("Elsa.FlowJoin", "WaitAny", true)]
    [InlineData("Elsa.FlowJoin", "waitany", false)]
    public void Choices_of_the_product_are_read_without_case_and_those_of_the_engine_with_it(string type, string mode, bool right) =>
        Checks(Sequence("q", Activity(type, "x", ("mode", Lit(mode))))).ShouldBe(right ? [] : ["mismatched-literal"]);

    [Theory]
    [InlineData("Literal", "x")]
    [InlineData("Object", "{}")]
    [InlineData("Variable", "V")]
    [InlineData("Input", "I")]
    [InlineData("Output", "O")]
    [InlineData("JavaScript", "1")]
    [InlineData("Liquid", "x")]
    public void There_are_seven_types_of_expressions(string type, string value) =>
        Checks(Sequence("q", Activity("Elsa.WriteLine", "w", ("text", Expr(type, value)))), """[{"id":"v","name":"V","typeName":"String","value":"x"}]""").ShouldBeEmpty();

    [Theory]
    [InlineData("Literal", """[{"outcome":"Yes"},{"outcome":"No"}]""", null)]
    [InlineData("Object", """[{"outcome":"Yes"},{"outcome":"No"}]""", null)]
    [InlineData("JavaScript", "[]", null)]
    [InlineData("Object", """[{"outcome":"Yes"}]""", "there is no outcome No; Yes would be right.")]
    [InlineData("Object", """[{"outcome":"Yes"},{"outcome":" "}]""", "no outcomes can be read from answers; a list of objects with an outcome each would be right.")]
    [InlineData("Object", """[{"outcome":"Yes"},{"label":"No"}]""", "no outcomes can be read from answers; a list of objects with an outcome each would be right.")]
    [InlineData("Object", """[{"outcome":{}}]""", "no outcomes can be read from answers; a list of objects with an outcome each would be right.")]
    [InlineData("Object", "[]", "no outcomes can be read from answers; a list of objects with an outcome each would be right.")]
    [InlineData("Object", "[", "no outcomes can be read from answers; a list of objects with an outcome each would be right.")]
    [InlineData("Object", """[{"outcome":"Yes"},{"outcome":"No"},{"outcome":"Yes"}]""", "the outcome Yes stands twice in answers; each once would be right.")]
    public void Outcomes_that_a_definition_names_are_held_against_its_connections(string type, string answers, string? told) =>
        Found(Flowchart("f", [Activity("City.Ask", "a", ("Answers", Expr(type, answers))), Line("y"), Line("n")], "a.Yes>y", "a.No>n")).Where(found => found.Check != "unreadable-expression").Select(found => found.Message).ShouldBe(told is null ? [] : [told]);

    [Theory]
    [InlineData("CurrentValue")]
    [InlineData("CurrentIndex")]
    [InlineData("ChildInstanceId")]
    [InlineData("Sum")]
    [InlineData("inner")]
    [InlineData("Inner")]
    [InlineData("outer")]
    [InlineData("Outer")]
    public void What_a_loop_gives_outputs_and_the_variables_around_by_id_and_name_are_known(string name)
    {
        var (known, unknown) = (Used(name), Used(name + "2"));

        known.ShouldBeEmpty();
        unknown.Select(found => found.Message).ShouldBe([$"there is no variable {name}2 here; declare it in the workflow or in a container around w."]);

        static IReadOnlyList<DefinitionProblem> Used(string name)
        {
            var sequence = Sequence("q", Activity("Elsa.WriteLine", "w", ("text", Expr("Variable", name))));
            sequence["variables"] = JsonNode.Parse("""[{"id":"other","name":"Other","typeName":"String","value":"x"},{"id":"inner","name":"Inner","typeName":"String","value":"x"}]""");
            var source = JsonNode.Parse(Workflow(Sequence("r", sequence), """[{"id":"outer","name":"Outer","typeName":"String","value":"x"}]"""))!.AsObject();
            source["outputs"] = JsonNode.Parse("""[{"name":"Other"},{"name":"Sum"}]""");
            return DefinitionValidator.Validate(WorkflowDefinition.Load(source.ToJsonString(), ActivityCatalog.BuiltIn));
        }
    }

    /// <summary>One is read; whatever sets it, by its id, its name, or as scripts spell it, is seen.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("""{"id":"x","type":"Elsa.SetVariable","variable":{"id":"v"},"value":{"typeName":"Object","expression":{"type":"Literal","value":"1"}}}""", false)]
    [InlineData("""{"id":"x","type":"Elsa.SetVariable","variable":{"name":"sum"},"value":{"typeName":"Object","expression":{"type":"Literal","value":"1"}}}""", false)]
    [InlineData("""{"id":"x","type":"Elsa.SetVariable","variable":{"id":"v","name":"else"},"value":{"typeName":"Object","expression":{"type":"Literal","value":"1"}}}""", false)]
    [InlineData("""{"id":"x","type":"Elsa.SetVariable","variable":{"id":"u"},"value":{"typeName":"Object","expression":{"type":"Literal","value":"1"}}}""", true)]
    [InlineData("""{"id":"x","type":"Elsa.RunJavaScript","script":{"typeName":"String","expression":{"type":"Literal","value":"setSum(1)"}}}""", false)]
    [InlineData("""{"id":"x","type":"Elsa.Event","eventName":{"typeName":"String","expression":{"type":"Literal","value":"e"}},"result":{"typeName":"Object","memoryReference":{"id":"v"}}}""", false)]
    [InlineData("""{"id":"x","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Variable","value":{"name":"sum"}}}}""", true)]
    public void A_variable_is_set_by_id_by_name_and_by_scripts(string setter, bool warned)
    {
        JsonObject[] first = setter.Length == 0 ? [] : [JsonNode.Parse(setter)!.AsObject()];
        var switched = Activity("Elsa.Switch", "r", ("cases", JsonNode.Parse("""[{"label":"One","condition":{"type":"Variable","value":"v"}}]""")));
        Checks(Sequence("q", [.. first, switched]), """[{"id":"v","name":"sum","typeName":"Int32"},{"id":"u","name":"Unread","typeName":"Int32"}]""").ShouldBe(warned ? ["unset-variable"] : []);
    }

    private static IEnumerable<string> Checks(JsonObject root, string variables = "[]") => Found(root, variables).Select(found => found.Check);

    private static IReadOnlyList<DefinitionProblem> Found(JsonObject root, string variables = "[]") => DefinitionValidator.Validate(Load(root, variables, catalog: Catalog));
}
