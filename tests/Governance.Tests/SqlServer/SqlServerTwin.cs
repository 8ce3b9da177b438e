#pragma warning disable EF1001 // The query compiler is the one place where a query passes as it was written, with its values.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Governance.Database.SqlServer;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.SqlServer;

/// <summary>Writes down, for everything that a real run on SQLite asks and saves, what the same program would have sent to SQL Server:
/// the same expression trees and the same changed rows go through EF's SQL Server provider, with the run's real parameters.</summary>
public sealed class SqlServerTwin : IInterceptor
{
    private static readonly NoServer Server = new();
    private readonly ConditionalWeakTable<DbContext, string> _requests = [];
    private readonly TwinSaves _saves;

    /// <summary>Has seen nothing yet.</summary>
    public SqlServerTwin() => _saves = new(this);

    /// <summary>Each statement with one request and one source line that led to it.</summary>
    public ConcurrentDictionary<Statement, string> Statements { get; } = [];

    /// <summary>Names of the requests that led to a statement.</summary>
    public ConcurrentDictionary<string, bool> Requests { get; } = [];

    /// <summary>The source lines that did.</summary>
    public ConcurrentDictionary<CallSite, bool> Sites { get; } = [];

    /// <summary>What EF could not turn into a statement.</summary>
    public ConcurrentDictionary<string, bool> Untranslatable { get; } = [];

    /// <summary>Watches a program that runs on SQLite.</summary>
    public void Watch(IServiceCollection services) => services
        .AddSingleton(this).AddTransient(typeof(IPipelineBehavior<,>), typeof(TwinRequests<,>))
        .ConfigureDbContext<GovernanceDb>(options => options.ReplaceService<IQueryCompiler, TwinQueries>().AddInterceptors(this, _saves));

    /// <summary>A context on SQL Server without a server.</summary>
    public static GovernanceDb Open()
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernanceSqlServer("Server=nowhere").AddInterceptors(Server);
        return new(options.Options);
    }

    /// <summary>The twin that watches a context.</summary>
    internal static SqlServerTwin Of(DbContext db) =>
        db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.Interceptors!.OfType<SqlServerTwin>().Single();

    /// <summary>From now on a context works for that request.</summary>
    internal void WorksFor(DbContext db, string request) => _requests.AddOrUpdate(db, request);

    /// <summary>Does on SQL Server what a context is about to do.</summary>
    internal void Do(DbContext db, Action work)
    {
        var sites = CallSite.Current();
        try
        {
            work();
        }
        catch (Exception thrown) when ((thrown as NotSentException ?? thrown.InnerException) is NotSentException sent)
        {
            Note(db, sites, sent.Statement);
        }
        catch (InvalidOperationException fault)
        {
            Untranslatable[$"{string.Join(" < ", sites)}: {fault.Message}"] = true;
        }
    }

    private void Note(DbContext db, IReadOnlyList<CallSite> sites, Statement statement)
    {
        var request = _requests.TryGetValue(db, out var name) ? name : "no request";
        Requests[request] = true;
        foreach (var site in sites)
            Sites[site] = true;
        Statements.TryAdd(statement, $"{request} at {string.Join(" < ", sites)}");
    }
}
