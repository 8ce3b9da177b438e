using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Persistence;

/// <summary>One transaction around many commands that are sent one after the other, each in a savepoint: all of them or none. Whoever
/// is killed before <see cref="CommitAsync"/> leaves no trace. Not for two threads.</summary>
public sealed class OneTransaction(IServiceScopeFactory scopes) : ITransactions, IAsyncDisposable
{
    private const string Savepoint = "command";
    private AsyncServiceScope? _gate;
    private IDbContextTransaction? _shared;
    private string? _connectionString;
    private bool _isLost;

    /// <inheritdoc />
    public async Task RunAsync(Func<IServiceProvider, CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        var shared = await BegunAsync(ct);
        await shared.CreateSavepointAsync(Savepoint, ct);
        try
        {
            if (await KeepAsync(work, shared, ct))
                await shared.ReleaseSavepointAsync(Savepoint, ct);
            else
                await shared.RollbackToSavepointAsync(Savepoint, ct);
        }
        catch
        {
            await TakeBackAsync(shared);
            throw;
        }
    }

    /// <summary>Does something in a scope that reads what the transaction has written so far.</summary>
    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        await using var scope = await JoinedScope.OpenAsync(scopes, await BegunAsync(ct), _connectionString);
        return await work(scope.Services);
    }

    /// <summary>Makes all of it last.</summary>
    /// <exception cref="InvalidOperationException">A command failed and could not be taken back alone.</exception>
    public async Task CommitAsync(CancellationToken ct)
    {
        if (_isLost)
            throw new InvalidOperationException("A command failed and could not be taken back alone: all of it is lost.");
        if (_shared is not null)
            await _shared.CommitAsync(ct);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_shared is not null)
            await _shared.DisposeAsync();
        if (_gate is { } gate)
            await gate.DisposeAsync();
    }

    private async Task TakeBackAsync(IDbContextTransaction shared)
    {
        try
        {
            await shared.RollbackToSavepointAsync(Savepoint, CancellationToken.None);
        }
        catch (Exception)
        {
            // Whoever sent the command is told what went wrong first.
            _isLost = true;
        }
    }

    private async Task<bool> KeepAsync(Func<IServiceProvider, CancellationToken, Task<bool>> work, IDbContextTransaction shared, CancellationToken ct)
    {
        await using var scope = await JoinedScope.OpenAsync(scopes, shared, _connectionString);
        if (!await work(scope.Services, ct))
            return false;
        await scope.Db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<IDbContextTransaction> BegunAsync(CancellationToken ct)
    {
        if (_shared is not null)
            return _shared;
        _gate ??= scopes.CreateAsyncScope();
        var database = _gate.Value.ServiceProvider.GetRequiredService<GovernanceDb>().Database;
        _connectionString = database.GetConnectionString();
        return _shared = await database.BeginAsync(IsolationLevel.ReadCommitted, ct);
    }
}
