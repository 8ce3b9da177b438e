using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Tests.Databases;

/// <summary>Every statement that reaches the database, in order.</summary>
public sealed class StatementLog : DbCommandInterceptor
{
    /// <summary>The statements' texts.</summary>
    public ConcurrentQueue<string> Seen { get; } = [];

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Seen.Enqueue(command.CommandText);
        return new(result);
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Seen.Enqueue(command.CommandText);
        return new(result);
    }
}
