using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>What is found in a definition before anything runs: each check with a definition that it finds fault with and one like it that is
/// right.</summary>
public sealed class Validation
{
    [Fact]
    public void Every_check_has_a_name_of_its_own_and_a_definition_without_faults_passes_all()
    {
        DefinitionValidator.Checks.Select(check => check.Name).ShouldBeUnique();
        DefinitionValidator.Checks.Count.ShouldBe(16);
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Line("a"), Join("j", "WaitAll")], "s>e", "s>a", "e>j", "a>j")).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_activity_is_an_error() =>
        Found(Sequence("s", Activity("Acme.Nope", "n"))).ShouldBe(["Error unknown-activity n: the activity type Acme.Nope is unknown; see the catalog for those there are."]);

    [Theory]
    [InlineData("Lua", "x", "there is no expression type Lua (of text); Input, JavaScript, Liquid, Literal, Object, Output, Variable would be right.")]
    [InlineData("JavaScript", "1 +", "the JavaScript expression of text cannot be read: ")]
    [InlineData("Liquid", "{{ Variables.X ", "the Liquid expression of text cannot be read: ")]
    public void An_expression_that_cannot_be_read_is_an_error(string type, string text, string told) =>
        Found(Sequence("s", Activity("Elsa.WriteLine", "w", ("text", Expr(type, text))))).ShouldHaveSingleItem().ShouldStartWith("Error unreadable-expression w: " + told);

    [Fact]
    public void The_condition_of_a_case_is_read_too() =>
        Found(Sequence("s", Activity("Elsa.Switch", "w", ("cases", JsonNode.Parse("""[{"label":"One","condition":{"type":"JavaScript","value":"1 +"}}]""")))))
            .ShouldHaveSingleItem().ShouldStartWith("Error unreadable-expression w: the JavaScript expression of the case One cannot be read: ");

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "\"soon\"", "Error mismatched-literal x: \"soon\" is no value for timeSpan; TimeSpan would be right.")]
    [InlineData("Elsa.Delay", "timeSpan", "\"00:10:00\"", null)]
    [InlineData("Elsa.For", "start", "\"one\"", "Error mismatched-literal x: \"one\" is no value for start; Int32 would be right.")]
    [InlineData("Elsa.For", "start", "\"1\"", null)]
    [InlineData("Elsa.For", "start", "\"\"", null)]
    [InlineData("Elsa.If", "condition", "\"yes\"", "Error mismatched-literal x: \"yes\" is no value for condition; Boolean would be right.")]
    [InlineData("Elsa.If", "condition", "true", null)]
    [InlineData("Elsa.FlowJoin", "mode", "\"WaitMost\"", "Error mismatched-literal x: \"WaitMost\" is no value for mode; WaitAll, WaitAllActive, WaitAny would be right.")]
    [InlineData("Elsa.FlowJoin", "mode", "2", null)]
    [InlineData("Elsa.Switch", "mode", "\"MatchAll\"", "Error mismatched-literal x: \"MatchAll\" is no value for mode; MatchFirst, MatchAny would be right.")]
    [InlineData("Elsa.Switch", "mode", "null", null)]
    public void A_literal_of_another_type_than_the_input_is_an_error(string type, string input, string value, string? told) =>
        Found(Sequence("s", Activity(type, "x", (input, Lit(JsonNode.Parse(value)))))).ShouldBe(told is null ? [] : [told]);

    [Fact]
    public void A_variable_that_is_nowhere_around_is_an_error_where_it_is_set_read_or_takes_an_output()
    {
        var set = Activity("Elsa.SetVariable", "s1", ("variable", new JsonObject { ["id"] = "v" }), ("value", Lit(1)));
        var read = Activity("Elsa.WriteLine", "s2", ("text", Expr("Variable", new JsonObject { ["id"] = "v" })));
        var taken = Event("s3");
        taken["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v" } };
        Found(Sequence("s", set, read, taken)).Select(told => told[.. "Error unknown-variable s1".Length]).ShouldBe(["Error unknown-variable s1", "Error unknown-variable s2", "Error unknown-variable s3"]);

        var inner = Sequence("i", (JsonObject)set.DeepClone(), (JsonObject)read.DeepClone(), (JsonObject)taken.DeepClone());
        inner["variables"] = JsonNode.Parse("""[{"id":"v","name":"V","typeName":"Int32"}]""");
        Found(Sequence("s", inner)).ShouldBeEmpty();
        Found(Sequence("s", (JsonObject)set.DeepClone()), """[{"id":"v","name":"V","typeName":"Int32"}]""").ShouldBeEmpty();
    }

    [Fact]
    public void What_a_loop_gives_its_body_is_a_variable() =>
        Found(Sequence("s", Activity("Elsa.ForEach", "f", ("items", Js("[1]")), ("body", Activity("Elsa.WriteLine", "w", ("text", Expr("Variable", "CurrentValue"))))))).ShouldBeEmpty();

    [Theory]
    [InlineData("getX()", null, "Warning unset-variable r: the variable X is read, but nothing sets it; set it before or give it a default.")]
    [InlineData("variables.X + 1", null, "Warning unset-variable r: the variable X is read, but nothing sets it; set it before or give it a default.")]
    [InlineData("getVariable('X')", null, "Warning unset-variable r: the variable X is read, but nothing sets it; set it before or give it a default.")]
    [InlineData("getX()", "setX(1)", null)]
    [InlineData("getX()", "setVariable('X', 1)", null)]
    [InlineData("getX()", "variables.X = 1", null)]
    [InlineData("getX()", "variables.X == 1", "Warning unset-variable first: the variable X is read, but nothing sets it; set it before or give it a default.")]
    public void A_variable_that_is_read_and_never_set_is_a_warning(string reads, string? sets, string? told)
    {
        var children = sets is null ? [LineJs("r", reads)] : new[] { Activity("Elsa.RunJavaScript", "first", ("script", Lit(sets))), LineJs("r", reads) };
        Found(Sequence("s", children), """[{"id":"v","name":"X","typeName":"Int32"}]""").ShouldBe(told is null ? [] : [told]);
        Found(Sequence("s", [.. children.Select(c => (JsonObject)c.DeepClone())]), """[{"id":"v","name":"X","typeName":"Int32","value":"1"}]""").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("order", "Order", "getOrder()", "Warning hidden-variable r: getOrder() gives the input order, not the variable Order; read getVariable('Order'), or give one of the two another name.")]
    [InlineData("Order", "order", "1 + getOrder()", "Warning hidden-variable r: getOrder() gives the input Order, not the variable order; read getVariable('order'), or give one of the two another name.")]
    [InlineData("order", "Order", "getVariable('Order')", null)]
    [InlineData("order", "Orders", "getOrder() + getOrders()", null)]
    public void A_variable_that_a_script_cannot_read_for_an_input_of_its_name_is_a_warning(string input, string variable, string script, string? told)
    {
        var root = Sequence("s", Line("w"), LineJs("r", script));
        Found(root, $$"""[{"id":"v","name":"{{variable}}","typeName":"Int32","value":"1"}]""", inputs: $$"""[{"name":"{{input}}","type":"Int32"}]""").ShouldBe(told is null ? [] : [told]);
    }

    [Fact]
    public void A_connection_from_an_outcome_that_there_is_not_is_an_error()
    {
        Found(Flowchart("f", [Activity("Elsa.FlowDecision", "d"), Line("a"), Line("b")], "d.Yes>a", "d.True>b", "d.False>b"))
            .ShouldContain("Error unknown-outcome d: there is no outcome Yes; True, False would be right.");
        var choice = Activity("Elsa.FlowSwitch", "d", ("cases", JsonNode.Parse("""[{"label":"One","condition":{"type":"JavaScript","value":"true"}}]""")));
        Found(Flowchart("f", [choice, Line("a"), Line("b")], "d.One>a", "d.Two>b")).ShouldContain("Error unknown-outcome d: there is no outcome Two; One, Default would be right.");
    }

    [Fact]
    public void An_outcome_without_a_connection_is_an_error_of_the_products_activities_and_a_warning_of_a_decision()
    {
        var catalog = ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask") { Outcomes = ["Yes", "No"] });
        Found(Flowchart("f", [Activity("City.Ask", "d"), Line("a")], "d.Yes>a"), catalog: catalog).ShouldBe(["Error unconnected-outcome d: the outcome No leads nowhere; connect it."]);
        Found(Flowchart("f", [Activity("Elsa.FlowDecision", "d"), Line("a")], "d.True>a")).ShouldBe(["Warning unconnected-branch d: the outcome False leads nowhere; connect it unless the way is to end here."]);
        Found(Flowchart("f", [Activity("City.Ask", "d")]), catalog: catalog).ShouldBeEmpty();
    }

    [Fact]
    public void A_connection_back_that_is_no_loop_is_an_error() =>
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Event("b"), Event("c")], "s>b", "s>c", "b>c", "c>b")).ShouldContain(told => told.StartsWith("Error wrong-loop c: the connection back to b is no loop", StringComparison.Ordinal));

    [Fact]
    public void A_Break_in_no_loop_is_an_error()
    {
        Found(Sequence("s", Activity("Elsa.Break", "b"))).ShouldBe(["Error break-outside-loop b: Break is in no loop; put it into the body of a For, ForEach, ParallelForEach or While, or take End."]);
        Found(Sequence("s", Activity("Elsa.For", "f", ("end", Lit(2)), ("body", Sequence("i", Activity("Elsa.Break", "b")))))).ShouldBeEmpty();
    }

    [Fact]
    public void A_way_that_can_never_end_is_an_error()
    {
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Event("a"), Event("b")], "s>a", "a>b", "b>a")).ShouldBe(["Error never-ends s: from here the way goes round for ever; lead an outcome out of the loop."]);
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Event("a"), Activity("Elsa.FlowDecision", "d"), Line("e")], "s>a", "a>d", "d.True>a", "d.False>e")).ShouldBeEmpty();
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Event("a"), Sequence("q", Activity("Elsa.Finish", "x"))], "s>a", "a>q", "q>a")).ShouldBeEmpty();
        Found(Sequence("s", While("true", Event("e")))).ShouldBe(["Error never-ends w: the condition is always true and nothing leaves the loop; use a condition or a Break."]);
        Found(Sequence("s", While("true", Sequence("i", Event("e"), Activity("Elsa.Break", "b"))))).ShouldBeEmpty();
        Found(Sequence("s", While("getVariable('n') < 2", Event("e")))).ShouldBeEmpty();
    }

    [Fact]
    public void A_loop_in_which_nothing_waits_is_a_warning()
    {
        Found(Sequence("s", While("getVariable('n') < 2", Line("l")))).ShouldHaveSingleItem().ShouldStartWith("Warning loop-without-wait w: ");
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Line("a"), Activity("Elsa.FlowDecision", "d"), Line("e")], "s>a", "a>d", "d.True>a", "d.False>e"))
            .ShouldBe(["Warning loop-without-wait d: nothing waits on the way round from a back to it; it is stopped after 20,000 activities if it does not end before."]);

        // One way round waits, the other does not.
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Elsa.FlowDecision", "c"), Event("w"), Line("a"), Activity("Elsa.FlowDecision", "d"), Line("e")], "s>c", "c.True>w", "c.False>a", "w>d", "a>d", "d.True>c", "d.False>e"))
            .ShouldHaveSingleItem().ShouldStartWith("Warning loop-without-wait d: ");
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Elsa.FlowDecision", "c"), Event("w"), Event("a"), Activity("Elsa.FlowDecision", "d"), Line("e")], "s>c", "c.True>w", "c.False>a", "w>d", "a>d", "d.True>c", "d.False>e")).ShouldBeEmpty();
    }

    [Fact]
    public void An_activity_to_which_nothing_leads_is_a_warning() =>
        Found(Flowchart("f", [Activity("Elsa.Start", "s"), Line("a"), Line("b")], "s>a")).ShouldBe(["Warning unreachable b: nothing leads here from the start (s); connect it or take it out."]);

    [Fact]
    public void A_join_that_waits_for_a_branch_which_may_not_come_is_a_warning()
    {
        const string Told = "Warning starving-join j: it waits for all branches, but the one from b may not come; WaitAllActive waits for those that do.";
        JsonObject[] parts = [Activity("Elsa.Start", "s"), Activity("Elsa.FlowDecision", "d"), Line("a"), Line("b"), Line("c"), Join("j", "WaitAll")];
        Found(Flowchart("f", Clones(parts), "s>a", "s>d", "d.True>b", "d.False>c", "a>j", "b>j")).ShouldBe([Told]);

        // Both ways of the decision come to it, by activities of their own: one of them never does.
        Found(Flowchart("f", Clones(parts), "s>d", "d.True>a", "d.False>b", "a>j", "b>j", "s>c")).ShouldBe([Told.Replace("from b", "from a", StringComparison.Ordinal)]);

        // Behind a decision that both branches share.
        Found(Flowchart("f", Clones(parts), "s>d", "d.True>c", "d.False>s2", "c>a", "c>b", "a>j", "b>j")).ShouldNotContain(told => told.Contains("starving", StringComparison.Ordinal));

        // Ways that come together again before it.
        Found(Flowchart("f", [.. Clones(parts), Line("m")], "s>d", "s>a", "d.True>b", "d.False>c", "b>m", "c>m", "a>j", "m>j")).ShouldBeEmpty();

        // Another mode.
        var active = Clones(parts);
        active[5] = Join("j", "WaitAllActive");
        Found(Flowchart("f", active, "s>a", "s>d", "d.True>b", "d.False>c", "a>j", "b>j")).ShouldBeEmpty();
    }

    /// <summary>Whoever validates a file does not know it yet: a long one neither breaks the program off nor keeps it busy for minutes.</summary>
    [Fact]
    public void A_long_flowchart_is_validated_without_going_down_it()
    {
        const int Length = 2_000;
        var chain = Enumerable.Range(0, Length).Select(n => Activity("Elsa.FlowDecision", $"d{n}")).Append(Line("b")).Append(Join("j", "WaitAll")).ToList();
        var ways = Enumerable.Range(1, Length - 1).Select(n => $"d{n - 1}.True>d{n}").Append($"d{Length - 1}.True>j").Append("d0.False>b").Append("b>j");
        Found(Flowchart("f", chain, [.. ways])).ShouldContain(told => told.StartsWith("Warning starving-join j: ", StringComparison.Ordinal));
    }

    private static JsonObject While(string condition, JsonObject body) => Activity("Elsa.While", "w", ("condition", Js(condition)), ("body", body));

    private static JsonObject[] Clones(JsonObject[] parts) => [.. parts.Select(part => (JsonObject)part.DeepClone())];

    private static List<string> Found(JsonObject root, string variables = "[]", string inputs = "[]", ActivityCatalog? catalog = null) =>
        [.. DefinitionValidator.Validate(Load(root, variables, inputs: inputs, catalog: catalog)).Select(problem => $"{problem.Severity} {problem.Check} {problem.ActivityId}: {problem.Message}")];
}
