using Governance.Demo;
using Governance.Documents;
using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.SqlServer;

/// <summary>Every use case, once or more, on SQLite with a SQL Server twin beside it.</summary>
public sealed class WholeProgram : IAsyncLifetime
{
    /// <summary>What SQL Server would have been sent.</summary>
    public SqlServerTwin Twin { get; } = new();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await using (var city = await TestCity.FoundAsync(await TestDatabase.CreateAsync(Provider.Sqlite), TestCity.Monday, appropriation: 5_000_000, also: Twin.Watch))
        {
            await ProposalsAct.PlayAsync(city);
            await UrgentAct.PlayAsync(city);
            await BallotsAct.PlayAsync(city);
            await AdministrationAct.PlayAsync(city);
            await OfficesAct.PlayAsync(city);
        }

        await PlayDemoAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => default;

    private async Task PlayDemoAsync()
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using (var demo = Services(database).AddDemoHistory(TestCity.Monday).BuildServiceProvider())
        {
            foreach (var name in Repository.Workflows)
                await demo.GetRequiredService<AsProgram>().SendAsync(new PublishDefinition(await File.ReadAllTextAsync(Repository.File($"workflows/{name}.json")), "first"), CancellationToken.None);
            (await demo.GetRequiredService<DemoHistory>().PlayAsync(1, CancellationToken.None)).IsSuccess.ShouldBeTrue();
        }

        await using var provider = Services(database).AddSingleton<TimeProvider>(new DemoClock(TestCity.Monday)).BuildServiceProvider();
        await PeopleAct.PlayAsync(provider);
        await KeysAct.PlayAsync(provider);
    }

    private IServiceCollection Services(TestDatabase database)
    {
        var services = new ServiceCollection().AddSingleton<IAttachmentStore>(new FileAttachmentStore(Path.GetTempPath()))
            .AddScoped<IDemoSignIns, DemoSignInNames>()
            .AddGovernance((_, options) => database.Use(options), singleWriter: true);
        Twin.Watch(services);
        return services;
    }
}
