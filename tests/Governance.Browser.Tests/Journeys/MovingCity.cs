using Governance.Browser.Tests.Journeys;
using Governance.Funding;
using Governance.Persistence;
using Governance.Web.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(MovingCity))]

namespace Governance.Browser.Tests.Journeys;

/// <summary>The whole program with the demo city on Monday, 23 November 2026, 10:00 in Berlin, and a clock that the test moves. Its jobs
/// run as in life: woken by each commit.</summary>
public sealed class MovingCity : WebApplicationFactory<Program>
{
    private readonly Lazy<Uri> _address;

    /// <summary>Prepares it; the city is founded when the first journey needs it.</summary>
    public MovingCity() => _address = new(() =>
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    });

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Value;

    /// <summary>What the city takes for the present.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Starts the city; what is due now is done now, and not by the next minute's sweep in the middle of a journey.</summary>
    public Task SettleAsync()
    {
        _ = Address;
        return PassAsync(days: 0);
    }

    /// <summary>Lets days go by, and then what Hangfire runs each minute.</summary>
    public async Task PassAsync(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        foreach (var sweep in new[] { "timers", "ballots", "task-notices", "mail" })
            await Services.GetRequiredService<SweepRunner>().RunAsync(sweep, TestContext.Current.CancellationToken);
    }

    /// <summary>The number of the last ledger entry.</summary>
    public async Task<long> LastEntryAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GovernanceDb>().Set<LedgerEntry>().MaxAsync(entry => entry.Sequence);
    }

    /// <summary>What the other proposals of the city did to a year's figures since an entry: their waiting times end with the same days.</summary>
    public async Task<BudgetFigures> OthersSinceAsync(long entry, string proposal, int year)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        var own = Guid.Parse(proposal.Split('/')[^1]);
        var entries = await db.Set<LedgerEntry>().Where(row => row.Sequence > entry && row.ProposalId != own)
            .Join(db.Set<BudgetLine>().Where(line => line.FiscalYear == year), row => row.BudgetLineId, line => line.Id, (row, line) => row).ToListAsync();
        return new(0, Moved(LedgerAccount.Reserved), Moved(LedgerAccount.OpenCommitments), Moved(LedgerAccount.Available));

        long Moved(LedgerAccount account) =>
            entries.Where(row => row.Debit == account.ToString()).Sum(row => row.AmountCents) - entries.Where(row => row.Credit == account.ToString()).Sum(row => row.AmountCents);
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment("Development").UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Governance:DataPath", Directory.CreateTempSubdirectory("governance-journey-").FullName)
            .UseSetting("Governance:Demo", "true").UseSetting("Governance:Clock", Clock.GetUtcNow().ToString("O"))
            .ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
}
