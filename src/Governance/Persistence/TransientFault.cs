using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Governance.Persistence;

/// <summary>Faults after which the same command may simply be run again: two nodes met, nothing is wrong.</summary>
internal static class TransientFault
{
    private const string PostgreSqlSerialization = "40001";
    private const string PostgreSqlDeadlock = "40P01";
    private const int SqlServerDeadlock = 1205;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: DbException inner } => Is(inner),
        DbException { SqlState: PostgreSqlSerialization or PostgreSqlDeadlock } => true,
        // ErrorCode of SqliteException is its primary result code; Number of SqlException is not on DbException.
        DbException sqlite when sqlite.GetType().Name == "SqliteException" => sqlite.ErrorCode is SqliteBusy or SqliteLocked
            || sqlite.Message.Contains("Error 5:", StringComparison.Ordinal) || sqlite.Message.Contains("Error 6:", StringComparison.Ordinal),
        DbException server => server.Data["HelpLink.EvtID"] is string number && number == SqlServerDeadlock.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => false,
    };
}
