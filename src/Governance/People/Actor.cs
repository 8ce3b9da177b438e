namespace Governance.People;

/// <summary>Who acts: the only thing that handlers know of the user. Sweeps act as <see cref="System"/>.</summary>
/// <param name="PersonId">The person, or <see cref="Guid.Empty"/> for the program itself and for visitors.</param>
/// <param name="Name">As written into the audit trail.</param>
/// <param name="Roles">Roles held today.</param>
/// <param name="DeputyFor">Persons whose tasks the actor may complete today.</param>
/// <param name="Today">The day it is in Berlin: on which the roles are held, and seats are asked for.</param>
public sealed record Actor(Guid PersonId, string Name, IReadOnlySet<Role> Roles, IReadOnlyList<Guid> DeputyFor, DateOnly Today)
{
    private static readonly HashSet<Role> NoRoles = [];

    /// <summary>The program: sweeps, imports, the start.</summary>
    public static Actor System { get; } = new(Guid.Empty, "System", NoRoles, [], default) { IsSystem = true };

    /// <summary>Nobody signed in.</summary>
    public static Actor Visitor { get; } = new(Guid.Empty, "", NoRoles, [], default);

    /// <summary>True for the program itself.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>True when a person is signed in.</summary>
    public bool IsPerson => PersonId != Guid.Empty;

    /// <summary>True when the actor holds one of these roles today.</summary>
    public bool Is(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            if (Roles.Contains(role))
                return true;
        return false;
    }
}
