using FluentValidation;
using Governance.Bodies;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>A member votes in an open ballot, once. The last vote of a circular ballot closes it.</summary>
public sealed record CastVote(Guid BallotId, VoteChoice Choice) : ICommand<Done>, IRule<CastVote>
{
    /// <inheritdoc />
    public static Who<CastVote> Who => BallotAccess.Votes<CastVote>(request => request.BallotId);
}

internal sealed class CastVoteValidator : AbstractValidator<CastVote>
{
    public CastVoteValidator() => RuleFor(request => request.Choice).IsInEnum().WithErrorCode("input.unknown");
}

internal sealed class CastVoteHandler(GovernanceDb db, CommandScope scope, BallotClosing closing, TimeProvider clock) : IRequestHandler<CastVote, Result<Done>>
{
    // The roll, and the task of whoever votes, in one question: while it is asked everybody else who votes on the item waits.
    private static readonly CompiledListQuery<Guid, Guid, string, OnRoll> RollOf = new((db, ballot, person, assignee) =>
        from member in db.Set<BallotMember>()
        join row in db.Set<Ballot>() on member.BallotId equals row.Id
        join open in db.Set<InboxTask>().Where(task => task.Assignee == assignee && task.Kind == TaskKind.Vote && task.IsOpen)
            on new { member.BallotId, member.PersonId } equals new { BallotId = open.BallotId!.Value, PersonId = person } into tasks
        from task in tasks.DefaultIfEmpty()
        where row.Id == ballot
        select new OnRoll(member, row.Status, row.Procedure, row.DeadlineAt, row.ClosedAt, task));

    public async Task<Result<Done>> Handle(CastVote request, CancellationToken cancellationToken)
    {
        if (await db.LockCaseOfBallotAsync(request.BallotId, cancellationToken) is not { } instance)
            return Error.Of("ballot.not-found");
        var now = clock.GetUtcNow().UtcDateTime;
        var person = scope.Actor.PersonId;
        var roll = await RollOf.AskAsync(db, request.BallotId, person, Assignee.Person(person), cancellationToken);
        if (roll.Find(row => row.Member.PersonId == person) is not { Member: var member } voter)
            return AccessErrors.Forbidden(nameof(CastVote));
        if (Refusal(voter, now) is { } refused)
            return refused;

        member.Choice = request.Choice;
        member.VotedAt = now;
        if (voter.Task is { } task)
            BallotTasks.Close(task, member);
        return voter.Procedure == VotingProcedure.InSession || roll.Exists(row => row.Member.VotedAt is null && row.Member.RecusalReason is null)
            ? new Done()
            : await CloseAsync(instance, request.BallotId, [.. roll.Select(row => row.Member)], cancellationToken);
    }

    private static Error? Refusal(OnRoll voter, DateTime now) => voter.Status switch
    {
        BallotStatus.Closed => Error.Of("ballot.closed", ("at", voter.ClosedAt)),
        BallotStatus.Invited => Error.Of("ballot.not-open"),
        _ when voter.Procedure == VotingProcedure.Circular && now >= voter.DeadlineAt => Error.Of("ballot.closed", ("at", voter.DeadlineAt)),
        _ when voter.Member.RecusalReason is not null => Error.Of("ballot.recused"),
        _ when voter.Member.VotedAt is not null => Error.Of("ballot.already-voted", ("choice", voter.Member.Choice.ToString()), ("at", voter.Member.VotedAt)),
        _ => null,
    };

    private async Task<Result<Done>> CloseAsync(ProcessInstance instance, Guid ballotId, List<BallotMember> members, CancellationToken ct)
    {
        var ballot = await db.BallotAsync(ballotId, ct);
        var closed = await closing.CloseAsync(instance, ballot, BallotCounting.Of(ballot, members), worded: null, ct);
        return closed.IsSuccess ? new Done() : closed.Error!;
    }

    private sealed record OnRoll(BallotMember Member, BallotStatus Status, VotingProcedure Procedure, DateTime? DeadlineAt, DateTime? ClosedAt, InboxTask? Task);
}
