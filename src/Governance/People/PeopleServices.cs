using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.People;

/// <summary>What use cases about people need of ASP.NET Core Identity: its password hashes and its names' normal form. Its managers
/// are left out, because they save by themselves, past the one transaction of a command.</summary>
public static class PeopleServices
{
    /// <summary>Adds hashing, the actor's loader and, unless a demo city brings its own, no demo sign-ins.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.TryAddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.TryAddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.TryAddScoped<IDemoSignIns, NoDemoSignIns>();
        services.TryAddScoped<ActorLoader>();
        services.TryAddSingleton<AsProgram>();
        services.TryAddScoped<Access>();
        return services;
    }
}
