using Governance.Web.Hosting;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.SqlServer;

namespace Governance.Web.Jobs;

/// <summary>Hangfire: on SQLite in memory, since rows wake everything again after a start; on servers in the same database.</summary>
public static class JobsSetup
{
    private const int Workers = 2;

    // A node that is killed leaves its lock's row behind; whoever comes next takes it away after this long. Hangfire's own ten minutes
    // would keep the next node waiting longer than it waits. Hangfire holds such locks for moments; sweeps bear being run twice.
    private static readonly TimeSpan LeftLock = TimeSpan.FromSeconds(10);

    /// <summary>Adds storage and dashboard, and on nodes that run jobs the server and its sweeps.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, GovernanceSettings settings)
    {
        // Registered before Hangfire's own, which would share one static storage between all hosts of a process.
        services.AddSingleton(_ => Storage(settings.Database));
        services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddSingleton<SweepRunner>();
        services.AddScoped<ISweep, ForgetKeysSweep>();
        services.AddScoped<ISweep, TimersSweep>();
        services.AddScoped<ISweep, TriggersSweep>();
        services.AddScoped<ISweep, CaseMessagesSweep>();
        services.AddScoped<ISweep, BallotsSweep>();
        services.AddScoped<ISweep, BallotRollsSweep>();
        services.AddScoped<ISweep, TaskNoticesSweep>();
        if (!settings.RunsJobs)
            return services;
        services.AddHostedService<SweepSchedule>();
        services.AddHostedService<SweepWaker>();
        return services.AddHangfireServer(options => options.WorkerCount = Workers);
    }

    /// <summary>Shows Hangfire's pages to administrators at <c>/admin/jobs</c>. Only shows them: a deleted sweep would let deadlines pass
    /// until the next start, and there is nothing to repeat that the next minute does not.</summary>
    public static void MapJobs(this IEndpointRouteBuilder app) =>
        app.MapHangfireDashboard("/admin/jobs", new() { AsyncAuthorization = [new AdministratorsOnly()], Authorization = [], AppPath = "/", DisplayStorageConnectionString = false, IsReadOnlyFunc = _ => true }).RequireAuthorization();

    private static JobStorage Storage(DatabaseSettings database) => database.Provider switch
    {
        DatabaseProvider.Sqlite => new InMemoryStorage(),
        DatabaseProvider.PostgreSql => PostgreSql(new PostgreSqlStorageOptions { DistributedLockTimeout = LeftLock }, database.ConnectionString),
        _ => new SqlServerStorage(database.ConnectionString, new SqlServerStorageOptions { SqlClientFactory = Microsoft.Data.SqlClient.SqlClientFactory.Instance }),
    };

    private static PostgreSqlStorage PostgreSql(PostgreSqlStorageOptions options, string connectionString) =>
        new(new NpgsqlConnectionFactory(connectionString, options), options);
}
