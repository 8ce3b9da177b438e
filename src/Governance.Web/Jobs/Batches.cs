namespace Governance.Web.Jobs;

/// <summary>Works through what is due, some rows at a time, each in a transaction of its own. A row that is refused stays due and is
/// tried again in the next minute; it never holds up the others. A stop of the program waits for the row at hand and no longer.</summary>
internal static class Batches
{
    public const int Size = 100;

    public static async Task RunAsync<TRow, TAnswer>(Func<Task<IReadOnlyList<TRow>>> due, Func<TRow, Task<Result<TAnswer>>> handle, CancellationToken ct)
        where TRow : notnull
    {
        IReadOnlyList<TRow> rows;
        var done = 0;
        do
        {
            rows = await due();
            done = 0;
            foreach (var row in rows)
            {
                ct.ThrowIfCancellationRequested();
                if ((await handle(row)).IsSuccess)
                    done++;
            }
        }
        while (rows.Count == Size && done > 0);
    }
}
