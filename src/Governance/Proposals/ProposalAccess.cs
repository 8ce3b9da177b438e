using Governance.Ballots;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Who sees and who writes proposals: the one place for both.</summary>
public static class ProposalAccess
{
    /// <summary>The roles that see every proposal once it was submitted.</summary>
    internal static readonly Role[] SeeAll = [Role.Office, Role.Treasurer, Role.Auditor, Role.Mayor, Role.DeputyMayor, Role.Clerk, Role.DataProtectionOfficer];

    /// <summary>The proposal's owner.</summary>
    public static Who<T> Owns<T>(Func<T, Guid> proposal) => Who.When<T>("owner of the proposal", (request, actor, db, ct) =>
        new(db.Set<Proposal>().AnyAsync(row => row.Id == proposal(request) && row.OwnerId == actor.PersonId, ct)));

    /// <summary>The owner; of a returned proposal also who deputises for them, since correcting it is a task.</summary>
    public static Who<T> Corrects<T>(Func<T, Guid> proposal) => Who.When<T>("owner of the proposal, deputy once it was returned", (request, actor, db, ct) =>
    {
        var deputised = actor.DeputyFor;
        return new(db.Set<Proposal>().AnyAsync(
            row => row.Id == proposal(request) && (row.OwnerId == actor.PersonId || (row.Stage == ProposalStage.Returned && deputised.Contains(row.OwnerId))), ct));
    });

    /// <summary>Who corrects it; an imported draft, which its owner did not write, also whoever may import.</summary>
    public static Who<T> CorrectsOrImports<T>(Func<T, Guid> proposal) => Who.When<T>("owner of the proposal, deputy once it was returned, importer of a draft", (request, actor, db, ct) =>
    {
        var deputised = actor.DeputyFor;
        var imports = actor.Is(Role.Office, Role.Administrator);
        return new(db.Set<Proposal>().AnyAsync(
            row => row.Id == proposal(request) && (row.OwnerId == actor.PersonId || (row.Stage == ProposalStage.Returned && deputised.Contains(row.OwnerId)) || (imports && row.ImportReference != null && row.Stage == ProposalStage.Draft)), ct));
    });

    /// <summary>Whoever the lists show it to.</summary>
    public static Who<T> Sees<T>(Func<T, Guid> proposal) => Who.When<T>("whoever sees the proposal", (request, actor, db, ct) =>
        new(db.Set<Proposal>().VisibleTo(actor, db).AnyAsync(row => row.Id == proposal(request), ct)));

    /// <summary>Offices see all that was submitted; owners their own; deputies what whom they deputise for has submitted; members and whoever gives an opinion what is or was put to their vote or their inbox.</summary>
    public static IQueryable<Proposal> VisibleTo(this IQueryable<Proposal> proposals, Actor actor, GovernanceDb db)
    {
        if (actor.IsSystem)
            return proposals;
        if (actor.Is(SeeAll))
            return proposals.Where(row => row.SubmittedAt != null || row.OwnerId == actor.PersonId);
        string[] mine = [Assignee.Person(actor.PersonId), .. actor.Roles.Select(Assignee.Role), .. actor.Roles.Select(role => Assignee.Holder(role, actor.PersonId))];
        var me = Assignee.Person(actor.PersonId);
        var deputised = actor.DeputyFor;
        return proposals.Where(row => row.OwnerId == actor.PersonId
            || (row.SubmittedAt != null && deputised.Contains(row.OwnerId))
            || db.Set<InboxTask>().Any(task => task.ProposalId == row.Id && task.Kind != TaskKind.Vote && (mine.Contains(task.Assignee) || task.DelegatedFrom == me))
            || db.Set<Ballot>().Any(ballot => ballot.ProposalId == row.Id && db.Set<BallotMember>().Any(member => member.BallotId == ballot.Id && member.PersonId == actor.PersonId)));
    }
}
