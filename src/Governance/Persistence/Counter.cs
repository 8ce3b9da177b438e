using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Persistence;

/// <summary>Numbers without gaps, one row a series: <c>proposal-2026</c>. Locked last in a transaction.</summary>
public sealed class Counter : Entity
{
    /// <summary>The series.</summary>
    public required string Name { get; init; }

    /// <summary>The last number given.</summary>
    public long Value { get; set; }
}

internal sealed class CounterMapping : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.ToTable("Counters");
        builder.HasIndex(row => row.Name).IsUnique();
    }
}
