using Governance.Bodies;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Processes;

/// <summary>What happened in a case can be read, step by step, without the matter itself.</summary>
public sealed class JournalTests
{
    private const string Secret = "Wegen der Nachbarschaft.";

    [Theory]
    [OnEachDatabase]
    public async Task Each_step_says_what_made_the_case_go_on_and_what_came_of_it(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete", Secret);
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");

        var journal = await city.Do(city["admin"], new GetJournal(await InstanceAsync(city, proposal), null, 100));

        (journal.Number, journal.DefinitionNumber, journal.Status, journal.Next).ShouldBe(((await city.ProposalAsync(proposal)).Number, 1, ProcessStatus.Suspended, null));
        journal.Waiting.ShouldBe(["recommendation"]);
        journal.Passed.ShouldContain("formal-check");
        journal.Steps.Select(step => (step.Cause, step.Where?.De, step.Detail?.De)).ShouldBe(
            [(StepCause.Started, null, null), (StepCause.Answered, "Formale Prüfung", "Vollständig"), (StepCause.Answered, "Deckung", "Deckung bestätigen")]);
        journal.Steps[0].Events[^1].ShouldBe(new CaseEvent(journal.Steps[1].Where, JournalEvent.Waiting, null));
        journal.Steps[1].Events[0].ShouldBe(new CaseEvent(journal.Steps[1].Where, JournalEvent.Completed, journal.Steps[1].Detail));
        journal.Steps[0].Events.Where(one => one.IsSilent).Select(one => one.Activity!.De).ShouldContain("facts");
        System.Text.Json.JsonSerializer.Serialize(journal).ShouldNotContain(Secret);
        (await city.Send(city["owner"], new GetJournal(Guid.Empty, null, 1))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city["admin"], new GetJournal(Guid.Empty, null, 1))).Error!.Code.ShouldBe("process.not-found");
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        var instance = await InstanceAsync(city, proposal);

        var first = await city.Do(city["office"], new GetJournal(instance, null, 2));
        var second = await city.Do(city["office"], new GetJournal(instance, first.Next, 2));

        (first.Steps.Count, second.Steps.Count, second.Next).ShouldBe((2, 1, null));
        second.Steps[0].Where!.De.ShouldBe("Deckung");
    }

    [Fact]
    public async Task Failures_what_was_done_about_them_moves_and_ends_are_told()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        var text = await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json"));
        await city.Do(city["admin"], new PublishDefinition(text + " ", "Nur ein Leerzeichen."));
        var instance = await InstanceAsync(city, proposal);
        await city.Do(city["admin"], new MoveCases("project-proposal", 1, 2, [instance], "Versuch"));
        await city.Look(db => db.Set<AuthorityVersion>().ExecuteDeleteAsync());
        await city.RecommendAsync(proposal);
        foreach (var act in new[] { IncidentAct.Retry, IncidentAct.Cancel })
            await city.Do(city["admin"], new ResolveIncident((await city.Do(city["admin"], new ListIncidents(null, 1)))[0].Id, act, null, "Versuch"));

        var steps = (await city.Do(city["auditor"], new GetJournal(instance, null, 100))).Steps;

        steps.Select(step => (step.Cause, step.Detail?.En)).ShouldBe(
        [
            (StepCause.Started, null), (StepCause.Moved, "1 → 2"), (StepCause.Answered, "Complete"), (StepCause.Answered, "Confirm cover"), (StepCause.Answered, "Recommend"), (StepCause.Retried, null), (StepCause.Cancelled, null),
        ]);
        steps[4].Events[^1].What.ShouldBe(JournalEvent.Faulted);
        steps[4].Events[^1].Detail!.De.ShouldNotBeNullOrEmpty();
        steps[6].Events[^1].ShouldBe(new CaseEvent(null, JournalEvent.InstanceCancelled, null));
    }

    private static Task<Guid> InstanceAsync(TestCity city, Guid proposal) => city.Look(db => db.Set<ProcessInstance>().Where(row => row.SubjectId == proposal).Select(row => row.Id).SingleAsync());
}
