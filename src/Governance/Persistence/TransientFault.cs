using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Governance.Persistence;

/// <summary>Faults after which the same command may simply be run again: two nodes met, nothing is wrong.</summary>
internal static class TransientFault
{
    private const string PostgreSqlSerialization = "40001";
    private const string PostgreSqlDeadlock = "40P01";

    // Two nodes inserted the same key: run again, the second sees the first one's row and answers for it.
    private const string PostgreSqlUnique = "23505";
    private static readonly string[] SqlServerNumbers = ["1205", "2601", "2627"];
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: DbException inner } => Is(inner),
        DbException { SqlState: PostgreSqlSerialization or PostgreSqlDeadlock or PostgreSqlUnique } => true,
        // ErrorCode of SqliteException is its primary result code; Number of SqlException is not on DbException.
        DbException sqlite when sqlite.GetType().Name == "SqliteException" => sqlite.ErrorCode is SqliteBusy or SqliteLocked
            || sqlite.Message.Contains("Error 5:", StringComparison.Ordinal) || sqlite.Message.Contains("Error 6:", StringComparison.Ordinal),
        DbException server => server.Data["HelpLink.EvtID"] is string number && SqlServerNumbers.Contains(number, StringComparer.Ordinal),
        _ => false,
    };
}
