using Governance.Ballots;
using Governance.Inbox;
using Governance.People;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Inbox;

/// <summary>Indexes of tasks, when most tasks belong to no ballot, and the database knows how many.</summary>
public sealed class TaskIndexTests
{
    [Fact]
    public async Task A_vote_finds_its_task_by_the_ballot_and_not_among_all_that_the_member_has()
    {
        var log = new StatementLog();
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, [log]);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.RecommendAsync(proposal);
        var ballot = (await city.BallotAsync(proposal))!.Value.Id;
        await GiveNoticesAsync(city, Assignee.Person(city["steering-1"].PersonId), count: 2000);
        log.Seen.Clear();

        await city.Do(city["steering-1"], new CastVote(ballot, VoteChoice.Yes));

        var statement = log.Seen.Single(statement => statement.Contains("BallotMembers", StringComparison.Ordinal) && statement.Contains("FROM \"InboxTasks\"", StringComparison.Ordinal));
        var plan = await city.PlanAsync(statement);
        plan.ShouldContain(line => line.Contains("IX_InboxTasks_BallotId_Assignee", StringComparison.Ordinal), statement + string.Join('|', plan));
    }

    /// <summary>A city that has just begun has no figures of its tables, by which a database would know that most tasks are open.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_step_of_a_case_reads_the_open_tasks_of_the_city(bool counted)
    {
        var log = new StatementLog();
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, [log]);
        _ = await city.SubmitAsync(ProposalWay.Content(1_000));
        if (counted)
            await GiveNoticesAsync(city, Assignee.Person(city["steering-1"].PersonId), count: 2000);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        var asked = new List<string>();
        foreach (var (activity, who, answer) in new[] { ("formal-check", "office", "Complete"), ("cover-check", "treasurer", "Confirmed"), ("recommendation", "office", "Recommend") })
        {
            var task = await city.TaskAsync(proposal, activity);
            await AskedAsync(city[who], new CompleteTask(task, answer));
        }

        var (ballot, body) = (await city.BallotAsync(proposal))!.Value;
        foreach (var member in city.MembersOf(body))
            await AskedAsync(member, new CastVote(ballot, VoteChoice.Yes));

        asked.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(4);
        foreach (var statement in asked.Distinct(StringComparer.Ordinal))
            (await city.PlanAsync(statement)).ShouldNotContain(line => line.StartsWith("SCAN i", StringComparison.Ordinal) || line.Contains("IX_InboxTasks_IsOpen", StringComparison.Ordinal), statement);

        async Task AskedAsync(Actor actor, ICommand<Done> command)
        {
            log.Seen.Clear();
            await city.Do(actor, command);
            asked.AddRange(log.Seen.Where(statement => statement.Contains("\"InboxTasks\"", StringComparison.Ordinal) && statement.Contains("SELECT", StringComparison.Ordinal) && !statement.Contains("UPDATE", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Closed_tasks_cost_the_list_nothing()
    {
        var log = new StatementLog();
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, [log]);
        _ = await city.SubmitAsync(ProposalWay.Content(1_000));
        (await city.Look(db => db.Database.SqlQueryRaw<string>("SELECT sql AS \"Value\" FROM sqlite_master WHERE name = 'IX_InboxTasks_Assignee_DueAt_Sequence_Kind_IsOpen'").SingleAsync()))
            .ShouldEndWith("WHERE \"IsOpen\"");
        log.Seen.Clear();
        await city.Do(city["office"], new CountInbox());
        (await city.PlanAsync(log.Seen.Single(statement => statement.Contains("InboxTasks", StringComparison.Ordinal))))
            .ShouldContain(line => line.Contains("COVERING INDEX IX_InboxTasks_Assignee_DueAt_Sequence_Kind", StringComparison.Ordinal));
    }

    private static Task<int> GiveNoticesAsync(TestCity city, string assignee, int count) => city.Look(async db =>
    {
        var type = db.Model.FindEntityType(typeof(InboxTask))!;
        var columns = type.GetProperties().Select(property => property.GetColumnName()).Where(column => column != nameof(InboxTask.Sequence)).ToList();
        var changed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Id"] = "'00000003-0000-7000-8000-' || printf('%012X', n)", ["Kind"] = "'Notice'", ["Assignee"] = $"'{assignee}'", ["BookmarkKey"] = "NULL", ["BallotId"] = "NULL",
        };
        var copy = $"WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < {count}) "
                   + $"INSERT INTO \"InboxTasks\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
                   + $"SELECT {string.Join(", ", columns.Select(column => changed.GetValueOrDefault(column, $"\"{column}\"")))} FROM (SELECT * FROM \"InboxTasks\" LIMIT 1), series";
        var rows = await db.Database.ExecuteSqlRawAsync(copy);
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return rows;
    });
}
