using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Persistence;

/// <summary>One transaction around many commands that are sent one after the other, each in a savepoint: all of them or none. Whoever
/// is killed before <see cref="CommitAsync"/> leaves no trace.</summary>
public sealed class OneTransaction(IServiceScopeFactory scopes) : ITransactions, IAsyncDisposable
{
    private const string Savepoint = "command";
    private AsyncServiceScope? _gate;
    private IDbContextTransaction? _shared;

    /// <inheritdoc />
    public async Task RunAsync(Func<IServiceProvider, CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        await using var scope = await ScopeAsync(ct);
        await _shared!.CreateSavepointAsync(Savepoint, ct);
        if (await work(scope.ServiceProvider, ct))
        {
            await scope.ServiceProvider.GetRequiredService<GovernanceDb>().SaveChangesAsync(ct);
            await _shared.ReleaseSavepointAsync(Savepoint, ct);
        }
        else
        {
            await _shared.RollbackToSavepointAsync(Savepoint, ct);
        }
    }

    /// <summary>A scope that reads what the transaction has written so far.</summary>
    public async Task<AsyncServiceScope> ScopeAsync(CancellationToken ct)
    {
        _gate ??= scopes.CreateAsyncScope();
        _shared ??= await _gate.Value.ServiceProvider.GetRequiredService<GovernanceDb>().Database.BeginTransactionAsync(ct);
        var own = _shared.GetDbTransaction();
        var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        db.Database.SetDbConnection(own.Connection);
        await db.Database.UseTransactionAsync(own, ct);
        db.Database.AutoSavepointsEnabled = false;
        return scope;
    }

    /// <summary>Makes all of it last.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
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
}
