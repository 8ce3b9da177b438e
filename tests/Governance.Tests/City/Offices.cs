using Governance.People;

namespace Governance.Tests.City;

/// <summary>Who holds what in the city, as the program loads it.</summary>
public static class Offices
{
    /// <summary>The person as of the city's clock: roles and deputising from the rows.</summary>
    public static async Task<Actor> TodayAsync(this TestCity city, string name)
    {
        await using var db = city.Database.Open();
        return (await new ActorLoader(db, city.Clock).OfSessionAsync(city[name].PersonId, null!, CancellationToken.None)).ShouldNotBeNull();
    }

    /// <summary>Gives somebody a role.</summary>
    public static async Task AppointAsync(this TestCity city, string name, Role role, DateOnly? until = null)
    {
        await using var db = city.Database.Open();
        db.Add(new Appointment { PersonId = city[name].PersonId, Role = role, From = new DateOnly(2020, 2, 2), Until = until });
        await db.SaveChangesAsync();
    }
}
