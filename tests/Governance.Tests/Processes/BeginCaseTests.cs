using System.Text.Json.Nodes;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.Notifications;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using static Governance.Tests.Processes.CaseWay;
using static Governance.Tests.Processes.TestFlows;

namespace Governance.Tests.Processes;

/// <summary>Cases that somebody begins about a proposal: by whom, when, and with what the workflow says.</summary>
public sealed class BeginCaseTests
{
    private const string Flow = "flow";

    [Theory]
    [OnEachDatabase]
    public async Task What_is_given_becomes_the_workflows_inputs_and_the_case_belongs_to_the_proposals_own(Provider provider)
    {
        await using var city = await FoundAsync(provider, Begun(Sequence(Flow, Answer("getInput('thing') + ' ' + getInput('sum')"), Event("go")), ["Office"], Field("thing"), Field("sum", "money")));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        var beginning = (await city.Do(city["office"], new ListBeginnings(proposal))).ShouldHaveSingleItem();
        (beginning.DefinitionId, beginning.Form.Fields.Count).ShouldBe((Flow, 2));

        var begun = await city.Do(city["office"], new BeginCase(proposal, Flow, Data(("thing", "Bank"), ("sum", "12.50"))));

        var row = (await city.CasesAsync(Flow)).ShouldHaveSingleItem();
        var own = (await city.ProposalAsync(proposal)).InstanceId;
        (row.Id, row.SubjectId, row.ParentId, row.RootId, row.ParentBookmark, row.Depth, row.Status).ShouldBe((begun, proposal, own, own, null, 1, ProcessStatus.Suspended));
        (await city.OutputAsync(begun)).ShouldBe("\"Bank 1250\"");
        var entry = (await city.Do(city["auditor"], new GetHistory(proposal))).Single(one => one.Action == "case.begun");
        (entry.By, entry.Facts.Contains("Bank", StringComparison.Ordinal)).ShouldBe(("office", true));
        (await city.Do(city["owner"], new ListOtherCases(proposal))).ShouldHaveSingleItem().Status.ShouldBe(ProcessStatus.Suspended);
        await city.ShouldBeSoundAsync();

        // It ends with the proposal's own.
        await city.Do(city["owner"], new WithdrawProposal(proposal, "Hat sich erledigt."));
        (await city.StatusAsync(begun)).ShouldBe(ProcessStatus.Cancelled);
        (await city.Do(city["office"], new ListBeginnings(proposal))).ShouldBeEmpty();
        (await city.Send(city["office"], new BeginCase(proposal, Flow))).Error!.Code.ShouldBe("process.over");
        await city.ShouldBeSoundAsync();
    }

    /// <summary>A case that people began is given up alone: the proposal, its stage and its money stay, before and after the decision. What it started
    /// ends with it; what was begun beside it goes on.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task A_failed_case_beside_the_proposals_own_ends_without_it(Provider provider)
    {
        var failing = JsonNode.Parse(Begun(
            Sequence(Flow, Activity("Elsa.DispatchWorkflow", "start", ("workflowDefinitionId", "below")), Activity("Governance.HoldBallot", "ballot", ("body", "{'no' + 'body'}"))), ["Office"]))!;
        failing["options"] = new JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" };
        await using var city = await FoundAsync(provider, Sequence("below", Event("go")));
        await city.PublishAsync(failing.ToJsonString());
        await city.PublishAsync(Begun(Sequence("beside", Event("go")), ["Office"]));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        var (before, reserved) = (await city.ProposalAsync(proposal), await BookedAsync(city, proposal));
        reserved.ShouldNotBeEmpty();
        var other = await city.Do(city["office"], new BeginCase(proposal, "beside"));
        var begun = await city.Do(city["office"], new BeginCase(proposal, Flow));
        await city.DeliverAsync();
        var below = (await city.CasesAsync("below")).ShouldHaveSingleItem();
        below.ParentId.ShouldBe(begun);
        var incident = (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldHaveSingleItem();
        var details = await city.Do(city["admin"], new GetIncident(incident.Id));
        (details.CanEnd, details.EndsProposal).ShouldBe((true, false));

        await city.Do(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Cancel, null, "Falsch gezeichnet."));

        (await city.StatusAsync(begun)).ShouldBe(ProcessStatus.Cancelled);
        (await city.StatusAsync(below.Id)).ShouldBe(ProcessStatus.Cancelled);
        (await city.StatusAsync(other)).ShouldBe(ProcessStatus.Suspended);
        var after = await city.ProposalAsync(proposal);
        (after.Stage, after.Version, await city.StatusAsync(after.InstanceId!.Value)).ShouldBe((before.Stage, before.Version, ProcessStatus.Suspended));
        (await BookedAsync(city, proposal)).ShouldBe(reserved);
        (await city.Do(city["auditor"], new GetHistory(proposal))).ShouldContain(entry => entry.Action == "incident.cancelled");
        (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldBeEmpty();
        await city.AnswerAsync(proposal, "recommendation", "office", "Recommend");
        await city.ShouldBeSoundAsync();

        static async Task<List<string>> BookedAsync(TestCity city, Guid proposal) =>
            await city.Look(db => db.Set<Governance.Funding.LedgerEntry>().Where(entry => entry.ProposalId == proposal).OrderBy(entry => entry.Sequence).Select(entry => entry.Id.ToString()).ToListAsync());
    }

    [Theory]
    [OnEachDatabase]
    public async Task Sent_twice_at_once_it_begins_once(Provider provider)
    {
        await using var city = await FoundAsync(provider, Begun(Sequence(Flow, Event("go")), ["Office"]));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        for (var turn = 1; turn <= 5; turn++)
        {
            var wished = Guid.CreateVersion7();
            var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => city.Do(city["office"], new BeginCase(proposal, Flow, CaseId: wished)))));
            begun.ShouldAllBe(id => id == wished);
            (await city.CasesAsync(Flow)).Count.ShouldBe(turn);
        }

        // No id at all, and one that another proposal's case has.
        (await city.Do(city["office"], new BeginCase(proposal, Flow, CaseId: Guid.Empty))).ShouldNotBe(Guid.Empty);
        var other = await city.SubmitAsync(ProposalWay.Content(40_000));
        (await city.Send(city["office"], new BeginCase(other, Flow, CaseId: (await city.CasesAsync(Flow))[0].Id))).Error!.Code.ShouldBe("process.moved-on");
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_and_when_is_the_workflows_to_say_and_its_newest_version_in_force_says_it(Provider provider)
    {
        await using var city = await FoundAsync(provider, Begun(Sequence(Flow, Event("go")), ["owner", "Treasurer"], stages: ["Opinions"]));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        (await city.Send(city["owner"], new BeginCase(proposal, Flow))).Error!.Code.ShouldBe("process.not-at-this-stage");
        (await city.Do(city["owner"], new ListBeginnings(proposal))).ShouldBeEmpty();
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        foreach (var (name, may) in new[] { ("owner", true), ("treasurer", true), ("office", false), ("owner2", false), ("admin", false), ("clerk", false) })
        {
            var sent = await city.Send(city[name], new BeginCase(proposal, Flow));
            (sent.Error?.Code).ShouldBe(may ? null : "access.forbidden", name);
            if (await city.Send(city[name], new ListBeginnings(proposal)) is { IsSuccess: true } listed)
                listed.Value.Count.ShouldBe(may ? 1 : 0, name);
        }

        // Another version asks for another; once it is retired the first is in force again; a workflow that none begins, or that there is not, none begins.
        await city.PublishAsync(Begun(Sequence(Flow, Event("go")), ["Office"]));
        (await city.Send(city["owner"], new BeginCase(proposal, Flow))).Error!.Code.ShouldBe("access.forbidden");
        await city.Do(city["office"], new BeginCase(proposal, Flow));
        (await city.Do(city["office"], new GetDefinition(Flow))).BegunBy.ShouldBe(["Office"]);
        (await city.Do(city["office"], new GetDefinition(Flow, 1))).BegunBy.ShouldBeEmpty();
        await city.Do(city["admin"], new RetireDefinition(Flow, 2, Retired: true, "Versuch"));
        await city.Do(city["owner"], new BeginCase(proposal, Flow));
        await city.Do(city["admin"], new RetireDefinition(Flow, 1, Retired: true, "Versuch"));
        foreach (var none in new[] { Flow, "project-proposal", "nothing" })
            (await city.Send(city["owner"], new BeginCase(proposal, none))).Error!.Code.ShouldBe("access.forbidden");
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_missing_or_wrong_is_told_by_field_and_nothing_begins(Provider provider)
    {
        await using var city = await FoundAsync(provider, Begun(Sequence(Flow, Event("go")), ["Office"], Field("thing", required: true), Choice("kind", "a", "b")));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));

        var refused = (await city.Send(city["office"], new BeginCase(proposal, Flow, Data(("kind", "c"), ("odd", "1"))))).Error!;

        refused.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => (field.Key, field.Value.Single().Code))
            .ShouldBe([("Data.kind", "task.field-choice"), ("Data.odd", "task.field-unknown"), ("Data.thing", "input.required")]);
        (await city.CasesAsync(Flow)).ShouldBeEmpty();
        (await city.Send(city["owner"], new BeginCase(await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(1_000))), Flow))).Error!.Code.ShouldBe("access.forbidden");
        await city.Do(city["office"], new BeginCase(proposal, Flow, Data(("thing", "x"), ("kind", "b"))));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_singleton_is_begun_once_even_about_two_proposals_at_once(Provider provider)
    {
        var definition = JsonNode.Parse(Begun(Sequence(Flow, Event("go")), ["Office"]))!.AsObject();
        definition["options"] = new JsonObject { ["activationStrategyType"] = "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime" };
        await using var city = await FoundAsync(provider, definition.ToJsonString());
        Guid[] proposals = [await city.SubmitAsync(ProposalWay.Content(50_000)), await city.SubmitAsync(ProposalWay.Content(60_000))];
        for (var turn = 1; turn <= 5; turn++)
        {
            var sent = await Task.WhenAll(proposals.Concat(proposals).Select(proposal => Task.Run(() => city.Send(city["office"], new BeginCase(proposal, Flow)))));
            sent.Count(one => one.IsSuccess).ShouldBe(1);
            sent.Where(one => !one.IsSuccess).ShouldAllBe(one => one.Error!.Code == "process.runs-already");
            await city.StimulateAsync((await city.CasesAsync(Flow)).Single(one => !one.HasEnded).Id, new Stimulus.Cancel());
        }
    }

    [Theory]
    [InlineData("""{"by":[],"question":{"de":"?","en":"?"}}""", "by names ''")]
    [InlineData("""{"by":["Nobody"],"question":{"de":"?","en":"?"}}""", "by names 'Nobody'")]
    [InlineData("""{"by":["1"],"question":{"de":"?","en":"?"}}""", "by names '1'")]
    [InlineData("""{"by":["Office"]}""", "by and a question")]
    [InlineData("""{"by":"Office","question":{"de":"?","en":"?"}}""", "it cannot be read")]
    [InlineData("""{"by":["Office"],"question":{"de":"?","en":"?"},"stages":["Soon"]}""", "it cannot be read")]
    [InlineData("""{"by":["Office"],"question":{"de":"?","en":"?"},"stages":[3]}""", "it cannot be read")]
    [InlineData("""{"by":["Office"],"question":{"de":"?","en":"?"},"fields":[{"name":"odd","label":{"de":"?","en":"?"},"type":"text"}]}""", "the field 'odd' is no input of the workflow; one of Item, By, To")]
    [InlineData("""{"by":["Office"],"question":{"de":"?","en":"?"},"fields":[{"name":"Item","label":{"de":"?","en":"?"},"type":"text"}]}""", "'Item' cannot be the name of a field")]
    [InlineData("""{"by":["Office"],"question":{"de":"?","en":"?"},"fields":[{"name":"item","label":{"de":"?","en":"?"},"type":"choice"}]}""", "the field 'item' needs choices")]
    [InlineData("""{"by":["Office"],"question":{"de":"?","en":"?"},"fields":[{"name":"item","label":{"de":"?","en":"?"},"type":"choice","choices":[{"value":"a","label":{"de":"?","en":"?"}},{"value":"a","label":{"de":"?","en":"?"}}]}]}""", "the field 'item' needs choices")]
    public void A_form_by_which_nobody_could_begin_is_not_published(string begin, string message)
    {
        var definition = JsonNode.Parse(Sequence(Flow, Event("go")))!.AsObject();
        definition["customProperties"] = new JsonObject { ["begin"] = JsonNode.Parse(begin) };

        var problem = DefinitionCheck.Of(WorkflowDefinition.Load(definition.ToJsonString(), ActivityRegistry.Catalog)).Where(one => one.Check == "unusable-begin").ShouldHaveSingleItem();

        (problem.Severity, problem.ActivityId).ShouldBe((ProblemSeverity.Error, "root"));
        problem.Message.ShouldStartWith($"customProperties.begin: {message}");
    }

    /// <summary>The steering committee gives its advice by circular vote while the proposal is checked: agreed, not agreed, not quorate and asked again.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task Circular_resolution(Provider provider)
    {
        await using var city = await FoundAsync(provider, await OursAsync("circular-resolution"));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));

        var agreed = await city.Do(city["clerk"], new BeginCase(proposal, "circular-resolution", Data(("body", "steering"))));
        var ballot = (await city.BallotAsync(proposal)).ShouldNotBeNull();
        ballot.Body.ShouldBe(BodyCodes.Steering);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        await EndedAsync(agreed, "Adopted", "Umlaufbeschluss: zugestimmt");

        var refused = await city.Do(city["office"], new BeginCase(proposal, "circular-resolution", Data(("body", "advisory"))));
        await city.DecideAsync(proposal, DecisionOutcome.RejectedByMajority);
        await EndedAsync(refused, "Rejected", "Umlaufbeschluss: nicht zugestimmt");

        // Nobody votes until the deadline: the body is called a second time with the notice of § 49 (2) GO NRW, and is quorate then.
        var again = await city.Do(city["office"], new BeginCase(proposal, "circular-resolution", Data(("body", "steering"))));
        city.Clock.Advance(TimeSpan.FromDays(20));
        foreach (var due in await city.Do(Actor.System, new DueBallots(10)))
            await city.Do(Actor.System, new CloseDueBallot(due));
        var second = (await city.BallotAsync(proposal)).ShouldNotBeNull();
        (await city.Look(db => db.Set<Ballot>().Where(row => row.Id == second.Id).Select(row => row.SecondCall).SingleAsync())).ShouldBeTrue();
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        await EndedAsync(again, "Adopted", "Umlaufbeschluss: zugestimmt");

        // Its advice decides nothing: the proposal is where it was.
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.FormalCheck);
        (await city.Do(city["owner"], new ListOtherCases(proposal))).Select(one => one.Ballots.Count).ShouldBe([2, 1, 1]);

        // What was given when they began is part of what a dry run lives again.
        (await city.Do(city["admin"], new TryDefinition("circular-resolution", 1, null, 10))).Cases.Select(one => one.Verdict).ShouldBe([ReplayVerdict.Same, ReplayVerdict.Same, ReplayVerdict.Same]);
        (await city.Do(city["admin"], new TryDefinition("project-proposal", 1, null, 10))).Cases.ShouldHaveSingleItem().Verdict.ShouldBe(ReplayVerdict.Same);
        await city.ShouldBeSoundAsync();

        async Task EndedAsync(Guid id, string result, string subject)
        {
            var row = await city.Look(db => db.Set<ProcessInstance>().AsNoTracking().SingleAsync(one => one.Id == id));
            row.Status.ShouldBe(ProcessStatus.Finished);
            WorkflowState.Parse(row.State).Outputs["Result"]!.GetValue<string>().ShouldBe(result);
            (await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Key.StartsWith($"{id:N}")).Select(mail => mail.Facts).ToListAsync())).ShouldAllBe(facts => facts.Contains(subject, StringComparison.Ordinal));
        }
    }

    /// <summary>The owner reports, the office asks back, the report tells that the goal is at risk.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task Progress_report(Provider provider)
    {
        await using var city = await FoundAsync(provider, await OursAsync("progress-report"));
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));
        var asked = Data(("dueOn", "2027-03-31"), ("topics", "Barrierefreiheit"));
        (await city.Send(city["office"], new BeginCase(proposal, "progress-report", asked))).Error!.Code.ShouldBe("process.not-at-this-stage");
        await city.RecommendAsync(proposal);
        await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        await city.PassObjectionPeriodAsync();
        await city.BeginExecutionAsync(proposal);

        var begun = await city.Do(city["office"], new BeginCase(proposal, "progress-report", asked));
        (await city.Look(db => db.Set<Governance.Processes.Incident>().Select(row => row.Message).ToListAsync())).ShouldBeEmpty();
        var report = await city.TaskAsync(proposal, "report");
        var task = await city.Do(city["owner"], new GetTask(report));
        (task.DueOn, task.Form.Question.En).ShouldBe((new DateOnly(2027, 3, 31), "How does your project stand? Asked for in particular: Barrierefreiheit"));
        (await city.Send(city["owner"], new CompleteTask(report, "Handed", Data: Data(("state", "fine"))))).Error!.Fields["Data.state"].Single().Code.ShouldBe("task.field-choice");
        await city.Do(city["owner"], new CompleteTask(report, "Handed", Data: Data(("state", "delayed"), ("progress", "Vergabe läuft."), ("spent", "1200.50"), ("doneBy", "2027-09-30"))));

        // The office sees the report, asks back, and the owner completes what stood there.
        var review = await city.Do(city["office"], new GetTask(await city.TaskAsync(proposal, "review")));
        review.Earlier[^1].Data.Select(given => (given.Field.Name, given.Value.ToString())).ShouldBe([("state", "delayed"), ("progress", "Vergabe läuft."), ("spent", "120050"), ("doneBy", "2027-09-30")]);
        await city.AnswerAsync(proposal, "review", "office", "Ask", "Warum verzögert?");
        var again = await city.Do(city["owner"], new GetTask(await city.TaskAsync(proposal, "report")));
        (again.Form.Suggested["progress"], again.Form.Suggested["spent"], again.Earlier[^1].Comment).ShouldBe(("Vergabe läuft.", "1200.50", "Warum verzögert?"));
        again.DueOn.ShouldNotBe(new DateOnly(2027, 3, 31));
        await city.Do(city["owner"], new CompleteTask(again.Id, "Handed", Data: Data(("state", "atRisk"), ("progress", "Anbieter fehlt."), ("spent", "1200.50"), ("doneBy", "2028-03-31"))));
        await city.AnswerAsync(proposal, "review", "office", "Accept");

        var row = await city.Look(db => db.Set<ProcessInstance>().AsNoTracking().SingleAsync(one => one.Id == begun));
        (row.Status, WorkflowState.Parse(row.State).Outputs["State"]!.GetValue<string>()).ShouldBe((ProcessStatus.Finished, "atRisk"));
        (await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Key.StartsWith($"{begun:N}:tell-risk")).CountAsync())).ShouldBe(2);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Running);
        await city.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Ours_have_no_problem()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Repository.File("workflows/project-proposal.json"))!, "*.json"))
            DefinitionCheck.Of(WorkflowDefinition.Load(await File.ReadAllTextAsync(file), ActivityRegistry.Catalog)).ShouldBeEmpty(file);
    }

    internal static Task<string> OursAsync(string name) => File.ReadAllTextAsync(Repository.File($"workflows/{name}.json"));

    private static string Begun(string source, string[] by, params JsonObject[] fields) => Begun(source, by, [], fields);

    private static string Begun(string source, string[] by, string[] stages, params JsonObject[] fields)
    {
        var definition = JsonNode.Parse(source)!.AsObject();
        foreach (var field in fields)
            definition["inputs"]!.AsArray().Add(new JsonObject { ["name"] = field["name"]!.GetValue<string>(), ["type"] = "Object" });

        definition["customProperties"] = new JsonObject
        {
            ["begin"] = new JsonObject
            {
                ["by"] = new JsonArray([.. by.Select(name => JsonValue.Create(name))]), ["stages"] = new JsonArray([.. stages.Select(stage => JsonValue.Create(stage))]),
                ["question"] = Both("Womit?"), ["fields"] = new JsonArray([.. fields]),
            },
        };
        return definition.ToJsonString();
    }

    private static JsonObject Field(string name, string type = "text", bool required = false) =>
        new() { ["name"] = name, ["label"] = Both(name), ["type"] = type, ["required"] = required };

    private static JsonObject Choice(string name, params string[] values)
    {
        var field = Field(name, "choice");
        field["choices"] = new JsonArray([.. values.Select(value => new JsonObject { ["value"] = value, ["label"] = Both(value) })]);
        return field;
    }

    private static JsonObject Both(string text) => new() { ["de"] = text, ["en"] = text };

    private static Dictionary<string, string?> Data(params (string Name, string? Value)[] values) => values.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
}
