using System.Runtime.ExceptionServices;

namespace Governance.Web.Jobs;

/// <summary>Works through what is due, some rows at a time, each in a transaction of its own. A row that is refused stays due and is
/// tried again in the next minute; it never holds up the others, not even by an error of the program: that is thrown when all had their turn. A stop of the program waits for the row at hand and no longer.</summary>
internal static class Batches
{
    public const int Size = 100;

    public static async Task RunAsync<TRow, TAnswer>(Func<Task<IReadOnlyList<TRow>>> due, Func<TRow, Task<Result<TAnswer>>> handle, CancellationToken ct)
        where TRow : notnull
    {
        IReadOnlyList<TRow> rows;
        var done = 0;
        Exception? thrown = null;
        do
        {
            rows = await due();
            done = 0;
            foreach (var row in rows)
            {
                ct.ThrowIfCancellationRequested();
                try
                {
                    if ((await handle(row)).IsSuccess)
                        done++;
                }
                catch (Exception wrong) when (wrong is not OperationCanceledException)
                {
                    thrown ??= wrong;
                }
            }
        }
        while (rows.Count == Size && done > 0);
        if (thrown is not null)
            ExceptionDispatchInfo.Throw(thrown);
    }
}
