using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>How often a loop turns, with which values, and how it is left.</summary>
public sealed class Loops
{
    private const string V = """[{"id":"v","name":"V","typeName":"Object"}]""";

    [Theory]
    [InlineData("{}", "0")]
    [InlineData("""{"start":1,"end":3}""", "1 2 3")]
    [InlineData("""{"start":1,"end":3,"outerBoundInclusive":true}""", "1 2 3")]
    [InlineData("""{"start":1,"end":3,"outerBoundInclusive":false}""", "1 2")]
    [InlineData("""{"start":1,"end":4,"step":2}""", "1 3")]
    [InlineData("""{"start":1,"end":5,"step":2,"outerBoundInclusive":false}""", "1 3")]
    [InlineData("""{"start":3,"end":1,"step":-1}""", "3 2 1")]
    [InlineData("""{"start":3,"end":1,"step":-1,"outerBoundInclusive":false}""", "3 2")]
    [InlineData("""{"start":3,"end":1}""", "")]
    [InlineData("""{"start":1,"end":3,"step":-1}""", "")]
    [InlineData("""{"start":2,"end":2}""", "2")]
    [InlineData("""{"start":2,"end":2,"outerBoundInclusive":false}""", "")]
    [InlineData("""{"start":2147483646,"end":2147483647}""", "2147483646 2147483647")]
    [InlineData("""{"start":-2147483648,"end":-2147483648,"step":-1}""", "-2147483648")]
    [InlineData("""{"start":-2147483648,"end":-2147483647}""", "-2147483648 -2147483647")]
    public void For_counts(string inputs, string turns)
    {
        var loop = Activity("Elsa.For", "l", [.. ((JsonObject)JsonNode.Parse(inputs)!).Select(i => (i.Key, (JsonNode?)Lit(i.Value?.DeepClone()))), ("body", LineJs("w", "getCurrentValue()")), ("currentValue", Bound)]);
        var result = Start(Load(Sequence("s", loop, LineJs("last", "'last ' + getV()")), V));
        result.Lines.SkipLast(1).ShouldBe(turns.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        result.Lines[^1].ShouldBe("last " + (turns.Length == 0 ? "null" : turns.Split(' ')[^1]));
    }

    [Fact]
    public void The_numbers_and_items_of_a_loop_are_read_once()
    {
        var count = Activity("Elsa.For", "l", ("start", Lit(1)), ("end", Js("getV().length")), ("body", LineJs("w", "getV().push(9); getCurrentValue()")));
        Start(Load(count, """[{"id":"v","name":"V","typeName":"Object","value":[1,2]}]""")).Lines.ShouldBe(["1", "2"]);
        var each = Activity("Elsa.ForEach", "l", ("items", Js("getV()")), ("body", LineJs("w", "getV().push(9); getCurrentValue()")));
        Start(Load(each, """[{"id":"v","name":"V","typeName":"Object","value":[1,2]}]""")).Lines.ShouldBe(["1", "2"]);
    }

    [Theory]
    [InlineData("Elsa.ForEach")]
    [InlineData("Elsa.ParallelForEach")]
    public void Items_are_a_list_or_text(string type)
    {
        Turns("""["a",{"x":1},null]""").ShouldBe(["0 \"a\"", "1 {\"x\":1}", "2 null"]);
        Turns("\"[1,2]\"").ShouldBe(["0 1", "1 2"]);
        Turns("\"hi\"").ShouldBe(["0 \"h\"", "1 \"i\""]);
        Turns("[]").ShouldBeEmpty();
        Turns(null).ShouldBeEmpty();

        IReadOnlyList<string> Turns(string? items)
        {
            (string, JsonNode?)[] given = items is null ? [] : [("items", Lit(JsonNode.Parse(items)))];
            var result = Start(Load(Sequence("s", Activity(type, "l", [.. given, ("body", LineJs("w", "getVariable('CurrentIndex') + ' ' + toJson(getVariable('CurrentValue'))"))]), Line("after"))));
            result.Lines[^1].ShouldBe("after");
            return [.. result.Lines.SkipLast(1)];
        }
    }

    [Theory]
    [InlineData("Elsa.ForEach", "5", "The items of \"l\" are no list, but 5.")]
    [InlineData("Elsa.ForEach", "null", "The items of \"l\" are no list, but null.")]
    [InlineData("Elsa.ParallelForEach", "{\"a\":1}", "The items of \"l\" are no list, but {\"a\":1}.")]
    [InlineData("Elsa.ForEach", "\"[1\"", "\"[1\" is no Object[].")]
    public void What_is_no_list_is_an_incident(string type, string items, string message) =>
        Start(Load(Activity(type, "l", ("items", Lit(JsonNode.Parse(items))), ("body", Line("w"))))).Incidents.ShouldHaveSingleItem().Message.ShouldBe(message);

    [Theory]
    [InlineData("Elsa.For")]
    [InlineData("Elsa.ForEach")]
    [InlineData("Elsa.ParallelForEach")]
    [InlineData("Elsa.While")]
    public void A_loop_without_a_body_is_over_at_once(string type) =>
        Start(Load(Sequence("s", Activity(type, "l", ("items", Lit(new JsonArray(1))), ("condition", Lit(true))), Line("after")))).Lines.ShouldBe(["after"]);

    [Fact]
    public void The_item_reaches_the_bound_variable_before_the_body_runs()
    {
        var loop = Activity("Elsa.ForEach", "l", ("items", Lit(new JsonArray(1, 2))), ("currentValue", Bound), ("body", LineJs("w", "getV()")));
        Start(Load(loop, V)).Lines.ShouldBe(["1", "2"]);
    }

    [Theory]
    [InlineData("Elsa.For")]
    [InlineData("Elsa.ForEach")]
    [InlineData("Elsa.While")]
    public void Break_leaves_the_loop_and_what_its_body_still_had_to_do(string type)
    {
        var body = Sequence("body", Line("before"), Sequence("inner", Activity("Elsa.Break", "b"), Line("never")), Line("neither"));
        var loop = Activity(type, "l", ("end", Lit(5)), ("items", Lit(new JsonArray(1, 2))), ("condition", Lit(true)), ("body", body));
        Start(Load(Sequence("s", loop, Line("after")))).Lines.ShouldBe(["before", "after"]);
    }

    [Fact]
    public void A_turn_whose_value_does_not_fit_its_variable_does_not_begin()
    {
        var loop = Activity("Elsa.For", "l", ("end", Lit(3)), ("currentValue", Bound), ("body", Line("w")));
        var result = Start(Load(loop, """[{"id":"v","name":"V","typeName":"Guid"}]""", "Continue"));
        result.Lines.ShouldBeEmpty();
        result.State.OpenIncidents.ShouldHaveSingleItem().Message.ShouldBe("The variable \"V\" cannot take the output: 0 is no Guid.");
    }

    [Fact]
    public void A_loop_that_does_not_move_is_endless() =>
        Start(Load(Activity("Elsa.For", "l", ("start", Lit(1)), ("end", Lit(3)), ("step", Lit(0)), ("body", Line("w")))), limits: new RunLimits { MaxActivitiesPerBurst = 9 }).Incidents.ShouldHaveSingleItem().Message.ShouldContain("endless loop");

    [Fact]
    public void A_parallel_loop_ends_with_its_last_body()
    {
        var loop = Activity("Elsa.ParallelForEach", "l", ("items", Lit(new JsonArray("a", "b"))), ("body", Activity("Elsa.Event", "e", ("eventName", Js("getVariable('CurrentValue')")))));
        var definition = Load(Sequence("s", loop, Line("after")));
        var first = Resume(definition, Start(definition).State, new Stimulus.PublishEvent("b"));
        (first.Lines.Count, first.State.Bookmarks.Count).ShouldBe((0, 1));
        Resume(definition, WorkflowState.Parse(first.State.ToJson()), new Stimulus.PublishEvent("a")).Lines.ShouldBe(["after"]);
    }

    [Fact]
    public void Break_in_a_flowchart_leaves_that_too() =>
        Start(Load(Sequence("s", Activity("Elsa.While", "l", ("condition", Lit(true)), ("body", Flowchart("f", [Line("a"), Activity("Elsa.Break", "b"), Line("never")], "a>b", "b>never"))), Line("after")))).Lines.ShouldBe(["a", "after"]);

    [Fact]
    public void Break_leaves_the_innermost_loop_only()
    {
        var inner = Activity("Elsa.ForEach", "in", ("items", Lit(new JsonArray(1, 2))), ("body", Sequence("b", Line("inner"), Activity("Elsa.Break", "x"))));
        Start(Load(Activity("Elsa.ForEach", "out", ("items", Lit(new JsonArray(1, 2))), ("body", Sequence("s", inner, Line("outer")))))).Lines.ShouldBe(["inner", "outer", "inner", "outer"]);
    }

    [Fact]
    public void Break_ends_one_body_of_a_parallel_loop_and_lets_the_others_go_on()
    {
        var body = Sequence("b", Activity("Elsa.If", "i", ("condition", Js("getVariable('CurrentValue') == 1")), ("then", Activity("Elsa.Break", "x"))), LineJs("w", "getVariable('CurrentValue')"));
        Start(Load(Sequence("s", Activity("Elsa.ParallelForEach", "l", ("items", Lit(new JsonArray(1, 2, 3))), ("body", body)), Line("after")))).Lines.ShouldBe(["2", "3", "after"]);
    }

    [Fact]
    public void Break_outside_a_loop_is_an_incident() =>
        Start(Load(Sequence("s", Activity("Elsa.Break", "b")))).Incidents.ShouldHaveSingleItem().Message.ShouldBe("Break is in no loop.");

    [Fact]
    public void A_loop_goes_on_after_a_wait_where_it_stood()
    {
        var loop = Activity("Elsa.For", "l", ("start", Lit(1)), ("end", Lit(2)), ("body", Sequence("b", Event("e"), LineJs("w", "getCurrentValue()"))));
        var definition = Load(loop);
        Start(definition).State.ToJson().ShouldContain("\"variables\":{\"CurrentValue\":[\"CurrentValue\",\"Object\",1]}");
        var first = Resume(definition, WorkflowState.Parse(Start(definition).State.ToJson()), new Stimulus.PublishEvent("e"));
        var second = Resume(definition, WorkflowState.Parse(first.State.ToJson()), new Stimulus.PublishEvent("e"));

        (first.Lines.Single(), second.Lines.Single(), second.Status).ShouldBe(("1", "2", WorkflowStatus.Finished));
    }

    private static JsonObject Bound => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v" } };
}
