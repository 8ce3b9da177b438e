using System.Text.Json.Nodes;
using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Incident = Governance.Processes.Incident;
using static Governance.Tests.Processes.CaseWay;
using static Governance.Tests.Processes.TestFlows;

namespace Governance.Tests.Processes;

/// <summary>Cases that start others and send them events: each step a transaction of its own, nothing lost, nothing twice.</summary>
public sealed class OtherCasesTests
{
    private const string Child = "child";
    private const string Parent = "parent";

    // Waits for the event, then answers what came with it and what it was given.
    private static readonly string Asked = Sequence(Child, Event("go"), Answer("({Said: getOutputFrom('go', 'result'), Given: getInput('Item')})"));

    [Theory]
    [OnEachDatabase]
    public async Task A_case_waits_for_the_workflow_that_it_executes_and_gets_its_outputs(Provider provider)
    {
        await using var city = await FoundAsync(provider, Asked, Sequence(Parent, Start("Elsa.ExecuteWorkflow", Child, waits: true, ("input", new JsonObject { ["Item"] = 7 })), Answer("getOutputFrom('start', 'result').Answer")));
        var subject = Guid.CreateVersion7();

        var parent = await city.StartCaseAsync(Parent, subject: subject);

        var child = (await city.CasesAsync(Child)).ShouldHaveSingleItem();
        (child.ParentId, child.RootId, child.Depth, child.SubjectId, child.Status).ShouldBe((parent, parent, 1, subject, ProcessStatus.Suspended));
        (await city.StatusAsync(parent)).ShouldBe(ProcessStatus.Suspended);
        await city.SendEventAsync(child.Id, "go", "yes");
        (await city.StatusAsync(parent)).ShouldBe(ProcessStatus.Suspended, "the parent goes on in a step of its own");
        await city.DeliverAsync();

        (await city.StatusAsync(parent)).ShouldBe(ProcessStatus.Finished);
        (await city.OutputAsync(parent)).ShouldBe("""{"Said":"yes","Given":7}""");
        var journal = await city.Do(city["admin"], new GetJournal(parent, null, 10));
        journal.Children.ShouldHaveSingleItem().InstanceId.ShouldBe(child.Id);
        (await city.Do(city["admin"], new GetJournal(child.Id, null, 10))).Parent!.InstanceId.ShouldBe(parent);
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_workflow_that_waits_for_nothing_ends_within_the_step_that_executes_it(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Child, Answer("getInput('Item') * 2")), Sequence(Parent, Start("Elsa.ExecuteWorkflow", Child, waits: true, ("input", new JsonObject { ["Item"] = 21 }), ("correlationId", "c-1")), Answer("getOutputFrom('start', 'result')")));

        var parent = await city.StartCaseAsync(Parent);

        (await city.StatusAsync(parent)).ShouldBe(ProcessStatus.Finished);
        var result = JsonNode.Parse(await city.OutputAsync(parent))!;
        ((string?)result["SubStatus"], (string?)result["CorrelationId"], (int?)result["Output"]!["Answer"]).ShouldBe(("Finished", "c-1", 42));
        (await city.CasesAsync(Child)).ShouldHaveSingleItem().CorrelationId.ShouldBe("c-1");
        (await city.Look(db => db.Set<CaseMessage>().CountAsync())).ShouldBe(0);
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_not_waited_for_goes_its_own_way(Provider provider)
    {
        await using var city = await FoundAsync(provider, Asked, Sequence(Parent, Start("Elsa.ExecuteWorkflow", Child, waits: false), Start("Elsa.DispatchWorkflow", Child, waits: false, "dispatch")));

        (await city.StatusAsync(await city.StartCaseAsync(Parent))).ShouldBe(ProcessStatus.Finished);

        (await city.CasesAsync(Child)).Count.ShouldBe(1);
        await city.DeliverAsync();
        var children = await city.CasesAsync(Child);
        children.Count.ShouldBe(2);
        foreach (var child in children)
            await city.SendEventAsync(child.Id, "go");
        (await city.Look(db => db.Set<CaseMessage>().CountAsync())).ShouldBe(0);
        await city.ShouldBeSoundAsync();
    }

    /// <summary>Three cases that end at the same instant: the parent goes on once, when the last has ended.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task A_case_goes_on_once_when_all_have_ended_that_it_started_for_a_list(Provider provider)
    {
        var bulk = Activity("Elsa.BulkDispatchWorkflows", "start", ("workflowDefinitionId", Child), ("items", new JsonArray("a", "b", "c")));
        bulk["childCompleted"] = Activity("Elsa.WriteLine", "told", ("text", "{getVariable('ChildInstanceId')}"));
        await using var city = await FoundAsync(provider, Asked, Sequence(Parent, bulk, Answer("'all'")));
        var parent = await city.StartCaseAsync(Parent);
        await city.DeliverAsync();
        var children = await city.CasesAsync(Child);
        children.Count.ShouldBe(3);
        await city.SendEventAsync(children[0].Id, "go");
        await city.DeliverAsync();
        (await city.StatusAsync(parent)).ShouldBe(ProcessStatus.Suspended);

        await Race.BothAsync(() => city.SendEventAsync(children[1].Id, "go"), () => city.SendEventAsync(children[2].Id, "go"));
        await Race.BothAsync(() => city.DeliverAsync(), () => city.DeliverAsync());

        (await city.StatusAsync(parent)).ShouldBe(ProcessStatus.Finished);
        var entries = (await city.Look(db => db.Set<JournalStep>().AsNoTracking().Where(row => row.InstanceId == parent).ToListAsync())).SelectMany(row => JournalStep.Read(row.Entries)).ToList();
        entries.Count(entry => entry.Activity == "told" && entry.Event == Workflows.JournalEvent.Completed).ShouldBe(3);
        entries.Count(entry => entry.Activity == "start" && entry.Event == Workflows.JournalEvent.Resumed).ShouldBe(1);
        (await Task.WhenAll(children.Select(child => city.OutputAsync(child.Id)))).ShouldBe(["""{"Said":null,"Given":"a"}""", """{"Said":null,"Given":"b"}""", """{"Said":null,"Given":"c"}"""]);
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_workflow_that_fails_fails_what_waits_for_it(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Child, Event("go"), Activity("Elsa.Fault", "no", ("message", "Das Dach ist undicht."))), Sequence(Parent, Start("Elsa.DispatchWorkflow", Child, waits: true)));
        var parent = await city.StartCaseAsync(Parent);
        await city.DeliverAsync();
        await city.SendEventAsync((await city.CasesAsync(Child))[0].Id, "go");

        await city.DeliverAsync();

        (await city.StatusAsync(parent)).ShouldBe(ProcessStatus.Faulted);
        (await city.Look(db => db.Set<Incident>().Where(row => row.InstanceId == parent).Select(row => row.Message).SingleAsync())).ShouldContain("Das Dach ist undicht.");
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.DispatchWorkflow")]
    public async Task A_workflow_that_starts_itself_without_end_is_stopped(string type)
    {
        await using var city = await FoundAsync(Provider.Sqlite, Sequence(Parent, Start(type, Parent, waits: false)));
        await city.StartCaseAsync(Parent);
        for (var turn = 0; turn < 20; turn++)
            await city.DeliverAsync();

        var cases = await city.CasesAsync(Parent);
        cases.Count.ShouldBe(OtherCases.MostDepth + 1);
        cases[^1].Status.ShouldBe(ProcessStatus.Faulted);
        (await city.Look(db => db.Set<Incident>().Select(row => row.Message).ToListAsync())).ShouldContain(message => message.Contains("is this an endless loop?", StringComparison.Ordinal));
        await city.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task A_workflow_that_there_is_not_and_too_many_at_once_are_told()
    {
        await using var city = await FoundAsync(
            Provider.Sqlite, Sequence(Child, Answer("1")), Sequence("gone", Start("Elsa.ExecuteWorkflow", "{'no' + 'where'}", waits: true)),
            Sequence("many", Activity("Elsa.BulkDispatchWorkflows", "start", ("workflowDefinitionId", Child), ("items", "{Array.from({length: 1001})}"))));
        foreach (var (definition, message) in new[] { ("gone", "There is no workflow \"nowhere\"."), ("many", "1,001 workflows at once are too many; at most 1,000 are possible. (process.too-many-cases)") })
        {
            var started = await city.StartCaseAsync(definition);

            (await city.StatusAsync(started)).ShouldBe(ProcessStatus.Faulted);
            (await city.Look(db => db.Set<Incident>().Where(row => row.InstanceId == started).Select(row => row.Message).SingleAsync())).ShouldEndWith(message);
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_workflow_that_was_retired_meanwhile_fails_what_waits_for_it(Provider provider)
    {
        var bulk = Activity("Elsa.BulkDispatchWorkflows", "start", ("workflowDefinitionId", Child), ("items", new JsonArray("a", "b", "c")));
        await using var city = await FoundAsync(provider, Asked, Sequence(Parent, bulk));
        var parent = await city.StartCaseAsync(Parent);
        await city.Do(city["admin"], new RetireDefinition(Child, 1, Retired: true, "Falsch."));

        await city.DeliverAsync();

        (await city.StatusAsync(parent)).ShouldBe(ProcessStatus.Faulted);
        (await city.Look(db => db.Set<Incident>().Select(row => row.Message).SingleAsync())).ShouldEndWith("(process.not-published)");
        (await city.CasesAsync(Child)).ShouldBeEmpty();
        await city.ShouldBeSoundAsync();
    }

    /// <summary>Nobody waits for it: it is tried again after longer and longer times, until the workflow is in use again.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task A_workflow_that_was_retired_meanwhile_starts_once_it_is_in_use_again(Provider provider)
    {
        await using var city = await FoundAsync(provider, Asked, Sequence(Parent, Start("Elsa.DispatchWorkflow", Child, waits: false)));
        await city.StartCaseAsync(Parent);
        await city.Do(city["admin"], new RetireDefinition(Child, 1, Retired: true, "Falsch."));
        var message = (await city.Do(Actor.System, new DueCaseMessages(10))).ShouldHaveSingleItem();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            (await city.Send(Actor.System, message)).Error!.Code.ShouldBe("process.not-published");
            await city.Do(Actor.System, new PostponeCaseMessage(message.MessageId));
            city.Clock.Advance(TimeSpan.FromMinutes(1 << (attempt - 1)) - TimeSpan.FromSeconds(1));
            (await city.Do(Actor.System, new DueCaseMessages(10))).ShouldBeEmpty();
            city.Clock.Advance(TimeSpan.FromSeconds(1));
            (await city.Do(Actor.System, new DueCaseMessages(10))).ShouldBe([message]);
        }

        await city.Do(city["admin"], new RetireDefinition(Child, 1, Retired: false, "Doch richtig."));
        await city.DeliverAsync();

        (await city.CasesAsync(Child)).Count.ShouldBe(1);
    }

    /// <summary>Names that differ in case alone, values nested deep: what a script may give, a message and a journal keep.</summary>
    [Theory]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.DispatchWorkflow")]
    public async Task What_one_case_gives_another_is_kept_as_it_is(string type)
    {
        const string Odd = "(() => { let deep = {a: 1, A: 2}; for (let i = 0; i < 50; i++) deep = [deep]; return {Item: deep}; })()";
        await using var city = await FoundAsync(
            Provider.Sqlite, Sequence(Child, Event("go"), Answer("(() => { let deep = getInput('Item'); for (let i = 0; i < 50; i++) deep = deep[0]; return deep.a + ',' + deep.A; })()")),
            Sequence(Parent, Start(type, Child, waits: false, ("input", "{" + Odd + "}"))));
        await city.StartCaseAsync(Parent);
        await city.DeliverAsync();
        var child = (await city.CasesAsync(Child))[0].Id;

        await city.SendEventAsync(child, "go", JsonNode.Parse("""{"a": 1, "A": 2}"""));

        (await city.OutputAsync(child)).ShouldBe("\"1,2\"");
        await city.ShouldBeSoundAsync();
    }

    /// <summary>Each may use all that a step may: a loop that executes others without end is stopped early.</summary>
    [Fact]
    public async Task A_step_executes_so_many_and_no_more()
    {
        var loop = Activity("Elsa.For", "loop", ("start", 1), ("end", 150), ("step", 1));
        loop["body"] = Start("Elsa.ExecuteWorkflow", Child, waits: false);
        await using var city = await FoundAsync(Provider.Sqlite, Sequence(Child, Event("go")), Sequence(Parent, loop));

        (await city.StatusAsync(await city.StartCaseAsync(Parent))).ShouldBe(ProcessStatus.Faulted);

        (await city.CasesAsync(Child)).Count.ShouldBe(OtherCases.MostInOneStep - 1);
        (await city.Look(db => db.Set<Incident>().Select(row => row.Message).SingleAsync())).ShouldEndWith("(process.too-many-in-one-step)");
    }

    [Fact]
    public async Task A_case_brings_about_so_many_and_no_more()
    {
        await using var city = await FoundAsync(Provider.Sqlite, Sequence(Child, Event("go")), Sequence(Parent, Event("again"), Start("Elsa.ExecuteWorkflow", Child, waits: false)));
        var parent = await city.StartCaseAsync(Parent);
        await city.Look(db =>
        {
            db.AddRange(Enumerable.Range(0, OtherCases.MostInAll).Select(_ => new ProcessInstance
            {
                DefinitionId = Child, DefinitionNumber = 1, SubjectId = Guid.Empty, StartedAt = default, ParentId = parent, RootId = parent, Depth = 1, Status = ProcessStatus.Finished,
            }));
            return db.SaveChangesAsync();
        });

        await city.SendEventAsync(parent, "again");

        (await city.Look(db => db.Set<Incident>().Select(row => row.Message).SingleAsync())).ShouldEndWith("(process.too-many-in-all)");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_message_delivered_at_two_nodes_at_once_counts_once(Provider provider)
    {
        await using var city = await FoundAsync(provider, Asked, Sequence(Parent, Start("Elsa.DispatchWorkflow", Child, waits: true)));
        for (var number = 0; number < 5; number++)
        {
            await city.StartCaseAsync(Parent);
            var message = (await city.Do(Actor.System, new DueCaseMessages(10))).ShouldHaveSingleItem();

            (await Race.BothAsync(() => city.Send(Actor.System, message), () => city.Send(Actor.System, message))).ShouldAllBe(delivered => delivered.IsSuccess);

            (await city.CasesAsync(Child)).Count.ShouldBe(number + 1);
        }
    }

    private static JsonObject Start(string type, string definition, bool waits, params (string Input, JsonNode Value)[] more) => Start(type, definition, waits, "start", more);

    private static JsonObject Start(string type, string definition, bool waits, string id, params (string Input, JsonNode Value)[] more) =>
        Activity(type, id, [("workflowDefinitionId", definition), ("waitForCompletion", waits), .. more]);
}
