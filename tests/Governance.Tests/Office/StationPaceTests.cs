using Governance.Office;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Office;

/// <summary>The control room's durations: all of the last twelve months, from an index.</summary>
public sealed class StationPaceTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Median_and_nine_of_ten_are_of_all_waits_of_the_last_year(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));
        city.Clock.Advance(TimeSpan.FromHours(30));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        var real = await city.Look(db => db.Set<StationWait>().AsNoTracking().SingleAsync());
        (real.ActivityId, real.Hours, real.EndedAt).ShouldBe(("formal-check", 30, city.Clock.GetUtcNow().UtcDateTime));

        // 1 to 99 hours a month ago, and one of a thousand hours too long ago.
        await using (var db = city.Database.Open())
        {
            foreach (var hours in Enumerable.Range(1, 99))
                db.Add(Wait(real, real.EndedAt.AddMonths(-1), hours));
            db.Add(Wait(real, real.EndedAt.AddMonths(-Paces.Months).AddSeconds(-1), 1000));
            await db.SaveChangesAsync();
        }

        var pace = (await city.Do(city["office"], new GetControlRoom())).Paces.ShouldHaveSingleItem();
        pace.Station.De.ShouldBe("Formale Prüfung");
        pace.Durations.ShouldBe(new Durations(100, TimeSpan.FromHours(49), TimeSpan.FromHours(89)));
    }

    [Fact]
    public async Task What_a_withdrawal_cuts_off_does_not_count()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));
        city.Clock.Advance(TimeSpan.FromHours(5));
        await city.Do(city["owner"], new WithdrawProposal(proposal, "Grund"));
        (await city.Look(db => db.Set<StationWait>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Tasks_by_day_and_waits_by_station_are_read_from_indexes()
    {
        var log = new StatementLog();
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, [log]);
        log.Seen.Clear();
        await city.Do(city["office"], new GetControlRoom());
        var waits = await city.PlanAsync(log.Seen.Single(statement => statement.Contains("StationWaits", StringComparison.Ordinal)));
        waits.ShouldContain(line => line.Contains("COVERING INDEX IX_StationWaits_EndedAt", StringComparison.Ordinal), string.Join('\n', waits));
        foreach (var statement in log.Seen.Where(statement => statement.Contains("\"DueAt\"", StringComparison.Ordinal) && !statement.Contains("GROUP BY", StringComparison.Ordinal) && !statement.Contains("\"Outcome\"", StringComparison.Ordinal)))
            (await city.PlanAsync(statement)).ShouldContain(line => line.Contains("IX_InboxTasks_IsOpen_DueAt_Kind", StringComparison.Ordinal), statement);
    }

    private static StationWait Wait(StationWait like, DateTime endedAt, int hours) => new()
    {
        InstanceId = like.InstanceId, DefinitionId = like.DefinitionId, DefinitionNumber = like.DefinitionNumber, ActivityId = like.ActivityId, EndedAt = endedAt, Hours = hours,
    };
}
