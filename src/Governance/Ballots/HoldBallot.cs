using Governance.Bodies;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Puts the proposal to the vote of a body and waits for the result. A circular body votes at once; one in session has
/// the paper in its members' inboxes until chair or clerk opens the ballot; so has a circular body after a member objected to the
/// procedure in this case.</summary>
[Activity("Governance.HoldBallot", Category = "Bodies", DisplayName = "Hold ballot", Description = "Puts the proposal to the vote of a body and waits for the result.")]
[Outcomes("Adopted", "AdoptedAmended", "AdoptedInPart", "Rejected", "Postponed", "Referred", "TakenOff", "Noted", "Settled", "Withdrawn", "NotQuorate")]
public sealed class HoldBallot(GovernanceDb db, ProposalOfCase proposals, TaskOpening tasks) : ProcessActivity
{
    // The body, who votes in it today, and whether a member objected to the circular procedure in this case.
    private static readonly CompiledQuery<string, DateOnly, Guid, Called?> CalledOn = new((db, code, today, instance, _) => db.Set<Body>().AsNoTracking().AsSingleQuery().Where(row => row.Code == code)
        .Select(row => new Called(
            row,
            db.Set<Seat>().Where(seat => seat.BodyId == row.Id && seat.Kind != SeatKind.Advisory && seat.SubstituteOrder == null)
                .Where(seat => seat.From <= today && (seat.Until == null || seat.Until >= today))
                .OrderBy(seat => seat.Sequence).ToList(),
            db.Set<Ballot>().Any(ballot => ballot.InstanceId == instance && ballot.BodyId == row.Id && ballot.ObjectedBy != null)))
        .SingleOrDefault());

    /// <summary>Code of the body.</summary>
    [Input(Description = "The code of the body that votes.", Required = true, RefersTo = MissingReferences.Body)]
    public string Body { get; set; } = "";

    /// <summary>Pre-advice, decision, or the approval of an urgent decision.</summary>
    [Input(Description = "Hearing (pre-advice), Decision, or Approval (of an urgent decision).", Required = true)]
    public BallotRole Role { get; set; }

    /// <summary>The majority that the motion needs.</summary>
    [Input(Description = "The majority: Simple, TwoThirdsOfVotesCast, TwoThirdsOfStatutoryMembers, StatutoryMajority, Unanimous.", DefaultValue = MajorityKind.Simple)]
    public MajorityKind Majority { get; set; }

    /// <summary>Circular: the period for the votes. In session: when the members' tasks are due.</summary>
    [Input(Description = "The period for the votes: 10d.", DefaultValue = "10d", IsDetail = true)]
    public string ClosesIn { get; set; } = "10d";

    /// <summary>§ 49 (2) GO NRW.</summary>
    [Input(Description = "True when the body is called a second time with the express notice of § 49 (2) GO NRW.")]
    public bool SecondCall { get; set; }

    /// <summary>Where it was referred to.</summary>
    [Output(Description = "The code of the body that the item was referred to.")]
    public string? ReferredTo { get; set; }

    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var period = Period.Parse(ClosesIn);
        if (!period.IsSuccess)
            return HostResult.Fault($"{step.Node.Id}: '{ClosesIn}' is no period; 10d or 2w would be right.");
        if (await CalledOn.AskAsync(db, Body, BerlinTime.DayOf(step.Now), step.Instance.Id, ct) is not ({ } body, var seats, var objectedBefore))
            return HostResult.Fault($"{step.Node.Id}: there is no body '{Body}'.");

        // A person is never invited twice, whatever seats somebody entered.
        var members = seats.DistinctBy(seat => seat.PersonId).ToList();
        if (members.Count == 0)
            return HostResult.Fault($"{step.Node.Id}: the body '{Body}' has no voting members today.");

        if (Role == BallotRole.Decision)
            (await proposals.OfAsync(step, ct)).DecidingBody = body.Code;
        var objected = body.Procedure == VotingProcedure.Circular && (objectedBefore || ObjectedNow(step, body));
        var ballot = Ballot(step, body, objected ? VotingProcedure.InSession : body.Procedure);
        db.Add(ballot);
        db.AddRange(members.Select(seat => new BallotMember { BallotId = ballot.Id, PersonId = seat.PersonId, Kind = seat.Kind }));
        return Tasks(step, ballot, body, members, period.Value, objected) is { } refused ? step.Refused(refused) : HostResult.Wait();
    }

    // In session the day is the clerk's to keep: members vote once the item is called.
    private Error? Tasks(ProcessStep step, Ballot ballot, Body body, IReadOnlyList<Seat> members, Period period, bool objected)
    {
        var why = Why(VoteReason(objected), body);
        if (ballot.Procedure == VotingProcedure.InSession)
        {
            foreach (var seat in members)
                tasks.OpenForMeeting(step, TaskKind.Vote, Assignee.Person(seat.PersonId), BallotForms.Vote, why, ballot.Id);
            return Date(ballot, tasks.Open(step, TaskKind.Ballot, Assignee.Role(People.Role.Clerk), BallotForms.Conduct, Why(ConductReason(objected), body), period, ballot.Id, resumes: false));
        }

        foreach (var seat in members)
            if (Date(ballot, tasks.Open(step, TaskKind.Vote, Assignee.Person(seat.PersonId), BallotForms.Vote, why, period, ballot.Id, resumes: false)) is { } refused)
                return refused;
        return null;
    }

    private static Error? Date(Ballot ballot, Result<InboxTask> opened)
    {
        if (opened.IsSuccess)
            ballot.DeadlineAt = opened.Value.DueAt;
        return opened.Error;
    }

    // The express notice of § 49 (2) GO NRW stands in the invitation itself, else the second call would have no effect.
    private string VoteReason(bool objected) => (objected, SecondCall, Role) switch
    {
        (true, _, _) => "task.vote-after-objection",
        (_, true, _) => "task.vote-second-call",
        (_, _, BallotRole.Hearing) => "task.vote-hearing",
        (_, _, BallotRole.Approval) => "task.vote-approval",
        _ => "task.vote",
    };

    private string ConductReason(bool objected) => (objected, SecondCall, Role) switch
    {
        (true, _, _) => "task.conduct-after-objection",
        (_, true, _) => "task.conduct-second-call",
        (_, _, BallotRole.Hearing) => "task.conduct-ballot-hearing",
        (_, _, BallotRole.Approval) => "task.conduct-ballot-approval",
        _ => "task.conduct-ballot",
    };

    // Not the definition's to say: whoever objected has a right to the meeting, and no case may stand still for it.
    // The objection of this very step is known only to the context.
    private bool ObjectedNow(ProcessStep step, Body body) =>
        db.Set<Ballot>().Local.Any(row => row.InstanceId == step.Instance.Id && row.BodyId == body.Id && row.ObjectedBy is not null);

    private Ballot Ballot(ProcessStep step, Body body, VotingProcedure procedure) => new()
    {
        InstanceId = step.Instance.Id,
        BookmarkKey = step.BookmarkKey,
        ProposalId = step.ProposalId,
        BodyId = body.Id,
        Role = Role,
        Procedure = procedure,
        Status = procedure == VotingProcedure.Circular ? BallotStatus.Open : BallotStatus.Invited,
        OpenedAt = procedure == VotingProcedure.Circular ? step.Now : null,
        Majority = Majority,
        StatutoryMembers = body.StatutoryMembers,
        SecondCall = SecondCall,
        InvitedAt = step.Now,
        DeadlineAt = step.Now,
    };

    private static Reason Why(string code, Body body) =>
        Reason.Of(code, ("body", BodyTerm.Of(body)));

    private sealed record Called(Body Body, List<Seat> VotingSeats, bool ObjectedBefore);
}
