using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Funding;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance;

/// <summary>The product's services, whatever surface they run behind.</summary>
public static class GovernanceServices
{
    /// <summary>Adds the use cases, the engine's bridge and the database.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="database">Chooses the provider: one of the database projects' <c>UseGovernance…</c>.</param>
    /// <param name="singleWriter">True on SQLite: commands go through one writer that shares fsyncs.</param>
    public static IServiceCollection AddGovernance(
        this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> database, bool singleWriter)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CommitSignal>();

        // A context is emptied and used again: building one anew costs as much as several statements.
        services.AddDbContextPool<GovernanceDb>(database);
        if (singleWriter)
            services.AddSingleton<ITransactions, SqliteTransactions>();
        else
            services.AddSingleton<ITransactions, ServerTransactions>();
        services.AddScoped<CommandScope>();
        services.TryAddSingleton(CityCalendar.Default);
        services.AddSingleton<DefinitionStore>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuthorityTables>();
        services.AddScoped<BallotClosing>().AddScoped<BallotRoll>().AddScoped<RecordedResult>();
        services.AddScoped<Ledger>();
        services.AddScoped<EndOfCase>();
        services.AddScoped<IncidentMails>();
        services.AddScoped<Numbers>();
        services.AddScoped<Office.Pipeline>().AddScoped<Office.StuckCases>().AddScoped<Office.StationNames>().AddScoped<Office.Paces>();
        services.AddScoped<OtherCases>().AddScoped<OtherSystems>();
        services.TryAddSingleton(AllowedAddresses.None);
        services.AddScoped<ProcessRecorder>();
        services.AddScoped<TaskStep>();
        services.AddScoped<ProcessRunner>();
        services.AddSingleton<Trials>();
        services.AddScoped<CaseTrials>();
        services.AddScoped<ProposalOfCase>();
        services.AddScoped<TaskOpening>().AddScoped<TaskReceivers>();
        return services.AddPeople().AddUseCases();
    }
}
