using Governance.People;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Governance.Persistence;

/// <summary>The one database context. Each capability maps its own rows in an <c>IEntityTypeConfiguration</c> beside them;
/// what all rows share stands in <see cref="Conventions"/>.</summary>
public sealed class GovernanceDb(DbContextOptions<GovernanceDb> options)
    : IdentityUserContext<Person, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Keys that protect cookies and tokens, shared by all nodes.</summary>
    public DbSet<Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey> DataProtectionKeys => Set<Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey>();

    /// <summary>Raises an aggregate's version when only rows that belong to it change.</summary>
    public void Touch(Aggregate aggregate) => Entry(aggregate).Property(row => row.Version).IsModified = true;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.ApplyTypes(configurationBuilder);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GovernanceDb).Assembly);
        Conventions.ApplyModel(builder, Database.ProviderName);
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looks for changes once; what is set below needs no second look at all rows.
        foreach (var entry in ChangeTracker.Entries<Aggregate>())
            if (entry.State == EntityState.Modified)
                entry.Property(row => row.Version).CurrentValue++;
        var looking = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (ChangeTracker.Entries<IAppendOnly>().FirstOrDefault(entry => entry.State is EntityState.Modified or EntityState.Deleted) is { } falsified)
                throw new InvalidOperationException($"{falsified.Metadata.ShortName()} is append-only: what was written stays; what was wrong is corrected by another row.");
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looking;
        }
    }
}
