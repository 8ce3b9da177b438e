using Governance.Audit;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Inbox;

/// <summary>Two people act on one task, or look at it right after.</summary>
public sealed class AtTheSameInstantTests
{
    private const int Times = 50;

    [Theory]
    [OnEachDatabase]
    public async Task Of_two_different_answers_to_one_task_exactly_one_wins_and_the_other_is_told(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        for (var time = 0; time < Times; time++)
        {
            var proposal = await city.SubmitAsync(ProposalWay.Content(1_000 + time));
            var task = await city.TaskAsync(proposal, "formal-check");
            var answers = await Race.BothAsync(
                () => city.Send(city["office"], new CompleteTask(task, "Complete")),
                () => city.Send(city["office"], new CompleteTask(task, "Reject", "Unzulässig.")));

            answers.Count(answer => answer.IsSuccess).ShouldBe(1);
            var told = answers.Single(answer => !answer.IsSuccess).Error!;
            told.Code.ShouldBe("task.already-completed");
            var won = answers[0].IsSuccess ? "Complete" : "Reject";
            told.Facts["outcome"].ShouldBe(won);
            (await city.ProposalAsync(proposal)).Stage.ShouldBe(won == "Complete" ? ProposalStage.Opinions : ProposalStage.Rejected);
        }

        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    /// <summary>Versions and unique keys would refuse the slower one too, after it did all its work: without this nobody would miss the lock.</summary>
    [Fact]
    public async Task Whoever_answers_waits_for_the_case_before_reading_the_task()
    {
        var log = new StatementLog();
        await using var city = await TestCity.FoundAsync(Provider.PostgreSql, [log]);
        var task = await city.TaskAsync(await city.SubmitAsync(ProposalWay.Content(1_000)), "formal-check");
        log.Seen.Clear();

        await city.Do(city["office"], new CompleteTask(task, "Complete"));

        var reads = log.Seen.Where(statement => statement.Contains("FROM \"ProcessInstances\"", StringComparison.Ordinal) || statement.Contains("i.\"Version\"", StringComparison.Ordinal)).ToList();
        reads[0].ShouldContain("FROM \"ProcessInstances\"");
        reads[0].ShouldEndWith("FOR NO KEY UPDATE");
    }

    /// <summary>camunda#58633, #39962: a finished task stayed in the list, for seconds.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task A_finished_task_is_gone_in_the_very_next_read_and_what_follows_is_there(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        for (var time = 0; time < Times; time++)
        {
            var proposal = await city.SubmitAsync(ProposalWay.Content(1_000 + time));
            var task = await city.TaskAsync(proposal, "formal-check");
            (await InboxAsync(city, "office")).ShouldContain(task);

            await city.Do(city["office"], new CompleteTask(task, "Complete"));
            (await InboxAsync(city, "office")).ShouldNotContain(task);
            var next = await city.TaskAsync(proposal, "cover-check");
            (await InboxAsync(city, "treasurer")).ShouldContain(next);
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task First_submissions_of_a_year_at_once_are_numbered_without_gap_or_error(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var drafts = new List<Guid>();
        for (var draft = 0; draft < 12; draft++)
            drafts.Add(await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(1_000 + draft))));
        var numbers = await Task.WhenAll(drafts.Select(draft => Task.Run(() => city.Do(city["owner"], new SubmitProposal(draft, 0)))));
        numbers.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 12).Select(number => $"GA-2026-{number:0000}"));
    }

    private static async Task<IReadOnlyList<Guid>> InboxAsync(TestCity city, string who) =>
        [.. (await city.Do(city[who], new ListInbox())).Items.Select(task => task.Id)];
}
