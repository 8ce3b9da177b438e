using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Persistence;

/// <summary>Runs one piece of work in one database transaction: saved as a whole when it says so, else as if never begun.</summary>
public interface ITransactions
{
    /// <summary>Runs the work in a new scope whose <see cref="GovernanceDb"/> is inside a transaction.</summary>
    /// <param name="work">Returns true to save and commit, false to leave no trace.</param>
    /// <exception cref="Exception">Whatever the work or the database threw; nothing was saved then, unless the commit itself
    /// had already reached the disk when its answer was lost.</exception>
    Task RunAsync(Func<IServiceProvider, CancellationToken, Task<bool>> work, CancellationToken ct);
}

/// <summary>PostgreSQL and SQL Server: each command has a connection and a transaction of its own; rows are locked by the work.</summary>
public sealed class ServerTransactions(IServiceScopeFactory scopes, CommitSignal signal) : ITransactions
{
    /// <inheritdoc />
    public async Task RunAsync(Func<IServiceProvider, CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginAsync(System.Data.IsolationLevel.ReadCommitted, ct);
        if (!await work(scope.ServiceProvider, ct))
            return;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
    }
}
