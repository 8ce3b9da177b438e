using Governance.Bodies;
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
}
