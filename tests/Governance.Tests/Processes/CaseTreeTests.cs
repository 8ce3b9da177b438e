using System.Text.Json.Nodes;
using Governance.Inbox;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Bookmark = Governance.Processes.Bookmark;
using static Governance.Tests.Processes.CaseWay;
using static Governance.Tests.Processes.TestFlows;

namespace Governance.Tests.Processes;

/// <summary>A proposal's case and those that it started are one matter: they are answered, ended, and tried as one.</summary>
public sealed class CaseTreeTests
{
    private const string Child = "child";

    /// <summary>A withdrawn proposal leaves nobody with a task, and starts nothing that was still to come.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task A_case_that_is_ended_ends_those_that_it_started(Provider provider)
    {
        await using var city = await FoundAsync(provider, Question(), Sequence("grandparent", Start("Elsa.DispatchWorkflow", Child, waits: false, "dispatch"), Start("Elsa.ExecuteWorkflow", Child, waits: true)));
        await city.PublishAsync(AskedFirst("grandparent"));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        var root = (await city.ProposalAsync(proposal)).InstanceId!.Value;
        var tree = await city.Look(db => db.Set<ProcessInstance>().AsNoTracking().Where(row => row.SubjectId == proposal).OrderBy(row => row.Sequence).ToListAsync());
        tree.Select(row => (row.Depth, row.RootId)).ShouldBe([(0, null), (1, root), (2, root)]);
        (await city.TaskAsync(proposal, "question")).ShouldNotBe(Guid.Empty);
        (await city.Look(db => db.Set<CaseMessage>().CountAsync(row => row.Kind == CaseMessageKind.StartCase))).ShouldBe(1);

        await city.Do(city["owner"], new WithdrawProposal(proposal, "Hat sich erledigt."));
        await city.DeliverAsync();

        (await city.Look(db => db.Set<ProcessInstance>().Where(row => row.SubjectId == proposal).Select(row => row.Status).ToListAsync())).ShouldBe([ProcessStatus.Cancelled, ProcessStatus.Cancelled, ProcessStatus.Cancelled]);
        (await city.Look(db => db.Set<InboxTask>().CountAsync(task => task.ProposalId == proposal && task.IsOpen && task.Kind != TaskKind.Notice))).ShouldBe(0);
        (await city.Look(db => db.Set<Bookmark>().CountAsync())).ShouldBe(0);
        (await city.Look(db => db.Set<CaseMessage>().CountAsync())).ShouldBe(0);
        await city.ShouldBeSoundAsync();
    }

    /// <summary>The first is over, one that it started is not: the proposal can be withdrawn all the same.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task A_case_whose_own_workflow_is_over_ends_with_those_that_it_started(Provider provider)
    {
        await using var city = await FoundAsync(provider, Question(), Sequence("project-proposal", Activity("Governance.SetStatus", "status", ("stage", "FormalCheck")), Start("Elsa.ExecuteWorkflow", Child, waits: false)));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));

        await city.Do(city["owner"], new WithdrawProposal(proposal, "Hat sich erledigt."));

        (await city.Look(db => db.Set<ProcessInstance>().OrderBy(row => row.Sequence).Select(row => row.Status).ToListAsync())).ShouldBe([ProcessStatus.Finished, ProcessStatus.Cancelled]);
        (await city.Send(city["owner"], new WithdrawProposal(proposal, "Noch einmal."))).Error!.Code.ShouldBe("proposal.not-withdrawable");
    }

    /// <summary>Who was to start it is over, and so is the proposal: nothing starts.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task Nothing_starts_for_a_proposal_that_was_withdrawn(Provider provider)
    {
        await using var city = await FoundAsync(
            provider, Question(), Sequence("starter", Start("Elsa.DispatchWorkflow", Child, waits: false)), Sequence("middle", Start("Elsa.ExecuteWorkflow", "starter", waits: false), Start("Elsa.ExecuteWorkflow", Child, waits: true, "ask")));
        await city.PublishAsync(AskedFirst("middle"));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        (await city.CasesAsync("starter")).ShouldHaveSingleItem().Status.ShouldBe(ProcessStatus.Finished);

        await city.Do(city["owner"], new WithdrawProposal(proposal, "Hat sich erledigt."));
        await city.DeliverAsync();

        (await city.CasesAsync(Child)).ShouldHaveSingleItem().Status.ShouldBe(ProcessStatus.Cancelled);
        await city.ShouldBeSoundAsync();
    }

    /// <summary>Pages look for these in the proposal's own case: elsewhere nobody could answer them.</summary>
    [Fact]
    public async Task Corrections_and_objection_periods_are_not_for_a_started_workflow()
    {
        await using var city = await FoundAsync(Provider.Sqlite, Sequence(Child, Activity("Governance.AwaitObjectionPeriod", "period")));
        await city.PublishAsync(AskedFirst(Child));

        await city.SubmitAsync(ProposalWay.Content(50_000));

        (await city.Look(db => db.Set<Governance.Processes.Incident>().Select(row => row.Message).ToListAsync())).ShouldContain(message => message.EndsWith("(process.only-in-first)", StringComparison.Ordinal));
        await city.PublishAsync(Question().Replace("\"Decision\"", "\"Correction\"", StringComparison.Ordinal));
        await city.SubmitAsync(ProposalWay.Content(50_001));
        (await city.Look(db => db.Set<Governance.Processes.Incident>().CountAsync(row => row.Message.Contains("question: ") && row.Message.EndsWith("(process.only-in-first)")))).ShouldBeGreaterThan(0);
    }

    /// <summary>What fails in a workflow that the case started is that case's matter: it ends with it.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task An_incident_in_a_started_workflow_ends_the_whole_case(Provider provider)
    {
        var failing = JsonNode.Parse(Sequence(Child, Activity("Governance.HoldBallot", "ballot", ("body", "{'no' + 'body'}"))))!;
        failing["options"] = new JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" };
        await using var city = await FoundAsync(provider, failing.ToJsonString());
        await city.PublishAsync(AskedFirst(Child));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        var incident = (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldHaveSingleItem();
        incident.DefinitionId.ShouldBe(Child);
        var details = await city.Do(city["admin"], new GetIncident(incident.Id));
        (details.CanEnd, details.EndsProposal).ShouldBe((true, true));

        await city.Do(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Cancel, null, "Falsch gezeichnet."));
        await city.DeliverAsync();

        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Withdrawn);
        (await city.Look(db => db.Set<ProcessInstance>().Select(row => row.Status).Distinct().SingleAsync())).ShouldBe(ProcessStatus.Cancelled);
        await city.ShouldBeSoundAsync();
    }

    /// <summary>The other workflow answers for the same proposal; then its case goes on as always.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task A_proposals_case_goes_on_when_the_started_workflow_is_answered(Provider provider)
    {
        await using var city = await FoundAsync(provider, Question());
        await city.PublishAsync(AskedFirst(Child));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        var due = await city.Look(db => db.Set<InboxTask>().Where(task => task.ProposalId == proposal && task.ActivityId == "question").Select(task => task.DueAt).SingleAsync());
        (await RouteAsync("ask-first")).ShouldBe(("role:Office", due));
        await city.AnswerAsync(proposal, "question", "office", "Yes");
        (await RouteAsync("ask-first")).ShouldBe(("", null));
        await city.DeliverAsync();

        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");

        // Tried on the program's own version: the case has lived through the other workflow only in this one.
        var run = await city.Do(city["admin"], new TryDefinition("project-proposal", 1, null, 10));
        run.Cases.ShouldHaveSingleItem().Verdict.ShouldBe(ReplayVerdict.AnotherWay);
        (await city.Do(city["admin"], new TryDefinition("project-proposal", 2, null, 10))).Cases[0].Verdict.ShouldBe(ReplayVerdict.Same);
        await city.ShouldBeSoundAsync();

        // Whom the owner sees that the case waits for, and until when.
        async Task<(string Waits, DateTime? DueAt)> RouteAsync(string activity)
        {
            var station = (await city.Do(city["owner"], new GetRoute(proposal))).Stations.Single(one => one.Station.ActivityId == activity);
            return (string.Join(", ", station.Waits), station.DueAt);
        }
    }

    [Fact]
    public async Task A_dry_run_starts_no_case_and_sends_nothing()
    {
        await using var city = await FoundAsync(Provider.Sqlite, Question());
        await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.PublishAsync(AskedFirst(Child));
        var before = await city.Look(Fingerprint.OfAsync);

        var tried = (await city.Do(city["admin"], new TryDefinition("project-proposal", 2, null, 10))).Cases.ShouldHaveSingleItem();

        tried.Verdict.ShouldBe(ReplayVerdict.AnotherWay);
        (await city.Look(Fingerprint.OfAsync)).ShouldBe(before);
    }

    private static JsonObject Start(string type, string definition, bool waits, params (string Input, JsonNode Value)[] more) => Start(type, definition, waits, "start", more);

    private static JsonObject Start(string type, string definition, bool waits, string id, params (string Input, JsonNode Value)[] more) =>
        Activity(type, id, [("workflowDefinitionId", definition), ("waitForCompletion", waits), .. more]);

    // The formal check's question, in a workflow of its own.
    private static string Question() => Sequence(
        Child,
        Activity(
            "Governance.RequestDecision", "question", ("assignee", "Office"), ("kind", "Decision"), ("dueIn", "5wd"),
            ("question", new JsonObject { ["de"] = "Einverstanden?", ["en"] = "Agreed?" }), ("why", new JsonObject { ["de"] = "alle gefragt werden", ["en"] = "all are asked" }),
            ("answers", new JsonArray(new JsonObject { ["outcome"] = "Yes", ["label"] = new JsonObject { ["de"] = "Ja", ["en"] = "Yes" }, ["next"] = new JsonObject { ["de"] = "Weiter.", ["en"] = "On." } }))));

    // The program's own process, in which another workflow comes before the formal check.
    private static string AskedFirst(string workflow)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Repository.File("workflows/project-proposal.json")))!;
        var root = definition["root"]!;
        root["activities"]!.AsArray().Add(Start("Elsa.ExecuteWorkflow", workflow, waits: true, "ask-first"));
        foreach (var connection in root["connections"]!.AsArray().Where(one => (string?)one!["target"]!["activity"] == "formal-check"))
            connection!["target"]!["activity"] = "ask-first";
        root["activities"]!.AsArray().Last()!["customProperties"] = new JsonObject { ["label"] = new JsonObject { ["de"] = "Vorab gefragt", ["en"] = "Asked first" } };
        root["connections"]!.AsArray().Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = "ask-first", ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = "formal-check", ["port"] = "In" } });
        return definition.ToJsonString();
    }
}
