using System.Text.Json.Nodes;
using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.Texts;
using Governance.Workflows;

namespace Governance.Tests.Processes;

public sealed class DefinitionCheckTests
{
    [Fact]
    public void The_process_that_comes_with_the_program_is_right() => Check(_ => { }).ShouldBeEmpty();

    [Fact]
    public void An_answer_that_leads_nowhere_is_told() => Check(flow => Connection(flow, "formal-check", "Reject").Parent!.AsArray().Remove(Connection(flow, "formal-check", "Reject")))
        .ShouldBe(["formal-check: the outcome Reject leads nowhere; connect it."]);

    [Fact]
    public void A_connection_from_an_answer_that_there_is_not_is_told_with_those_there_are() => Check(flow => Connection(flow, "formal-check", "Reject")["source"]!["port"] = "Rejected")
        .ShouldBe(["formal-check: there is no outcome Rejected; Complete, Return, Reject would be right.", "formal-check: the outcome Reject leads nowhere; connect it."]);

    [Theory]
    [InlineData("\"Complete\"", "a list of objects with an outcome each would be right.")]
    [InlineData("[]", "a list of objects with an outcome each would be right.")]
    [InlineData("[{\"label\": {\"de\": \"Ja\", \"en\": \"Yes\"}}]", "a list of objects with an outcome each would be right.")]
    [InlineData("[{\"outcome\": \"Complete\"}, {\"outcome\": \"Return\"}, {\"outcome\": \"Reject\"}, {\"outcome\": \"Return\"}]", "the outcome Return stands twice in answers; each once would be right.")]
    public void Answers_that_name_no_outcomes_or_one_twice_are_told(string answers, string problem) =>
        Check(flow => Activity(flow, "formal-check")["answers"]!["expression"]!["value"] = answers).ShouldContain(told => told.StartsWith("formal-check: ", StringComparison.Ordinal) && told.EndsWith(problem, StringComparison.Ordinal));

    /// <summary>What a script will answer is known only when it runs.</summary>
    [Fact]
    public void Answers_of_a_script_are_not_judged() => Check(flow =>
    {
        var answers = Activity(flow, "formal-check")["answers"]!["expression"]!;
        answers["type"] = "JavaScript";
        answers["value"] = "[]";
    }).ShouldBeEmpty();

    [Fact]
    public void A_fixed_outcome_is_held_against_its_connections_too() => Check(flow => Connection(flow, "reserve-funds", "Insufficient")["source"]!["port"] = "Lacking")
        .ShouldBe(["reserve-funds: there is no outcome Lacking; Reserved, Insufficient would be right.", "reserve-funds: the outcome Insufficient leads nowhere; connect it."]);

    [Theory]
    [OnEachDatabase]
    public async Task A_definition_with_such_a_gap_is_not_published(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);

        var refused = await city.Send(Actor.System, new PublishDefinition(Changed(flow => Connection(flow, "formal-check", "Reject")["source"]!["port"] = "Rejected"), "wrong"));

        refused.Error!.Code.ShouldBe("process.invalid");
        refused.Error.InGerman().ShouldContain("formal-check: Einen Ausgang Rejected gibt es nicht; richtig wäre einer von: Complete, Return, Reject.");
        (await city.Look(db => Task.FromResult(db.Set<PublishedDefinition>().Count()))).ShouldBe(Repository.Workflows.Count);
    }

    [Theory]
    [InlineData("Elsa.RunTask", "not-executed Error: nobody outside completes tasks here, the case would wait for ever; Governance.RequestDecision would be right.")]
    [InlineData("Elsa.ExecuteWorkflow", null)]
    [InlineData("Elsa.PublishEvent", null)]
    [InlineData("Elsa.Delay", null)]
    public void What_only_workflows_run_executes_is_told(string type, string? problem)
    {
        var definition = WorkflowDefinition.Load($"{{\"definitionId\":\"d\",\"root\":{{\"id\":\"x\",\"type\":\"{type}\"}}}}", ActivityRegistry.Catalog);

        DefinitionCheck.Of(definition).Select(found => $"{found.Check} {found.Severity}: {found.Message}").ShouldBe(problem is null ? [] : [problem]);
    }

    [Theory]
    [InlineData("Governance.RequestDecision", "assignee", "Offfice", "missing-reference: Assignee names 'Offfice'; owner, ")]
    [InlineData("Governance.RequestDecision", "assignee", "owner", null)]
    [InlineData("Governance.RequestDecision", "assignee", "Treasurer", null)]
    [InlineData("Governance.HoldBallot", "body", "senate", "missing-reference: Body names 'senate'; council, steering would be right.")]
    [InlineData("Governance.HoldBallot", "body", "council", null)]
    [InlineData("Governance.HoldBallot", "body", "Mayor", "missing-reference: Body names 'Mayor'; council, steering would be right.")]
    [InlineData("Governance.Notify", "to", "[\"owner\", \"Mayor\", \"steering\"]", null)]
    [InlineData("Governance.Notify", "to", "[\"owner\", \"senate\"]", "missing-reference: To names 'senate'; owner, ")]
    [InlineData("Governance.Notify", "to", "[", null)]
    [InlineData("Elsa.ExecuteWorkflow", "workflowDefinitionId", "ratification", null)]
    [InlineData("Elsa.DispatchWorkflow", "workflowDefinitionId", "d", null)]
    [InlineData("Elsa.BulkDispatchWorkflows", "workflowDefinitionId", "Ratification", "missing-reference: workflowDefinitionId names 'Ratification', which is not published; to publish it first, or d, ratification would be right.")]
    [InlineData("Elsa.SendHttpRequest", "url", "https://register.example/api/streets", null)]
    [InlineData("Elsa.FlowSendHttpRequest", "url", "https://register.example/", "not-allowed: url is 'https://register.example/'; https://register.example/api would be right.")]
    [InlineData("Elsa.SendHttpRequest", "url", "streets", "not-allowed: url is 'streets'; https://register.example/api would be right.")]
    [InlineData("Governance.HoldBallot", "majority", "TwoThirds", "mismatched-literal: \"TwoThirds\" is no value for Majority; ")]
    [InlineData("Governance.HoldBallot", "majority", "statutorymajority", null)]
    [InlineData("Governance.HoldBallot", "majority", "1", null)]
    public void Roles_bodies_and_choices_that_there_are_not_are_told(string type, string input, string value, string? problem)
    {
        var definition = WorkflowDefinition.Load(
            new JsonObject
            {
                ["definitionId"] = "d",
                ["root"] = new JsonObject { ["id"] = "x", ["type"] = type, [input] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } } },
            }.ToJsonString(),
            ActivityRegistry.Catalog);

        var told = DefinitionCheck.Of(definition, new(new HashSet<string> { "steering", "council" }, new HashSet<string> { "ratification" }, new([new("https://register.example/api")]))).Select(found => $"{found.Check}: {found.Message}").ToList();

        if (problem is null)
            told.ShouldBeEmpty();
        else
            told.ShouldHaveSingleItem().ShouldStartWith(problem);
    }

    [Fact]
    public async Task Bodies_are_asked_for_where_the_city_has_some()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var senate = Changed(flow => Activity(flow, "decision")["body"] = JsonNode.Parse("""{"typeName":"String","expression":{"type":"Literal","value":"senate"}}"""));

        DefinitionCheck.Of(WorkflowDefinition.Load(senate, ActivityRegistry.Catalog)).ShouldBeEmpty();
        (await city.Do(city["admin"], new PublishDefinition(senate, "with a warning"))).ShouldBe(2);
        await city.Do(city["admin"], new SaveDefinitionDraft(senate, "wrong", null));
        (await city.Do(city["admin"], new GetDefinitionDraft("project-proposal"))).Problems.ShouldHaveSingleItem().Check.ShouldBe("missing-reference");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_definition_with_warnings_alone_is_published(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var changed = Changed(flow => flow["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"lonely","type":"Elsa.WriteLine","version":1}""")));
        DefinitionCheck.Of(WorkflowDefinition.Load(changed, ActivityRegistry.Catalog)).ShouldHaveSingleItem().Severity.ShouldBe(ProblemSeverity.Warning);

        (await city.Send(Actor.System, new PublishDefinition(changed, "with a warning"))).Value.ShouldBe(2);
    }

    private static List<string> Check(Action<JsonObject> change) =>
        [.. DefinitionCheck.Of(WorkflowDefinition.Load(Changed(change), ActivityRegistry.Catalog)).Select(problem => $"{problem.ActivityId}: {problem.Message}")];

    private static string Changed(Action<JsonObject> change)
    {
        var document = JsonNode.Parse(File.ReadAllText(Repository.File("workflows/project-proposal.json")))!.AsObject();
        change(document["root"]!.AsObject());
        return document.ToJsonString();
    }

    private static JsonObject Activity(JsonObject flow, string id) => flow["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == id)!.AsObject();

    private static JsonObject Connection(JsonObject flow, string from, string port) =>
        flow["connections"]!.AsArray().Single(connection => (string?)connection!["source"]!["activity"] == from && (string?)connection["source"]!["port"] == port)!.AsObject();
}
