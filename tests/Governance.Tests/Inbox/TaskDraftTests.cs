using Governance.Inbox;
using Governance.People;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Inbox;

/// <summary>What is written on a task and not yet answered waits for its writer alone.</summary>
public sealed class TaskDraftTests
{
    [Theory]
    [OnEachDatabase]
    public async Task A_draft_is_there_next_time_only_for_its_writer_and_gone_with_the_answer(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.AppointAsync("owner2", Role.Office);
        var colleague = await city.TodayAsync("owner2");
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));
        var task = await city.TaskAsync(proposal, "formal-check");
        await city.Do(city["office"], new SaveTaskDraft(task, "Noch zu klären:"));
        await city.Do(city["office"], new SaveTaskDraft(task, "Noch zu klären: die Kosten."));
        await city.Do(colleague, new SaveTaskDraft(task, "Meins"));

        (await city.Do(city["office"], new GetTask(task))).Draft!.Comment.ShouldBe("Noch zu klären: die Kosten.");
        (await city.Do(colleague, new GetTask(task))).Draft!.Comment.ShouldBe("Meins");
        await city.Do(city["office"], new SaveTaskDraft(task, " "));
        (await city.Do(city["office"], new GetTask(task))).Draft.ShouldBeNull("nothing written is nothing kept");

        await city.Do(city["office"], new CompleteTask(task, "Complete"));
        (await city.Look(db => db.Set<TaskDraft>().CountAsync())).ShouldBe(0);
        (await city.Send(colleague, new SaveTaskDraft(task, "Zu spät"))).Error!.Code.ShouldBe("task.already-completed");
    }

    [Fact]
    public async Task Fields_are_kept_as_typed_and_foreign_ones_dropped()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        var task = await city.TaskAsync(proposal, "cover-check");
        await city.Do(city["treasurer"], new SaveTaskDraft(task, Comment: null, new Dictionary<string, string?>(StringComparer.Ordinal) { ["account"] = "11.10", ["other"] = "x" }));
        (await city.Do(city["treasurer"], new GetTask(task))).Draft!.Data.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create<string, string?>("account", "11.10"));
        (await city.Send(city["treasurer"], new SaveTaskDraft(task, new string('x', 4001)))).Error!.Fields.Keys.ShouldBe(["Comment"]);
    }

    [Fact]
    public async Task A_withdrawal_takes_drafts_along()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));
        await city.Do(city["office"], new SaveTaskDraft(await city.TaskAsync(proposal, "formal-check"), "Text"));
        await city.Do(city["owner"], new WithdrawProposal(proposal, "Grund"));
        (await city.Look(db => db.Set<TaskDraft>().CountAsync())).ShouldBe(0);
    }
}
