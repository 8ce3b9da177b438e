using Governance.Audit;
using Governance.Bodies;
using Governance.Demo;
using Governance.Documents;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

        await Should.ThrowAsync<InjectedFaultException>(() => LoadAsync(database, faults));

        await using (var db = database.Open())
        {
            (await db.Users.CountAsync()).ShouldBe(0);
            (await db.Set<Body>().CountAsync()).ShouldBe(0);
            (await db.Set<Proposal>().CountAsync()).ShouldBe(0);
            (await db.Set<PublishedDefinition>().CountAsync()).ShouldBe(0);
        }

        (await LoadAsync(database, new FaultPlan())).Value.ShouldBeGreaterThan(15);
        await using (var db = database.Open())
            (await db.Set<Proposal>().CountAsync()).ShouldBeGreaterThan(15);
        (await VerifyAsync(database)).Breaches.ShouldBeEmpty();
        (await LoadAsync(database, new FaultPlan())).Error!.Code.ShouldBe("demo.city-not-empty");
    }

    private static async Task<Result<int>> LoadAsync(TestDatabase database, FaultPlan faults)
    {
        await using var services = Services(database, faults).AddDemoHistory(TestCity.Monday).BuildServiceProvider();
        var definition = await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json"));
        (await services.GetRequiredService<AsProgram>().SendAsync(new PublishDefinition(definition, "first"), CancellationToken.None)).Error.ShouldBeNull();
        return await services.GetRequiredService<DemoHistory>().PlayAsync(scale: 1, CancellationToken.None);
    }

    private static async Task<Verification> VerifyAsync(TestDatabase database)
    {
        await using var services = Services(database, new FaultPlan()).BuildServiceProvider();
        return (await services.GetRequiredService<AsProgram>().SendAsync(new Verify(), CancellationToken.None)).Value;
    }

    private static IServiceCollection Services(TestDatabase database, FaultPlan faults) => new ServiceCollection()
        .AddSingleton<IAttachmentStore>(new FileAttachmentStore(Path.Combine(Path.GetTempPath(), "governance-attachments")))
        .AddGovernance((_, options) => database.Use(options).AddInterceptors(faults.Interceptors), singleWriter: database.Provider == Provider.Sqlite);
}
