using Governance.Ballots;
using Governance.Inbox;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.Papers;

namespace Governance.Tests.Processes;

/// <summary>What a step asks of the database does not grow with members, tasks or history: nothing is asked twice.</summary>
public sealed class StatementsOfAStepTests
{
    private const int Most = 15;

    [Fact]
    public async Task No_step_of_a_case_asks_the_same_twice_or_more_than_fifteen_questions()
    {
        var log = new StatementLog();
        await using var city = await TestCity.FoundAsync(Provider.PostgreSql, [log]);
        var proposal = await city.SubmitAsync(ProposalWay.Content(600_000));
        foreach (var (activity, who, outcome) in new[] { ("formal-check", "office", "Complete"), ("cover-check", "treasurer", "Confirmed"), ("recommendation", "office", "Recommend") })
        {
            var task = await city.TaskAsync(proposal, activity);
            await AskedOnceAsync(log, () => city.Do(city[who], new CompleteTask(task, outcome)));
        }

        while (await city.WaitingAsync(proposal) is { } waiting)
            await AskedOnceAsync(log, () => city.Do(city["clerk"], new RecordBallotResult(waiting.Ballot, DecisionOutcome.Adopted)));
    }

    private static async Task AskedOnceAsync<T>(StatementLog log, Func<Task<T>> step)
    {
        log.Seen.Clear();
        await step();
        log.Seen.GroupBy(statement => statement, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
        log.Seen.Count.ShouldBeInRange(1, Most);
    }
}
