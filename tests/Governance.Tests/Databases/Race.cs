namespace Governance.Tests.Databases;

/// <summary>Lets two clients act at the same instant.</summary>
public static class Race
{
    /// <summary>Starts both together and waits for both; the answers in the order given.</summary>
    public static async Task<T[]> BothAsync<T>(Func<Task<T>> first, Func<Task<T>> second)
    {
        using var line = new Barrier(2);
        return await Task.WhenAll(Start(first), Start(second));

        // A thread each: on two busy threads of the pool the second would begin when the first is done.
        Task<T> Start(Func<Task<T>> client) => Task.Factory.StartNew(
            () =>
            {
                line.SignalAndWait();
                return client();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap();
    }
}
