namespace Governance.Persistence;

/// <summary>A row. <see cref="Id"/> is its name everywhere; <see cref="Sequence"/> is its place: the order of lists, the cursor
/// of pages and the clustered key, so that inserts never split pages.</summary>
public abstract class Entity
{
    /// <summary>Given by the database, rising.</summary>
    public long Sequence { get; private set; }

    /// <summary>A version 7 Guid; never used as an order.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

/// <summary>A row that people change: stale pages and ETags are told by <see cref="Version"/>.</summary>
public abstract class Aggregate : Entity
{
    /// <summary>Rises by one with each saved change; EF refuses a change of an older version.</summary>
    public int Version { get; set; }
}
