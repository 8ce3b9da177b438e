using System.Text.RegularExpressions;

namespace Governance.Database.SqlServer;

/// <summary>Puts <c>WITH (UPDLOCK, ROWLOCK)</c> behind the table that a query reads: nobody else gets that lock on its rows until the
/// transaction ends, while readers go on reading.</summary>
internal static partial class UpdateLock
{
    /// <summary>The statement with the hint on its first table.</summary>
    /// <exception cref="NotSupportedException">The query begins with something else than a table: nothing would be locked.</exception>
    public static string On(string statement) => Table().IsMatch(statement)
        ? Table().Replace(statement, "$0 WITH (UPDLOCK, ROWLOCK)", 1)
        : throw new NotSupportedException("No table to lock in: " + statement);

    // Not indented: the FROM of the query itself, not of a query within it.
    [GeneratedRegex(@"^FROM \[[^\]]+\] AS \[[^\]]+\]", RegexOptions.Multiline, 1000)]
    private static partial Regex Table();
}
