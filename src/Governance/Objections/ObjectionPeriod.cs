using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Objections;

/// <summary>The period that runs after a decision on a proposal, with all that the rules of objecting ask for.</summary>
/// <param name="BookmarkKey">What waits.</param>
/// <param name="InstanceId">The case.</param>
/// <param name="ActivityId">Where it waits in the definition.</param>
/// <param name="DecidedAt">When it began (UTC).</param>
/// <param name="EndsAt">First instant (UTC) after it.</param>
/// <param name="Body">Who decided.</param>
/// <param name="Ballot">The ballot that decided, or null where the office did.</param>
/// <param name="Raised">All objections on the proposal, oldest first.</param>
internal sealed record ObjectionPeriod(
    string BookmarkKey, Guid InstanceId, string ActivityId, DateTime DecidedAt, DateTime EndsAt, Body Body, Ballot? Ballot, IReadOnlyList<DecisionObjection> Raised)
{
    /// <summary>Objections within this very period.</summary>
    public IEnumerable<DecisionObjection> RaisedNow => Raised.Where(one => one.BookmarkKey == BookmarkKey);

    /// <summary>Kinds that suspended an earlier decision.</summary>
    public IReadOnlyCollection<ObjectionKind> Earlier => [.. Raised.Where(one => one.Suspends).Select(one => one.Kind)];

    /// <summary>The statutory number of members of whom a fifth is needed; 1 where no body voted.</summary>
    public int StatutoryMembers => Ballot?.StatutoryMembers ?? 1;

    /// <summary>The period of a proposal, or null while none runs.</summary>
    public static async Task<ObjectionPeriod?> OfAsync(GovernanceDb db, Guid proposalId, CancellationToken ct)
    {
        var found = await db.Set<Proposal>().AsNoTracking().Where(row => row.Id == proposalId)
            .Join(db.Set<Bookmark>().Where(row => row.ActivityType == AwaitObjectionPeriod.Type), proposal => proposal.InstanceId, bookmark => bookmark.InstanceId, (proposal, bookmark) => new { Proposal = proposal, Bookmark = bookmark })
            .Join(db.Set<Body>(), row => row.Proposal.DecidingBody, body => body.Code, (row, body) => new { row.Bookmark, Body = body })
            .SingleOrDefaultAsync(ct);
        if (found is null || found.Bookmark.FiresAt is not { } ends)
            return null;
        var ballot = await db.Set<Ballot>().AsNoTracking().Where(row => row.ProposalId == proposalId && row.BodyId == found.Body.Id && row.Role == BallotRole.Decision)
            .OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(ct);
        var raised = await db.Set<DecisionObjection>().AsNoTracking().Where(row => row.ProposalId == proposalId).OrderBy(row => row.Sequence).ToListAsync(ct);
        return new(found.Bookmark.Key, found.Bookmark.InstanceId, found.Bookmark.ActivityId, found.Bookmark.CreatedAt, ends, found.Body, ballot, raised);
    }

    /// <summary>First instant (UTC) at which an objection of the kind comes too late, or the calendar's refusal.</summary>
    public Result<DateTime> Until(ObjectionKind kind, CityCalendar calendar)
    {
        if (kind != ObjectionKind.MayorsObjection)
            return EndsAt;
        var third = DeadlineRules.DueDate(BerlinTime.DayOf(DecidedAt), new Period(ObjectionRules.MayorsObjectionDays, PeriodUnit.Days), calendar, DeadlineKind.Legal);
        return third.IsSuccess ? new DateTime(Math.Min(BerlinTime.EndOfDay(third.Value.Date).Ticks, EndsAt.Ticks), DateTimeKind.Utc) : third.Error;
    }

    /// <summary>Whether the person was entitled to vote in the decision, was not excluded from it, and still sits in the body.</summary>
    public async ValueTask<bool> IsMemberAsync(GovernanceDb db, People.Actor actor, CancellationToken ct) => Ballot is { } ballot
        && await db.Set<BallotMember>().AnyAsync(row => row.BallotId == ballot.Id && row.PersonId == actor.PersonId && row.RecusalReason == null, ct)
        && await db.SitsAsync(ballot.BodyId, actor, ct);
}
