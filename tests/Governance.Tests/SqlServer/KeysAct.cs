using Governance.Persistence;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.SqlServer;

/// <summary>What the web host asks besides use cases: the keys of cookies, and whether anybody is there.</summary>
internal static class KeysAct
{
    public static async Task PlayAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        _ = await db.Users.AnyAsync();
        _ = db.DataProtectionKeys.AsNoTracking().ToList();
        db.Add(new DataProtectionKey { FriendlyName = "key", Xml = "<key/>" });
        _ = db.SaveChanges();
    }
}
