using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Governance.Tests.SqlServer;

/// <summary>Saves the changed rows of a context in the twin too, batch by batch, before they are saved in the real database.</summary>
internal sealed class TwinSaves(SqlServerTwin twins) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Save(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Save(eventData.Context!);
        return new(result);
    }

    private void Save(DbContext db)
    {
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        using var twin = SqlServerTwin.Open();
        foreach (var entry in changed)
            Copy(entry, twin);
        var adapter = twin.GetService<IUpdateAdapterFactory>().Create();
        foreach (var batch in twin.GetService<ICommandBatchPreparer>().BatchCommands(adapter.GetEntriesToSave(), adapter))
            twins.Do(db, () => batch.Execute(twin.GetService<IRelationalConnection>()));
    }

    private static void Copy(EntityEntry entry, GovernanceDb twin)
    {
        var copy = twin.Entry(entry.Entity);
        if (entry.State == EntityState.Added)
        {
            copy.State = EntityState.Added;
            return;
        }

        // Both states first take the present values for the original ones.
        copy.State = entry.State;
        foreach (var property in entry.Properties.Where(property => !property.Metadata.IsKey()))
        {
            var its = copy.Property(property.Metadata.Name);
            its.OriginalValue = property.OriginalValue;
            if (entry.State == EntityState.Modified)
                its.IsModified = property.IsModified;
        }
    }
}
