using Governance.Audit;
using Governance.Bodies;
using Governance.Inbox;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Demo;

public sealed class DemoLoadTests
{
    [Theory]
    [OnEachDatabase]
    public async Task A_fault_in_the_middle_leaves_nothing_and_the_next_load_is_whole(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var faults = new FaultPlan();
        faults.Arm(1_000, after: true);

        var thrown = await Should.ThrowAsync<Exception>(() => DemoDatabase.LoadAsync(database, faults, TestCity.Monday));
        thrown.GetBaseException().ShouldBeOfType<InjectedFaultException>("wrapped by EF when it hits a row being saved");

        await using (var db = database.Open())
        {
            (await db.Users.CountAsync()).ShouldBe(0);
            (await db.Set<Body>().CountAsync()).ShouldBe(0);
            (await db.Set<Proposal>().CountAsync()).ShouldBe(0);
            (await db.Set<PublishedDefinition>().CountAsync()).ShouldBe(0);
        }

        (await DemoDatabase.LoadAsync(database, new FaultPlan(), TestCity.Monday)).Value.ShouldBeGreaterThan(15);
        await using (var db = database.Open())
            (await db.Set<Proposal>().CountAsync()).ShouldBeGreaterThan(15);
        (await DemoDatabase.VerifyAsync(database)).Breaches.ShouldBeEmpty();
        (await DemoDatabase.LoadAsync(database, new FaultPlan(), TestCity.Monday)).Error!.Code.ShouldBe("demo.city-not-empty");
    }

    [Fact]
    public async Task A_scale_multiplies_owners_citizens_proposals_tasks_and_history_and_the_city_stays_sound()
    {
        await using TestDatabase once = await TestDatabase.CreateAsync(Provider.Sqlite), thrice = await TestDatabase.CreateAsync(Provider.Sqlite);

        var one = (await DemoDatabase.LoadAsync(once, new FaultPlan(), TestCity.Monday)).Value;
        var three = (await DemoDatabase.LoadAsync(thrice, new FaultPlan(), TestCity.Monday, scale: 3)).Value;

        three.ShouldBe(3 * one);
        var (before, after) = (await SizeAsync(once), await SizeAsync(thrice));
        after.Owners.ShouldBe(3 * before.Owners, "each copy's proposals have owners of their own");
        after.Owners.ShouldBe(after.OwnersWithProposals);
        after.Citizens.ShouldBe(3 * before.Citizens);
        after.Officials.ShouldBe(before.Officials, "offices keep their size");
        after.Proposals.ShouldBe(3 * before.Proposals);
        after.Tasks.ShouldBe(3 * before.Tasks);
        after.History.ShouldBe(3 * before.History);
        (await DemoDatabase.VerifyAsync(thrice)).Breaches.ShouldBeEmpty();
    }

    private static async Task<Size> SizeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return new(
            await db.Set<Appointment>().CountAsync(row => row.Role == Role.ProjectOwner), await db.Set<Proposal>().Select(row => row.OwnerId).Distinct().CountAsync(),
            await db.Set<Appointment>().CountAsync(row => row.Role == Role.Citizen),
            await db.Set<Appointment>().CountAsync(row => row.Role != Role.ProjectOwner && row.Role != Role.Citizen),
            await db.Set<Proposal>().CountAsync(), await db.Set<InboxTask>().CountAsync(),
            await db.Set<AuditEntry>().CountAsync(entry => db.Set<Proposal>().Any(proposal => proposal.Id == entry.SubjectId)));
    }

    private sealed record Size(int Owners, int OwnersWithProposals, int Citizens, int Officials, int Proposals, int Tasks, int History);
}
