#pragma warning disable EF1001 // The one place where a query passes as it was written, with its values.
using System.Collections;
using System.Linq.Expressions;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Governance.Tests.SqlServer;

/// <summary>Asks each query of the twin first, then the real database.</summary>
internal sealed class TwinQueries(
    IQueryContextFactory contexts,
    ICompiledQueryCache cache,
    ICompiledQueryCacheKeyGenerator keys,
    IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> logger,
    ICurrentDbContext current,
    IEvaluatableExpressionFilter filter,
    IModel model) : QueryCompiler(contexts, cache, keys, database, logger, current, filter, model)
{
    private readonly DbContext _db = current.Context;

    public override TResult Execute<TResult>(Expression query)
    {
        AskTwin<TResult>(query, (compiler, twins) => compiler.Execute<TResult>(twins));
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        AskTwin<TResult>(query, (compiler, twins) => compiler.ExecuteAsync<TResult>(twins, cancellationToken));
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }

    public override Func<QueryContext, TResult> CreateCompiledAsyncQuery<TResult>(Expression query)
    {
        var real = base.CreateCompiledAsyncQuery<TResult>(query);
        return context =>
        {
            AskTwin(context.Context, twin =>
            {
                var values = twin.GetService<IQueryContextFactory>().Create();
                foreach (var (name, value) in context.Parameters)
                    values.Parameters[name] = value;
                return twin.GetService<IQueryCompiler>().CreateCompiledAsyncQuery<TResult>(new TwinRoots(twin).Visit(query))(values);
            });
            return real(context);
        };
    }

    private void AskTwin<TResult>(Expression query, Func<IQueryCompiler, Expression, TResult> ask) =>
        AskTwin(_db, twin => ask(twin.GetService<IQueryCompiler>(), new TwinRoots(twin).Visit(query)));

    private static void AskTwin<TResult>(DbContext db, Func<GovernanceDb, TResult> ask) => SqlServerTwin.Of(db).Do(db, () =>
    {
        using var twin = SqlServerTwin.Open();
        switch (ask(twin))
        {
            case IEnumerable rows:
                _ = rows.GetEnumerator().MoveNext();
                break;
            case Task answer:
                // It has ended already, where the statement would have been sent.
                answer.GetAwaiter().GetResult();
                break;
        }
    });
}
