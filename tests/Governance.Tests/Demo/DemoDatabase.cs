using Governance.Audit;
using Governance.Demo;
using Governance.Documents;
using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Demo;

/// <summary>Loads the demo city into a test's database as the program does, and verifies what is there.</summary>
internal static class DemoDatabase
{
    /// <summary>Publishes the process and plays the history.</summary>
    public static async Task<Result<int>> LoadAsync(TestDatabase database, FaultPlan faults, DateTimeOffset present, int scale = 1)
    {
        await using var services = Services(database, faults).AddDemoHistory(present).BuildServiceProvider();
        foreach (var name in Repository.Workflows)
            (await services.GetRequiredService<AsProgram>().SendAsync(new PublishDefinition(await File.ReadAllTextAsync(Repository.File($"workflows/{name}.json")), "first"), CancellationToken.None)).Error.ShouldBeNull();
        return await services.GetRequiredService<DemoHistory>().PlayAsync(scale, CancellationToken.None);
    }

    /// <summary>What verification says.</summary>
    public static async Task<Verification> VerifyAsync(TestDatabase database)
    {
        await using var services = Services(database, new FaultPlan()).BuildServiceProvider();
        return (await services.GetRequiredService<AsProgram>().SendAsync(new Verify(), CancellationToken.None)).Value;
    }

    private static IServiceCollection Services(TestDatabase database, FaultPlan faults) => new ServiceCollection()
        .AddSingleton<IAttachmentStore>(new FileAttachmentStore(Path.Combine(Path.GetTempPath(), "governance-attachments")))
        .AddGovernance((_, options) => database.Use(options).AddInterceptors(faults.Interceptors), singleWriter: database.Provider == Provider.Sqlite);
}
