#pragma warning disable EF1001 // The one place where a query passes as it was written, with its values.
using System.Collections;
using System.Linq.Expressions;
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

    private void AskTwin<TResult>(Expression query, Func<IQueryCompiler, Expression, TResult> ask) => SqlServerTwin.Of(_db).Do(_db, () =>
    {
        using var twin = SqlServerTwin.Open();
        switch (ask(twin.GetService<IQueryCompiler>(), new TwinRoots(twin).Visit(query)))
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
