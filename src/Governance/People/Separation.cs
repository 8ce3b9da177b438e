namespace Governance.People;

/// <summary>Roles that nobody holds at the same time: who keeps people, bodies and settings has no say in decisions and does not
/// audit them.</summary>
internal static class Separation
{
    private static readonly Role[] Deciding = [Role.Office, Role.Treasurer, Role.Auditor, Role.DataProtectionOfficer, Role.Mayor, Role.Clerk];

    /// <summary>The roles that exclude this one.</summary>
    public static Role[] From(Role role) => role == Role.Administrator ? Deciding : Deciding.Contains(role) ? [Role.Administrator] : [];

    /// <summary>True when the roles may be held together.</summary>
    public static bool Allows(IReadOnlyCollection<Role> roles) => !roles.Any(role => From(role).Any(roles.Contains));
}
