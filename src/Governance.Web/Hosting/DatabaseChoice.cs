using Governance.Database.PostgreSql;
using Governance.Database.Sqlite;
using Governance.Database.SqlServer;
using Governance.Deadlines;
using Governance.Demo;
using Governance.People;
using Governance.Documents;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Hosting;

/// <summary>Puts the product on the database that the settings name.</summary>
public static class DatabaseChoice
{
    /// <summary>Adds settings, clock, use cases and the database: what pages, jobs and commands have in common.</summary>
    public static IServiceCollection AddProduct(this IServiceCollection services, GovernanceSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Clock is { } start ? new MovedClock(start) : TimeProvider.System);
        services.AddSingleton(CityCalendar.Default with { State = Enum.Parse<FederalState>(settings.FederalState) });
        if (settings.Demo)
            services.AddScoped<IDemoSignIns, DemoSignInNames>();
        services.AddSingleton<IAttachmentStore>(new FileAttachmentStore(Path.Combine(settings.DataPath, "attachments")));
        return services.AddGovernance((_, options) => options.Use(settings.Database), settings.Database.Provider == DatabaseProvider.Sqlite);
    }

    /// <summary>Builds the mapping of all rows, the longest single piece of a start, while the rest is put together: EF keeps it for the
    /// process. A fault is met again, and told, by whoever uses the database first.</summary>
    public static Task BuildModelAsync(this GovernanceSettings settings) => Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.Use(settings.Database);
        using var db = new GovernanceDb(options.Options);
        _ = db.Model;
    });

    private static void Use(this DbContextOptionsBuilder options, DatabaseSettings database) => _ = database.Provider switch
    {
        DatabaseProvider.Sqlite => options.UseGovernanceSqlite(database.ConnectionString),
        DatabaseProvider.SqlServer => options.UseGovernanceSqlServer(database.ConnectionString),
        _ => options.UseGovernancePostgreSql(database.ConnectionString),
    };
}
