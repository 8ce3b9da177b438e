using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Governance.Persistence;

/// <summary>Begins transactions on contexts that are used again.</summary>
internal static class Beginning
{
    /// <summary>As <c>BeginTransactionAsync</c>, which opens the connection first and leaves it open when the transaction then cannot
    /// begin: the next one to get the context would find it in use.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(this DatabaseFacade database, IsolationLevel level, CancellationToken ct)
    {
        try
        {
            return await database.BeginTransactionAsync(level, ct);
        }
        catch
        {
            await database.CloseConnectionAsync();
            throw;
        }
    }
}
