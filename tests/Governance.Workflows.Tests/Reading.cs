using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>How files are read: lenient as Elsa is where something is left out, and one exact sentence where it is no definition.</summary>
public sealed class Reading
{
    [Theory]
    [InlineData("Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime", ActivationStrategy.Singleton)]
    [InlineData("Elsa.Workflows.Runtime.ActivationValidators.CorrelationStrategy, Elsa.Workflows.Runtime", ActivationStrategy.Correlation)]
    [InlineData("Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", ActivationStrategy.CorrelatedSingleton)]
    [InlineData("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", ActivationStrategy.AllowAlways)]
    [InlineData("Acme.Strategy", ActivationStrategy.AllowAlways)]
    [InlineData(null, ActivationStrategy.AllowAlways)]
    public void The_activation_strategy_is_read_by_the_name_of_its_type(string? type, ActivationStrategy strategy) =>
        WorkflowDefinition.Load(new JsonObject { ["definitionId"] = "d", ["options"] = new JsonObject { ["activationStrategyType"] = type }, ["root"] = new JsonObject { ["id"] = "a", ["type"] = "Elsa.WriteLine" } }.ToJsonString(), ActivityCatalog.BuiltIn)
            .ActivationStrategy.ShouldBe(strategy);

    [Theory]
    [InlineData("[1]", "A workflow definition is a JSON object.")]
    [InlineData("null", "A workflow definition is a JSON object.")]
    [InlineData("""{"root":[]}""", "A workflow definition has a \"root\" activity with a \"type\"; this file has none.")]
    [InlineData("""{"root":{"id":"a"}}""", "A workflow definition has a \"root\" activity with a \"type\"; this file has none.")]
    [InlineData("""{"root":{"id":"a","type":5}}""", "The activity \"a\" has no \"type\".")]
    [InlineData("""{"root":{"id":"s","type":"Elsa.Switch","cases":[{"label":"x","activity":{"id":"b"}}]}}""", "The activity \"b\" has no \"type\".")]
    public void What_is_no_definition_is_refused(string json, string sentence) => Refusal(json).ShouldBe(sentence);

    [Theory]
    [InlineData("{", "This is no JSON: ")]
    [InlineData("""{"version":1.5,"root":{"id":"a","type":"A"}}""", "A property has another type than Elsa gives it: ")]
    [InlineData("""{"root":{"id":"a","type":"A"},"variables":[{"name":"a","name":"b"}]}""", "A property has another type than Elsa gives it: ")]
    public void What_cannot_be_read_is_refused_with_the_reason(string json, string beginning)
    {
        var message = Refusal(json);
        message.ShouldStartWith(beginning);
        message.Length.ShouldBeGreaterThan(beginning.Length);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_read_over() =>
        Load("\uFEFF{ \"root\": { \"id\": \"a\", \"type\": \"A\", }, /* ours */ \"name\": \"N\" }").Name.ShouldBe("N");

    [Fact]
    public void What_the_file_leaves_out_is_empty()
    {
        var definition = Load("""{"root":{"type":"City.Ask"}}""");

        (definition.DefinitionId, definition.VersionId, definition.Version, definition.Name, definition.Description).ShouldBe(("", "", 1, "", null));
        (definition.UsableAsActivity, definition.IncidentStrategy, definition.CustomProperties).ShouldBe((false, IncidentStrategy.Fault, null));
        (definition.Variables.Count, definition.Inputs.Count, definition.Outputs.Count, definition.Outcomes.Count, definition.Uses.Count).ShouldBe((0, 0, 0, 0, 0));
        var node = definition.Root.ShouldNotBeNull();
        (node.Id, node.DisplayText, node.Name, node.Port, node.Parent, node.CanStartWorkflow, node.Layout, node.Metadata, node.CustomProperties).ShouldBe(("Ask", "Ask", null, "root", null, false, null, null, null));
    }

    [Fact]
    public void The_id_stands_in_for_the_definition_id_and_that_for_the_name()
    {
        var older = Load("""{"id":"v1","name":5,"version":"2","root":{"type":"A"}}""");
        (older.DefinitionId, older.VersionId, older.Version, older.Name).ShouldBe(("v1", "v1", 1, ""));
        Load("""{"id":"v1","definitionId":"grant","root":{"type":"A"}}""").Name.ShouldBe("grant");
    }

    [Fact]
    public void Inputs_outputs_outcomes_and_custom_properties_are_read()
    {
        var definition = Load("""
            { "root": { "type": "A" }, "customProperties": { "owner": "office" }, "outcomes": ["Yes", 5, "No"],
              "inputs": [ { "name": "Bodies", "type": "String", "isArray": true, "displayName": "The bodies", "description": "Who hears." }, {}, 7 ],
              "outputs": [ { "name": "Sum", "type": "Int64", "displayName": "The sum", "description": "In euros." }, { "isArray": true } ] }
            """);

        definition.CustomProperties!.ToJsonString().ShouldBe("""{"owner":"office"}""");
        definition.Outcomes.ShouldBe(["Yes", "No"]);
        definition.Inputs.ShouldBe([new("Bodies", "String[]", "The bodies", "Who hears."), new("", "Object", null, null)]);
        definition.Outputs.ShouldBe([new("Sum", "Int64", "The sum", "In euros."), new("", "Object[]", null, null)]);
    }

    [Fact]
    public void Variables_without_a_name_are_numbered_and_those_without_an_id_go_by_their_name()
    {
        var definition = Load("""{"root":{"type":"A"},"variables":[{"id":"v","name":"V","typeName":"Int32","value":"5"},{},{"name":""},{"name":"Names","typeName":"String","isArray":true,"value":["a"]}]}""");
        definition.Variables.Select(v => $"{v.Id} {v.Name} {v.TypeName} {v.Default?.ToJsonString()}").ShouldBe(["v V Int32 5", "Variable1 Variable1 Object ", "Variable2 Variable2 Object ", "Names Names String[] [\"a\"]"]);
    }

    [Fact]
    public void An_activity_is_shown_by_its_text_or_else_by_its_name_or_else_by_its_id()
    {
        Load("""{"root":{"id":"i","name":"N","type":"A","metadata":{"displayText":"T"}}}""").Root.DisplayText.ShouldBe("T");
        Load("""{"root":{"id":"i","name":"N","type":"A"}}""").Root.DisplayText.ShouldBe("N");
        Load("""{"root":{"id":"i","type":"A"}}""").Root.DisplayText.ShouldBe("i");
    }

    [Fact]
    public void A_container_without_an_id_is_an_activity_too() =>
        Load("""{"root":{"type":"Elsa.If","then":{"type":"Elsa.Sequence","activities":[{"id":"a","type":"A"}]}}}""").Nodes.Select(n => n.Id).ShouldBe(["If", "Sequence", "a"]);

    [Fact]
    public void A_syntax_error_is_known_of_scripts_and_not_looked_for_in_other_text()
    {
        var definition = Build.Load(Sequence("s", Activity("Elsa.RunJavaScript", "r", ("script", Lit("1 +")), ("note", Lit("1 +"))), Activity("Elsa.RunJavaScript", "q", ("script", Js("'1 +'"))), Activity("Elsa.WriteLine", "w", ("script", Lit("1 +"))), LineJs("j", "1 +")));
        definition.Find("r")!.Inputs["script"].Error.ShouldNotBeNullOrEmpty();
        definition.Find("r")!.Inputs["note"].Error.ShouldBeNull();
        definition.Find("q")!.Inputs["script"].Error.ShouldBeNull();
        definition.Find("w")!.Inputs["script"].Error.ShouldBeNull();
        definition.Find("j")!.Inputs["text"].Error.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Two_activities_of_one_id_are_told_apart()
    {
        var definition = Build.Load(Sequence("s", Line("a"), Line("a"), Line("a")));
        definition.Nodes.Select(n => n.Id).ShouldBe(["s", "a", "a#2", "a#3"]);
        definition.Nodes.Select(n => n.Index).ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void An_activitys_properties_are_expressions_outputs_activities_or_kept_as_they_are()
    {
        var node = Build.Load(Activity("Elsa.If", "i", ("nodeId", "root:i"), ("condition", Js("true")), ("then", Line("a")), ("note", "kept"), ("none", new JsonArray()),
            ("list", new JsonArray(1, 2)), ("mixed", new JsonArray(Line("m"), 1)), ("start", new JsonObject { ["type"] = "no activity" }),
            ("result", new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "v" } }), ("lost", new JsonObject { ["memoryReference"] = new JsonObject() }))).Root!;

        (node.Inputs.Keys.Single(), node.Inputs["condition"].Type, node.Inputs["condition"].TypeName, node.Inputs["condition"].Text).ShouldBe(("condition", "JavaScript", "Object", "true"));
        node.Outputs.ShouldBe([KeyValuePair.Create("result", "v")]);
        node.Children.Select(c => $"{c.Port}:{c.Id}").ShouldBe(["then:a"]);
        node.ChildAt("then")!.Id.ShouldBe("a");
        node.Property("NOTE")!.GetValue<string>().ShouldBe("kept");
        new[] { "none", "list", "mixed", "start" }.ShouldAllBe(name => node.Property(name) != null);
        new[] { "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "connections", "variables", "cases", "condition", "result", "lost", "then" }.ShouldAllBe(name => node.Property(name) == null);
    }

    [Theory]
    [InlineData("""{"position":{"x":1,"y":2.5},"size":{"width":3,"height":4}}""", 1, 2.5, 3, 4)]
    [InlineData("""{"position":{"x":1,"y":2}}""", 1, 2, null, null)]
    [InlineData("""{"position":{"x":"1"},"size":{"width":"3"}}""", 0, 0, null, null)]
    public void The_designers_layout_is_read(string designer, double x, double y, object? width, object? height)
    {
        var definition = Load("""{"root":{"type":"A","metadata":{"displayText":"Ask","designer":DESIGNER}}}""".Replace("DESIGNER", designer, StringComparison.Ordinal));
        definition.Root!.Layout.ShouldBe(new NodeLayout(x, y, Pixels(width), Pixels(height)));
        (definition.Root.DisplayText, definition.Root.Metadata!["displayText"]!.GetValue<string>()).ShouldBe(("Ask", "Ask"));

        static double? Pixels(object? value) => value is null ? null : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The third way in which Elsa takes an input: the value itself.</summary>
    [Fact]
    public void An_input_may_be_written_as_a_plain_value()
    {
        Build.Start(Build.Load(Sequence("s", Activity("Elsa.WriteLine", "w", ("text", "plain")), Activity("Elsa.If", "i", ("condition", true), ("then", Line("then"))), Activity("Elsa.For", "f", ("start", 1), ("end", 2), ("body", Line("turn"))),
            Activity("Elsa.ForEach", "e", ("items", new JsonArray("a", "b")), ("body", LineJs("item", "getVariable('CurrentValue')"))), Activity("Elsa.WriteLine", "none", ("text", null)))))
            .Lines.ShouldBe(["plain", "then", "turn", "turn", "a", "b", ""]);
        DefinitionValidator.Validate(Build.Load(Sequence("s", Activity("Elsa.For", "f", ("start", "one"))))).ShouldHaveSingleItem().Check.ShouldBe("mismatched-literal");
        var host = Build.Load(Activity("City.Ask", "a", ("Question", "Wer?"), ("Days", 5)), catalog: ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask") { Inputs = [new("Question", "String", "", Required: true, null), new("Days", "Int32", "", Required: false, null)] }));
        JsonNode? asked = null;
        Build.Start(host, call =>
        {
            asked = call.Inputs["Question"];
            return HostResult.Wait();
        });
        asked!.GetValue<string>().ShouldBe("Wer?");
    }

    [Theory]
    [InlineData("""{"source":{"activity":"a","port":"Yes"},"target":{"activity":"b"}}""", "a.Yes>b")]
    [InlineData("""{"source":{"activity":"a"},"target":{"activity":"b"}}""", "a.Done>b")]
    [InlineData("""{"source":{"activity":"a","port":""},"target":{"activity":"b"}}""", "a.Done>b")]
    [InlineData("""{"source":"a","target":"b","sourcePort":"Yes"}""", "a.Yes>b")]
    [InlineData("""{"source":"a","target":"b"}""", "a.Done>b")]
    [InlineData("""{"source":"a","target":"gone"}""", "")]
    [InlineData("""{"source":{},"target":"b"}""", "")]
    [InlineData("""{}""", "")]
    public void Connections_are_read_in_both_forms_and_dropped_where_an_end_is_missing(string connection, string read)
    {
        var flowchart = Load($$$"""{"root":{"type":"Elsa.Flowchart","activities":[{"id":"a","type":"A"},{"id":"b","type":"B"},{"id":"","type":"C"}],"connections":[{{{connection}}}]}}""").Root!;
        string.Join(' ', flowchart.Connections.Select(c => $"{c.Source.Id}.{c.Port}>{c.Target.Id}")).ShouldBe(read);
    }

    [Fact]
    public void Cases_are_read_in_both_forms_with_their_activities()
    {
        var node = Load("""
            {"root":{"id":"w","type":"Elsa.Switch","cases":[
              {"label":"Yes","condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"1 < 2"}},"activity":{"id":"a","type":"A"}},
              {"label":"No","condition":{"type":"JavaScript","value":"1 > 2"}}, {}, 5]}}
            """).Root!;

        node.Cases.Select(c => $"{c.Label}|{c.Condition.Type}|{c.Condition.Text}|{c.Activity?.Id}|{c.Activity?.Port}").ShouldBe(["Yes|JavaScript|1 < 2|a|case:Yes", "No|JavaScript|1 > 2||", "|Literal|||"]);
        node.Cases[0].Condition.TypeName.ShouldBe("Boolean");
    }

    [Theory]
    [InlineData("""{"usableAsActivity":true}""", true, IncidentStrategy.Fault)]
    [InlineData("""{"usableAsActivity":"true"}""", false, IncidentStrategy.Fault)]
    [InlineData("""{"incidentStrategyType":"Elsa.ContinueWithIncidentsStrategy, Elsa"}""", false, IncidentStrategy.ContinueWithIncidents)]
    [InlineData("""{"incidentStrategyType":"Elsa.FaultStrategy, Elsa"}""", false, IncidentStrategy.Fault)]
    [InlineData("5", false, IncidentStrategy.Fault)]
    public void Options_are_read(string options, bool usable, IncidentStrategy strategy)
    {
        var definition = Load($$"""{"root":{"type":"A"},"options":{{options}}}""");
        (definition.UsableAsActivity, definition.IncidentStrategy).ShouldBe((usable, strategy));
    }

    [Fact]
    public void A_workflow_that_contains_itself_is_refused_also_by_way_of_another()
    {
        var catalog = ActivityCatalog.BuiltIn;
        WorkflowDefinition Named(string id, string uses) =>
            WorkflowDefinition.Load(Workflow(Sequence("s", Activity(uses, "u"))).Replace("\"definitionId\":\"test\"", $"\"definitionId\":\"{id}\"", StringComparison.Ordinal), catalog);
        catalog = catalog.WithWorkflow(Named("outer", "Elsa.Start"));
        catalog = catalog.WithWorkflow(Named("inner", "outer"));
        catalog = catalog.WithWorkflow(Named("outer", "inner"));

        Should.Throw<DefinitionException>(() => Named("top", "outer")).Message.ShouldBe("The workflow \"outer\" contains itself.");
    }

    [Fact]
    public void The_activities_of_a_used_workflow_carry_the_id_of_the_one_that_uses_it()
    {
        var inner = Load("""{"definitionId":"inner","root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"A"},{"id":"b","type":"B"}],"connections":[{"source":"a","target":"b"}]}}""");
        var definition = WorkflowDefinition.Load("""{"root":{"id":"s","type":"Elsa.Sequence","activities":[{"id":"u","type":"inner"},{"id":"v","type":"inner"}]}}""", ActivityCatalog.BuiltIn.WithWorkflow(inner));

        definition.Nodes.Select(n => $"{n.Id}@{n.Port}").ShouldBe(["s@root", "u@activities", "u:workflow@workflow", "u:f@root", "u:a@activities", "u:b@activities", "v@activities", "v:workflow@workflow", "v:f@root", "v:a@activities", "v:b@activities"]);
        definition.Find("u:f")!.Connections.ShouldHaveSingleItem().Target.Id.ShouldBe("u:b");
        definition.Uses.ShouldBe([inner]);
    }

    private static WorkflowDefinition Load(string json) => WorkflowDefinition.Load(json, ActivityCatalog.BuiltIn);

    private static string Refusal(string json) => Should.Throw<DefinitionException>(() => Load(json)).Message;
}
