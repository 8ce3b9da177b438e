using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Persistence;

/// <summary>Turns a query tagged by <see cref="RowLocks"/> into <c>SELECT … FOR UPDATE</c> on PostgreSQL.</summary>
public sealed class ForUpdateInterceptor : DbCommandInterceptor
{
    internal const string Tag = "for update";
    private const string TagLine = "-- " + Tag;

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(TagLine, StringComparison.Ordinal))
            command.CommandText += "\nFOR UPDATE";
        return new(result);
    }
}
