using System.Data;
using System.Diagnostics;
using System.Threading.Channels;
using Governance.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Persistence;

/// <summary>SQLite has one writer. Commands queue here in the order they came; those that wait while the disk works are run
/// together, each in a savepoint of one transaction, so that they share one fsync. A command that fails is rolled back to its
/// savepoint and leaves the others untouched; nobody is answered before the commit is on the disk.</summary>
public sealed class SqliteTransactions(IServiceScopeFactory scopes, CommitSignal signal) : ITransactions, IAsyncDisposable
{
    /// <summary>Most commands that share one fsync; bounds what one failed commit makes repeat.</summary>
    private const int LargestBatch = 32;

    /// <summary>After this long no further command joins a batch: whoever is done is answered, and prepares the next one while others write.
    /// Several times what an fsync takes, so that it does not weigh.</summary>
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(10);

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Lock _start = new();
    private Task? _writer;
    private Gate? _gate;

    /// <inheritdoc />
    public async Task RunAsync(Func<IServiceProvider, CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        lock (_start)
            _writer ??= StartWriter();
        var waiting = new Waiting(work, ct);
        await _queue.Writer.WriteAsync(waiting, ct);
        Signals.SqliteQueue.Add(1);
        try
        {
            await waiting.Answer.Task;
        }
        finally
        {
            Signals.SqliteQueue.Add(-1);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_writer is not null)
            await _writer;
        await CloseGateAsync();
    }

    // The writer outlives the command that happened to start it, and must not keep its language, trace or request.
    private Task StartWriter()
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(WriteAsync, CancellationToken.None);
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            await WriteBatchAsync(batch);
        }
    }

    private async Task WriteBatchAsync(List<Waiting> batch)
    {
        try
        {
            _gate ??= await Gate.OpenAsync(scopes);
            await using var transaction = await _gate.Db.Database.BeginAsync(IsolationLevel.Serializable, CancellationToken.None);
            var begun = Stopwatch.GetTimestamp();
            var dirty = false;
            while (batch.Count < LargestBatch && Stopwatch.GetElapsedTime(begun) < LongestBatch && _queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
                dirty |= await RunInSavepointAsync(waiting, transaction, _gate.Db.Database.GetConnectionString());
            }

            if (dirty)
            {
                await transaction.CommitAsync();
                signal.Raise();
            }
        }
        catch (Exception failure)
        {
            // Nothing of the batch is on the disk, or its answer was lost: everybody is told, and may safely try again.
            foreach (var waiting in batch)
                waiting.Failure ??= failure;
            await CloseGateAsync();

            // It could not even begin: whoever waits first is told, else it would begin again and again.
            if (batch.Count == 0 && _queue.Reader.TryRead(out var first))
            {
                first.Failure = failure;
                batch.Add(first);
            }
        }

        foreach (var waiting in batch)
            if (waiting.Failure is null)
                waiting.Answer.SetResult();
            else
                waiting.Answer.SetException(waiting.Failure);
    }

    private async Task CloseGateAsync()
    {
        var gate = _gate;
        _gate = null;
        if (gate is null)
            return;
        try
        {
            await gate.DisposeAsync();
        }
        catch (Exception)
        {
            // Whoever waits is answered, and the next batch gets a connection of its own, whatever became of the old one.
        }
    }

    private async Task<bool> RunInSavepointAsync(Waiting waiting, IDbContextTransaction shared, string? connectionString)
    {
        if (waiting.Cancellation.IsCancellationRequested)
        {
            waiting.Failure = new OperationCanceledException(waiting.Cancellation);
            return false;
        }

        const string savepoint = "command";
        await shared.CreateSavepointAsync(savepoint, CancellationToken.None);
        try
        {
            await using var scope = await JoinedScope.OpenAsync(scopes, shared, connectionString);
            if (await waiting.RunAsync(scope.Services))
            {
                await scope.Db.SaveChangesAsync(waiting.Cancellation);
                await shared.ReleaseSavepointAsync(savepoint, CancellationToken.None);
                return true;
            }
        }
        catch (Exception failure)
        {
            waiting.Failure = failure;
        }

        await shared.RollbackToSavepointAsync(savepoint, CancellationToken.None);
        return false;
    }

    // One connection for all batches, so that what SQLite made of a statement is there the next time; a new one after a failure.
    private sealed class Gate(AsyncServiceScope scope, GovernanceDb db) : IAsyncDisposable
    {
        public GovernanceDb Db => db;

        public static async Task<Gate> OpenAsync(IServiceScopeFactory scopes)
        {
            var scope = scopes.CreateAsyncScope();
            var gate = new Gate(scope, scope.ServiceProvider.GetRequiredService<GovernanceDb>());
            try
            {
                await gate.Db.Database.OpenConnectionAsync();
            }
            catch
            {
                await gate.DisposeAsync();
                throw;
            }

            return gate;
        }

        public async ValueTask DisposeAsync()
        {
            // Contexts are used again, and keep open what was opened by hand.
            await db.Database.CloseConnectionAsync();
            await scope.DisposeAsync();
        }
    }

    private sealed class Waiting(Func<IServiceProvider, CancellationToken, Task<bool>> work, CancellationToken cancellation)
    {
        private readonly ExecutionContext? _caller = ExecutionContext.Capture();

        public CancellationToken Cancellation => cancellation;

        public Exception? Failure { get; set; }

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // As whoever waits: in their language and as a part of their trace, as on a server.
        public Task<bool> RunAsync(IServiceProvider services)
        {
            if (_caller is null)
                return work(services, cancellation);
            var done = default(Task<bool>)!;
            ExecutionContext.Run(_caller, _ => done = work(services, cancellation), state: null);
            return done;
        }
    }
}
