using Microsoft.AspNetCore.Identity;

namespace Governance.People;

/// <summary>What a password must be: long, and nothing else (BSI ORP.4.A22: length over character classes).</summary>
public static class Passwords
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters; hashing longer ones would let strangers keep the machine busy.</summary>
    public const int Longest = 200;

    internal static void Set(Person person, string password, IPasswordHasher<Person> hasher)
    {
        person.PasswordHash = hasher.HashPassword(person, password);
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
