using System.Data.Common;
using Governance.Persistence;
using Npgsql;

namespace Governance.Database.PostgreSql;

/// <summary>PostgreSQL's states of faults that pass.</summary>
public sealed class PostgreSqlFaults : ITransientFaults
{
    /// <inheritdoc />
    public bool IsTransient(DbException fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation };
}
