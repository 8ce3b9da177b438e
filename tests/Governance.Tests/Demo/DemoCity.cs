using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Demo;

/// <summary>The demo city as it stands on <see cref="Today"/>, read once for tests that change nothing.</summary>
public sealed class DemoCity : IAsyncLifetime
{
    private TestDatabase _database = null!;

    /// <summary>The day it was loaded.</summary>
    public static DateOnly Today { get; } = DateOnly.FromDateTime(TestCity.Monday.UtcDateTime);

    /// <summary>Whose each sign-in name is.</summary>
    public IReadOnlyDictionary<string, Guid> People { get; private set; } = null!;

    /// <summary>Bodies by code.</summary>
    public IReadOnlyDictionary<string, Body> Bodies { get; private set; } = null!;

    /// <summary>All seats, substitutes too.</summary>
    public IReadOnlyList<Seat> Seats { get; private set; } = null!;

    /// <summary>Looks at the rows.</summary>
    public async Task<T> Look<T>(Func<GovernanceDb, Task<T>> look)
    {
        await using var db = _database.Open();
        return await look(db);
    }

    /// <summary>The full seats of a body.</summary>
    public IEnumerable<Seat> FullSeats(string body) => Seats.Where(seat => seat.BodyId == Bodies[body].Id && seat.SubstituteOrder is null);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Provider.Sqlite);
        (await DemoDatabase.LoadAsync(_database, new FaultPlan(), TestCity.Monday)).Error.ShouldBeNull();
        People = await Look(db => db.Set<SignInAlias>().ToDictionaryAsync(alias => alias.Name, alias => alias.PersonId, StringComparer.Ordinal));
        Bodies = await Look(db => db.Set<Body>().AsNoTracking().ToDictionaryAsync(body => body.Code, StringComparer.Ordinal));
        Seats = await Look(db => db.Set<Seat>().AsNoTracking().ToListAsync());
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
