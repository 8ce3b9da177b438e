using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>People of the administration who act in the procedure: they deputise for each other. Not the auditors, who change nothing,
/// and not administrators, who have no say in decisions.</summary>
internal static class Colleagues
{
    /// <summary>The roles that act.</summary>
    public static readonly Role[] Roles =
    [
        Role.ProjectOwner, Role.Office, Role.Treasurer, Role.DataProtectionOfficer, Role.SecurityOfficer, Role.StaffCouncil, Role.EqualityOfficer, Role.ProcurementOffice,
        Role.ItProvider, Role.Mayor, Role.DeputyMayor, Role.Clerk,
    ];

    /// <summary>Those of them who may enter a deputy for somebody else, for instance who is ill.</summary>
    public static readonly Role[] EnterForOthers = [Role.Office, Role.Administrator];

    /// <summary>Who holds one of the roles on a day and can sign in.</summary>
    public static IQueryable<Person> Holding(GovernanceDb db, DateOnly day, params Role[] roles) => db.Users.AsNoTracking()
        .Where(person => (person.LockoutEnd == null || person.LockoutEnd != LockPerson.ForEver)
            && db.Set<Appointment>().Any(row => row.PersonId == person.Id && roles.Contains(row.Role) && row.From <= day && (row.Until == null || row.Until >= day)));
}
