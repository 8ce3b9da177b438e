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
    private static readonly CompiledListQuery<Guid, BallotMember> MembersOf = new((db, ballot) => db.Set<BallotMember>().Where(row => row.BallotId == ballot));

    public async Task<Result<Done>> Handle(CastVote request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (instance, ballot))
            return Error.Of("ballot.not-found");
        if (Refusal(ballot) is { } refused)
            return refused;
        var members = await MembersOf.AskAsync(db, ballot.Id, cancellationToken);
        if (members.Find(row => row.PersonId == scope.Actor.PersonId) is not { } member)
            return AccessErrors.Forbidden(nameof(CastVote));
        if (member.RecusalReason is not null)
            return Error.Of("ballot.recused");
        if (member.VotedAt is not null)
            return Error.Of("ballot.already-voted", ("choice", member.Choice.ToString()), ("at", member.VotedAt));

        member.Choice = request.Choice;
        member.VotedAt = clock.GetUtcNow().UtcDateTime;
        return await FinishAsync(instance, ballot, member, members, cancellationToken);
    }

    private Error? Refusal(Ballot ballot) => ballot.Status switch
    {
        BallotStatus.Closed => Error.Of("ballot.closed", ("at", ballot.ClosedAt)),
        BallotStatus.Invited => Error.Of("ballot.not-open"),
        _ when ballot.Procedure == VotingProcedure.Circular && clock.GetUtcNow().UtcDateTime >= ballot.DeadlineAt => Error.Of("ballot.closed", ("at", ballot.DeadlineAt)),
        _ => null,
    };

    private async Task<Result<Done>> FinishAsync(ProcessInstance instance, Ballot ballot, BallotMember voted, List<BallotMember> members, CancellationToken ct)
    {
        await BallotTasks.CloseForAsync(db, ballot.Id, voted, ct);
        if (ballot.Procedure == VotingProcedure.InSession)
            return new Done();
        if (members.Exists(row => row.VotedAt is null && row.RecusalReason is null))
            return new Done();
        var closed = await closing.CloseAsync(instance, ballot, BallotCounting.Of(ballot, members), worded: null, ct);
        return closed.IsSuccess ? new Done() : closed.Error!;
    }
}
