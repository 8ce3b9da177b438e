using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

public sealed class Definitions
{
    /// <summary>By its type, by what the definition names, by the connections that leave it, or Done.</summary>
    [Fact]
    public void An_activity_says_by_which_outcomes_it_can_be_left()
    {
        var asks = new ActivityDescriptor("Ask") { OutcomesFrom = "answers" };
        var catalog = ActivityCatalog.BuiltIn.With(asks);
        var chart = Load(Flowchart("f", [Activity("Elsa.FlowDecision", "d", ("condition", Js("true"))), Activity("Ask", "named", ("answers", Expr("Object", """[{"outcome":"Yes"},{"outcome":"No"}]"""))),
            Activity("Ask", "scripted", ("answers", Js("[]"))), Line("w"), Activity("Elsa.RunJavaScript", "r")], "d.True>named", "scripted.Maybe>w", "scripted.Later>w"), catalog: catalog);

        string.Join(' ', new[] { "d", "named", "scripted", "w", "r" }.Select(id => string.Join('/', chart.Find(id)!.PossibleOutcomes))).ShouldBe("True/False Yes/No Later/Maybe Done Done");
    }

    /// <summary>Charts of thousands are read in linear memory: what leads where is asked by joins alone.</summary>
    [Fact]
    public void A_long_chart_costs_no_more_than_its_length()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var long_ = Load(Flowchart("f", Enumerable.Range(0, 4_000).Select(number => Line($"a{number}")), [.. Enumerable.Range(0, 3_999).Select(number => $"a{number}>a{number + 1}")]));
        long_.Nodes.Count.ShouldBe(4_001);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
    }

    private const string Studio = """
        { "id": "v7", "definitionId": "grant", "name": "Grant", "description": "A grant.", "version": 3, "toolVersion": "3.5.3.0", "somethingNew": { "x": 1 },
          "variables": [ { "id": "v1", "name": "Amount", "typeName": "Int64", "value": "5", "storageDriverTypeName": null } ],
          "inputs": [ { "type": "String", "isArray": true, "name": "Bodies", "displayName": "Bodies", "description": "Who hears." } ],
          "outputs": [ { "type": "Boolean", "name": "Granted" } ], "outcomes": ["Yes", "No"], "customProperties": { "owner": "office" },
          "options": { "usableAsActivity": true, "incidentStrategyType": "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" },
          "root": { "id": "f", "type": "Elsa.Flowchart", "version": 1, "customProperties": {}, "metadata": {},
            "activities": [
              { "id": "a", "name": "First", "type": "Elsa.WriteLine", "version": 1, "unknown": true, "customProperties": { "canStartWorkflow": true, "sla": "P3D" },
                "metadata": { "displayText": "Say hello", "designer": { "position": { "x": -12.5, "y": 40 }, "size": { "width": 120, "height": 50 } } },
                "text": { "typeName": "String", "expression": { "type": "Literal", "value": "hello" } } },
              { "id": "b", "type": "City.Unknown", "version": 1 } ],
            "connections": [ { "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" }, "vertices": [] },
                             { "source": { "activity": "gone" }, "target": { "activity": "b" } } ] } }
        """;

    [Fact]
    public void What_Studio_writes_is_read_and_the_text_is_kept()
    {
        var definition = WorkflowDefinition.Load(Studio, ActivityCatalog.BuiltIn);

        (definition.DefinitionId, definition.VersionId, definition.Version, definition.Name, definition.Description).ShouldBe(("grant", "v7", 3, "Grant", "A grant."));
        definition.Source.ShouldBe(Studio);
        definition.Sha256.Length.ShouldBe(64);
        definition.Variables.ShouldHaveSingleItem().Default!.GetValue<long>().ShouldBe(5);
        definition.Inputs.ShouldHaveSingleItem().TypeName.ShouldBe("String[]");
        definition.Outputs.ShouldHaveSingleItem().Name.ShouldBe("Granted");
        definition.Outcomes.ShouldBe(["Yes", "No"]);
        definition.UsableAsActivity.ShouldBeTrue();
        definition.IncidentStrategy.ShouldBe(IncidentStrategy.ContinueWithIncidents);

        var a = definition.Find("a").ShouldNotBeNull();
        (a.DisplayText, a.Name, a.Type, a.Parent!.Id, a.Port, a.CanStartWorkflow).ShouldBe(("Say hello", "First", "Elsa.WriteLine", "f", "activities", true));
        a.Layout.ShouldBe(new NodeLayout(-12.5, 40, 120, 50));
        a.CustomProperties!["sla"]!.GetValue<string>().ShouldBe("P3D");
        a.Inputs["Text"].Text.ShouldBe("hello");
        definition.Find("b")!.Descriptor.ShouldBeNull();
        var connection = definition.Root!.Connections.ShouldHaveSingleItem();
        (connection.Source.Id, connection.Port, connection.Target.Id).ShouldBe(("a", "Done", "b"));
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{ \"root\": ", "no JSON")]
    [InlineData("[1]", "is a JSON object")]
    [InlineData("{}", "\"root\" activity")]
    [InlineData("{\"root\":{\"id\":\"a\"}}", "\"root\" activity")]
    public void What_is_no_definition_is_refused_with_a_sentence(string json, string reason) =>
        Should.Throw<DefinitionException>(() => WorkflowDefinition.Load(json, ActivityCatalog.BuiltIn)).Message.ShouldContain(reason);

    [Fact]
    public void A_syntax_error_is_known_when_the_definition_is_loaded_but_faults_when_it_is_reached()
    {
        var definition = Load(Sequence("s", Line("a"), LineJs("b", "1 +")));

        definition.Find("b")!.Inputs["text"].Error.ShouldNotBeNull();
        var result = Start(definition);
        result.Lines.ShouldBe(["a"]);
        result.Status.ShouldBe(WorkflowStatus.Faulted);
    }

    [Fact]
    public void A_workflow_used_as_an_activity_is_taken_in_with_its_version()
    {
        var child = WorkflowDefinition.Load(Workflow(Line("inner")).Replace("\"definitionId\":\"test\"", "\"definitionId\":\"child\"", StringComparison.Ordinal), ActivityCatalog.BuiltIn);
        var definition = Load(Sequence("s", Activity("child", "c"), Line("outer")), catalog: ActivityCatalog.BuiltIn.WithWorkflow(child));

        definition.Uses.ShouldHaveSingleItem().Sha256.ShouldBe(child.Sha256);
        definition.Find("c:inner").ShouldNotBeNull();
        Start(definition).Lines.ShouldBe(["inner", "outer"]);
    }

    [Fact]
    public void An_unknown_property_of_the_state_of_things_is_no_reason_to_fail()
    {
        var root = Sequence("s", Line("a"));
        root["nobodyKnows"] = new JsonArray(1, 2);
        Start(Load(root)).Lines.ShouldBe(["a"]);
    }
}
