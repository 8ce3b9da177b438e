using System.ComponentModel;
using System.Data.Common;
using System.Net.Sockets;

namespace Governance.Web.Hosting;

/// <summary>Whether the program failed because its database cannot be reached: restarting, gone, or without room. Nothing is wrong with what
/// was asked, and it may be asked again, so the answer is 503 and not 500.</summary>
public static class LostDatabase
{
    /// <summary>Seconds after which to ask again.</summary>
    public const string RetryAfter = "30";

    // SQLite's primary codes: reading or writing the file failed, no room left, the file cannot be opened.
    private static readonly int[] SqliteCodes = [10, 13, 14];

    /// <summary>True when a fault of the database's connection stands anywhere in the chain, however EF wrapped it.</summary>
    public static bool Is(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            if (fault is DbException one && (one.IsTransient || one.InnerException is SocketException or IOException or TimeoutException or Win32Exception || IsFileGone(one)))
                return true;
        return false;
    }

    private static bool IsFileGone(DbException fault) => fault is Microsoft.Data.Sqlite.SqliteException sqlite && Array.IndexOf(SqliteCodes, sqlite.SqliteErrorCode) >= 0;
}
