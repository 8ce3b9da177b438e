using Governance.Bodies;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>A ballot as the actor may see it: turnout while it runs, counts and votes only after it closed.</summary>
public sealed record GetBallot(Guid BallotId) : IQuery<BallotDetails>, IRule<GetBallot>
{
    /// <inheritdoc />
    public static Who<GetBallot> Who => People.Who.When<GetBallot>("whoever sees the proposal", (request, actor, db, ct) =>
        new(db.Set<Ballot>().AnyAsync(ballot => ballot.Id == request.BallotId && db.Set<Proposal>().VisibleTo(actor, db).Any(row => row.Id == ballot.ProposalId), ct)));
}

/// <summary>A ballot for reading.</summary>
/// <param name="Id">The ballot.</param>
/// <param name="Version">For stale pages.</param>
/// <param name="Body">The body's name.</param>
/// <param name="BodyCode">The body's code.</param>
/// <param name="Role">Pre-advice or decision.</param>
/// <param name="Procedure">Circular or in session.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Majority">The majority it needs.</param>
/// <param name="StatutoryMembers">Voting members by statute.</param>
/// <param name="Members">Members entitled to vote.</param>
/// <param name="Voted">How many have voted.</param>
/// <param name="Recused">How many declared a conflict of interest.</param>
/// <param name="DeadlineAt">Circular: when it closes (UTC).</param>
/// <param name="ClosedAt">When it closed (UTC), or null.</param>
/// <param name="Result">Counts and outcome, once closed.</param>
/// <param name="Mine">The actor's own part, or null when not a member.</param>
/// <param name="CanConduct">True for clerk and chair.</param>
/// <param name="ProposalId">What is voted on.</param>
/// <param name="Number">Aktenzeichen.</param>
/// <param name="Content">What the owner wrote.</param>
/// <param name="RouteReason">Why this body: reasons as JSON.</param>
/// <param name="Earlier">Answers given before in the case.</param>
/// <param name="Votes">Who voted how, once an open ballot is closed with a result; else empty.</param>
public sealed record BallotDetails(
    Guid Id, int Version, LocalText Body, string BodyCode, BallotRole Role, VotingProcedure Procedure, BallotStatus Status, MajorityKind Majority,
    int StatutoryMembers, int Members, int Voted, int Recused, DateTime DeadlineAt, DateTime? ClosedAt, BallotResultView? Result, MyPart? Mine, bool CanConduct,
    Guid ProposalId, string? Number, ProposalContent Content, string? RouteReason, IReadOnlyList<EarlierAnswer> Earlier, IReadOnlyList<NamedVote> Votes)
{
    /// <summary>What bodies resolved on the proposal before.</summary>
    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];

    /// <summary>Who is to carry the decision out and by when, as proposed.</summary>
    public required Charge Charge { get; init; }

    /// <summary>For who conducts it while it runs: each member and whether they have voted, never how; else empty.</summary>
    public IReadOnlyList<MemberTurnout> Turnout { get; init; } = [];

    /// <summary>Why a circular ballot was stopped, or null.</summary>
    public Objection? Objection { get; init; }

    /// <summary>For who conducts it while it runs: true where expert citizens have a seat; then it counts how many of those taking part they are (§ 58 (3) GO NRW).</summary>
    public bool HasExpertCitizens { get; init; }
}

/// <summary>What a member has done in a ballot that runs.</summary>
public sealed record MemberTurnout(string Name, MemberState State);

/// <summary>Whether somebody has voted.</summary>
public enum MemberState
{
    /// <summary>Not yet.</summary>
    Awaited,

    /// <summary>Voted.</summary>
    Voted,

    /// <summary>Declared a conflict of interest.</summary>
    Recused,
}

/// <summary>An objection to the circular procedure.</summary>
public sealed record Objection(string By, string Reason);

/// <summary>The result of a closed ballot; counts are null where the minutes give none. <see cref="Reason"/>: reasons as JSON.</summary>
public sealed record BallotResultView(string Outcome, int? Present, int? Yes, int? No, int? Abstained, int? Recused, long? GrantedCents, string? Reason, string? Wording = null);

/// <summary>What the actor did in the ballot.</summary>
public sealed record MyPart(VoteChoice? Choice, DateTime? VotedAt, string? RecusalReason);

/// <summary>A vote of a closed open ballot.</summary>
public sealed record NamedVote(string Name, string Group, VoteChoice? Choice, bool Recused);

internal sealed class GetBallotHandler(GovernanceDb db, CommandScope scope, TimeProvider clock) : IRequestHandler<GetBallot, Result<BallotDetails>>
{
    public async Task<Result<BallotDetails>> Handle(GetBallot request, CancellationToken cancellationToken)
    {
        var found = await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.Id == request.BallotId)
            .Join(db.Set<Body>(), ballot => ballot.BodyId, body => body.Id, (ballot, body) => new { Ballot = ballot, Body = body })
            .Join(db.Set<Proposal>(), row => row.Ballot.ProposalId, proposal => proposal.Id, (row, proposal) => new { row.Ballot, row.Body, Proposal = proposal })
            .Join(db.Set<Person>(), row => row.Proposal.OwnerId, person => person.Id, (row, person) => new { row.Ballot, row.Body, row.Proposal, Owner = person.FullName })
            .SingleAsync(cancellationToken);
        var (ballot, body, proposal) = (found.Ballot, found.Body, found.Proposal);
        var members = await db.Set<BallotMember>().AsNoTracking().Where(row => row.BallotId == ballot.Id).ToListAsync(cancellationToken);
        var closed = ballot.Status == BallotStatus.Closed;
        var mine = members.Find(row => row.PersonId == scope.Actor.PersonId);
        var conducts = await BallotAccess.Conducts<Guid>(id => id).Check(ballot.Id, scope.Actor, db, cancellationToken);
        var content = ProposalContent.Parse(proposal.Content);
        return new BallotDetails(
            ballot.Id, ballot.Version, new LocalText(body.NameDe, body.NameEn), body.Code, ballot.Role, ballot.Procedure, ballot.Status, ballot.Majority,
            ballot.StatutoryMembers, members.Count, members.Count(row => row.VotedAt is not null), members.Count(row => row.RecusalReason is not null),
            ballot.DeadlineAt, ballot.ClosedAt,
            closed ? new BallotResultView(ballot.Outcome ?? "", ballot.Present, ballot.Yes, ballot.No, ballot.Abstained, ballot.Recused, ballot.GrantedCents, ballot.OutcomeReason, ballot.Wording) : null,
            mine is null ? null : new MyPart(mine.Choice, mine.VotedAt, mine.RecusalReason),
            conducts,
            proposal.Id, proposal.Number, content, proposal.RouteReason,
            await EarlierAnswers.OfAsync(db, proposal.Id, cancellationToken), closed && ballot.ObjectedBy is null ? await VotesAsync(ballot, cancellationToken) : [])
        {
            Resolutions = [.. (await Resolutions.OfAsync(db, proposal.Id, cancellationToken)).Where(one => one.BallotId != ballot.Id && !(one.At > ballot.ClosedAt))],
            Charge = Charge.Of(content, found.Owner),
            HasExpertCitizens = conducts && !closed && (await db.CommitteeSeatsAsync(ballot, clock.GetUtcNow().UtcDateTime, cancellationToken)).ExpertCitizens > 0,
            Turnout = conducts && !closed ? await TurnoutAsync(members, cancellationToken) : [],
            Objection = ballot.ObjectedBy is { } by ? new(await db.Users.Where(person => person.Id == by).Select(person => person.FullName).SingleAsync(cancellationToken), ballot.ObjectionReason ?? "") : null,
        };
    }

    private async Task<IReadOnlyList<MemberTurnout>> TurnoutAsync(List<BallotMember> members, CancellationToken ct)
    {
        var ids = members.Select(row => row.PersonId).ToArray();
        var names = await db.Users.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        return [.. members.Select(row => new MemberTurnout(names[row.PersonId], row switch { { RecusalReason: not null } => MemberState.Recused, { VotedAt: not null } => MemberState.Voted, _ => MemberState.Awaited }))
            .OrderBy(member => member.Name, StringComparer.CurrentCulture)];
    }

    private async Task<IReadOnlyList<NamedVote>> VotesAsync(Ballot ballot, CancellationToken ct) =>
        await db.Set<BallotMember>().AsNoTracking().Where(row => row.BallotId == ballot.Id && (row.Choice != null || row.RecusalReason != null))
            .Join(db.Set<Person>(), row => row.PersonId, person => person.Id, (row, person) => new { row, person.FullName })
            .OrderBy(row => row.FullName)
            .Select(row => new NamedVote(
                row.FullName,
                db.Set<Seat>().Where(seat => seat.BodyId == ballot.BodyId && seat.PersonId == row.row.PersonId).OrderByDescending(seat => seat.From).Select(seat => seat.Group).FirstOrDefault() ?? "",
                row.row.Choice, row.row.RecusalReason != null))
            .ToListAsync(ct);
}
