using System.Data.Common;
using Governance.Persistence;
using Microsoft.Data.Sqlite;

namespace Governance.Database.Sqlite;

/// <summary>SQLite's codes of faults that pass: another process holds the file.</summary>
public sealed class SqliteFaults : ITransientFaults
{
    private const int Busy = 5;
    private const int Locked = 6;

    /// <inheritdoc />
    public bool IsTransient(DbException fault) => fault is SqliteException { SqliteErrorCode: Busy or Locked };
}
