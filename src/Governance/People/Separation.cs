namespace Governance.People;

/// <summary>Roles that nobody holds at the same time: who keeps people, bodies and settings has no say in decisions and does not
/// audit them; who audits changes nothing of what is audited (domain: örtliche Rechnungsprüfung, §§ 101 to 104 GO NRW).</summary>
internal static class Separation
{
    /// <summary>The roles that have no vote in a body either.</summary>
    public static readonly Role[] WithoutVote = [Role.Administrator, Role.Auditor];

    /// <summary>The roles of people in the city's service, who are members neither of its council nor of its committees (§ 13 (1) KWahlG
    /// NRW, § 58 (3) GO NRW). The minutes may be kept by a council member (§ 52 (1) GO NRW), proposals be written by anybody, and a data
    /// protection officer, whoever keeps information safe and the IT provider may come from outside (Art. 37 (6) DSGVO).</summary>
    public static readonly Role[] InService = [Role.Office, Role.Treasurer, Role.DeputyMayor, Role.StaffCouncil, Role.EqualityOfficer, Role.ProcurementOffice];

    /// <summary>The roles that an expert citizen does not hold: those in service, and the mayor, who is of the council by law (§ 40 (2) GO NRW).</summary>
    public static readonly Role[] NoExpertCitizen = [.. InService, Role.Mayor];

    private static readonly Role[] Deciding =
    [
        Role.Office, Role.Treasurer, Role.DataProtectionOfficer, Role.SecurityOfficer, Role.StaffCouncil, Role.EqualityOfficer, Role.ProcurementOffice, Role.ItProvider,
        Role.Mayor, Role.DeputyMayor, Role.Clerk,
    ];

    /// <summary>The roles that exclude this one.</summary>
    public static Role[] From(Role role) => role switch
    {
        Role.Administrator => [.. Deciding, Role.Auditor],
        Role.Auditor => [.. Deciding, Role.Administrator, Role.ProjectOwner],
        Role.ProjectOwner => [Role.Auditor],
        _ when Deciding.Contains(role) => WithoutVote,
        _ => [],
    };

    /// <summary>True when the roles may be held together.</summary>
    public static bool Allows(IReadOnlyCollection<Role> roles) => !roles.Any(role => From(role).Any(roles.Contains));
}
