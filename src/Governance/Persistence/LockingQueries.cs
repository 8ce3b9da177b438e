using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Persistence;

/// <summary>Makes a query tagged by <see cref="RowLocks"/> lock its rows, in the words of one database: EF has no syntax of its own
/// for it.</summary>
/// <param name="locking">From the statement as EF writes it to the one that locks.</param>
public sealed class LockingQueries(Func<string, string> locking) : DbCommandInterceptor
{
    private const string TagLine = "-- " + RowLocks.Tag;

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (command.CommandText.StartsWith(TagLine, StringComparison.Ordinal))
            command.CommandText = locking(command.CommandText);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuting(command, eventData, result));
}
