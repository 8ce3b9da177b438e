using System.Data.Common;
using Governance.Persistence;
using Microsoft.Data.SqlClient;

namespace Governance.Database.SqlServer;

/// <summary>SQL Server's numbers of faults that pass.</summary>
public sealed class SqlServerFaults : ITransientFaults
{
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int SnapshotConflict = 3960;
    private const int DuplicateIndexKey = 2601;
    private const int DuplicateConstraintKey = 2627;

    /// <inheritdoc />
    public bool IsTransient(DbException fault) => fault is SqlException { Number: Deadlock or LockTimeout or SnapshotConflict or DuplicateIndexKey or DuplicateConstraintKey };
}
