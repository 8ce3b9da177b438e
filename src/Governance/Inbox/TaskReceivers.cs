using Governance.Ballots;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>To whom a task can be handed on, by the rules of <see cref="DelegateTask"/>.</summary>
public sealed class TaskReceivers(GovernanceDb db, TimeProvider clock)
{
    /// <summary>Everybody who may do it, by name; whether they may also see the case stands beside.</summary>
    internal async Task<IReadOnlyList<TaskReceiver>> OfAsync(InboxTask task, CancellationToken ct)
    {
        var today = Today.InBerlin(clock);
        if (Assignee.RoleOf(task.Assignee) is { } role)
            return await ReadAsync(Colleagues.Holding(db, today, role), _ => true, ct);

        var person = Assignee.PersonOf(task.Assignee)!.Value;
        var deputies = await db.Set<Deputy>().ActingOn(today).Where(row => row.PersonId == person).Select(row => row.DeputyId).ToListAsync(ct);
        var roles = await db.Set<Appointment>().Where(row => row.PersonId == person && row.From <= today && (row.Until == null || row.Until >= today)).Select(row => row.Role).ToListAsync(ct);
        var alike = await ReadAsync(Colleagues.Holding(db, today, [.. roles.Intersect(Colleagues.Roles)]).Where(one => one.Id != person), await SeersAsync(task.ProposalId, today, ct), ct);
        var acting = await ReadAsync(Colleagues.Holding(db, today, Colleagues.Roles).Where(one => deputies.Contains(one.Id)), _ => true, ct);
        return [.. acting.Concat(alike).DistinctBy(one => one.Id).OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    private static async Task<List<TaskReceiver>> ReadAsync(IQueryable<Person> persons, Func<Guid, bool> sees, CancellationToken ct) =>
        [.. (await persons.OrderBy(one => one.FullName).Select(one => new { one.Id, one.FullName, one.Unit }).ToListAsync(ct)).Select(one => new TaskReceiver(one.Id, one.FullName, one.Unit, sees(one.Id)))];

    // The same people as ProposalAccess.VisibleTo lets see it, for all at once.
    private async Task<Func<Guid, bool>> SeersAsync(Guid proposal, DateOnly today, CancellationToken ct)
    {
        var offices = await Colleagues.Holding(db, today, ProposalAccess.SeeAll).Select(one => one.Id).ToListAsync(ct);
        var asked = await db.Set<InboxTask>().Where(row => row.ProposalId == proposal).Select(row => row.Assignee).Distinct().ToListAsync(ct);
        var members = await db.Set<BallotMember>().Where(row => db.Set<Ballot>().Any(ballot => ballot.Id == row.BallotId && ballot.ProposalId == proposal)).Select(row => row.PersonId).ToListAsync(ct);
        var owner = await db.Set<Proposal>().Where(row => row.Id == proposal).Select(row => row.OwnerId).SingleAsync(ct);
        var seers = asked.Where(key => Assignee.RoleOf(key) is null).Select(key => Assignee.PersonOf(key)!.Value).Concat(offices).Concat(members).Append(owner).ToHashSet();
        return seers.Contains;
    }
}

/// <summary>Somebody who may do a task.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">The unit, or empty.</param>
/// <param name="HasAccess">False when the case may not be shown to them.</param>
public sealed record TaskReceiver(Guid Id, string Name, string Unit, bool HasAccess);
