using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Persistence;

/// <summary>A scope whose <see cref="GovernanceDb"/> works on the connection and in the transaction of another one.</summary>
internal sealed class JoinedScope : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly string? _connectionString;

    private JoinedScope(AsyncServiceScope scope, string? connectionString) => (_scope, _connectionString) = (scope, connectionString);

    public IServiceProvider Services => _scope.ServiceProvider;

    public GovernanceDb Db => Services.GetRequiredService<GovernanceDb>();

    /// <param name="scopes">Where the scope comes from.</param>
    /// <param name="shared">The transaction.</param>
    /// <param name="connectionString">The context's own, which it gets back afterwards.</param>
    public static async Task<JoinedScope> OpenAsync(IServiceScopeFactory scopes, IDbContextTransaction shared, string? connectionString)
    {
        var joined = new JoinedScope(scopes.CreateAsyncScope(), connectionString);
        try
        {
            var own = shared.GetDbTransaction();
            joined.Db.Database.SetDbConnection(own.Connection);
            await joined.Db.Database.UseTransactionAsync(own, CancellationToken.None);
            joined.Db.Database.AutoSavepointsEnabled = false;
            return joined;
        }
        catch
        {
            await joined.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Contexts are used again: whoever gets this one next must not write on the shared connection.
        Db.Database.SetDbConnection(null);
        Db.Database.SetConnectionString(_connectionString);
        await _scope.DisposeAsync();
    }
}
