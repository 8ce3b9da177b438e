using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Ballots;

/// <summary>The clerk records the result of an item in session, as the minutes word it. Of a circular ballot only what needs no
/// vote is recorded (postponed, taken off, referred, noted, settled, withdrawn), and only before the first vote. In session the record
/// never contradicts the votes given in the program (§ 50 GO NRW): once there is one, only a result with counts is recorded, which may
/// add votes given by hand but has at least those of the program; otherwise the ballot is closed and counted.</summary>
/// <param name="BallotId">Which.</param>
/// <param name="Outcome">As worded; must not contradict the counts.</param>
/// <param name="Counts">Counts where the minutes give them, else null.</param>
/// <param name="GrantedCents">Sum granted in euro cents where it was changed, else null.</param>
/// <param name="ReferredTo">Code of the body where it was referred, else null.</param>
/// <param name="Wording">The resolution as the body worded it, where it was amended or adopted in part; else null.</param>
public sealed record RecordBallotResult(Guid BallotId, DecisionOutcome Outcome, RecordedCounts? Counts = null, long? GrantedCents = null, string? ReferredTo = null, string? Wording = null)
    : ICommand<Done>, IRule<RecordBallotResult>
{
    /// <summary>Longest wording in characters.</summary>
    public const int LongestWording = 10_000;

    /// <inheritdoc />
    public static Who<RecordBallotResult> Who => BallotAccess.Conducts<RecordBallotResult>(request => request.BallotId);
}

/// <summary>Counts of the minutes: in full, or only the dissent; then <see cref="Yes"/> is null and follows from the rest.</summary>
/// <param name="Present">Voting members in the room, recused ones included.</param>
/// <param name="Yes">Yes votes, or null when only the dissent was minuted.</param>
/// <param name="No">No votes.</param>
/// <param name="Abstain">Abstentions.</param>
/// <param name="Recused">Conflicts of interest.</param>
/// <param name="NotVoting">Present, but did not vote.</param>
/// <param name="ExpertCitizens">Expert citizens among those taking part; null only in bodies where none have a seat.</param>
/// <param name="LackNotEstablished">True when fewer took part than the quorum takes and nobody established the lack.</param>
public sealed record RecordedCounts(int Present, int? Yes, int No, int Abstain, int Recused = 0, int NotVoting = 0, int? ExpertCitizens = null, bool LackNotEstablished = false);

internal sealed class RecordBallotResultValidator : AbstractValidator<RecordBallotResult>
{
    public RecordBallotResultValidator()
    {
        RuleFor(request => request.Outcome).IsInEnum().WithErrorCode("input.unknown");
        RuleFor(request => request.GrantedCents).GreaterThan(0).WithErrorCode("input.not-positive");
        RuleFor(request => request.GrantedCents).Null().When(request => !ChangesTheText(request.Outcome)).WithErrorCode("ballot.sum-of-unchanged");
        RuleFor(request => request.ReferredTo).Null().When(request => request.Outcome != DecisionOutcome.Referred).WithErrorCode("ballot.refers-nowhere");
        RuleFor(request => request.Wording).Must(text => !string.IsNullOrWhiteSpace(text)).When(request => ChangesTheText(request.Outcome)).WithErrorCode("input.required");
        RuleFor(request => request.Wording).Null().When(request => !ChangesTheText(request.Outcome)).WithErrorCode("ballot.wording-of-unchanged");
        RuleFor(request => request.Wording).MaximumLength(RecordBallotResult.LongestWording).WithErrorCode("input.too-long");
        RuleFor(request => request.ReferredTo).NotEmpty().When(request => request.Outcome == DecisionOutcome.Referred).WithErrorCode("input.required");
    }

    private static bool ChangesTheText(DecisionOutcome outcome) => Enum.IsDefined(outcome) && outcome.IsChanged();
}

internal sealed class RecordBallotResultHandler(GovernanceDb db, RecordedResult minutes, BallotClosing closing) : IRequestHandler<RecordBallotResult, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordBallotResult request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (instance, ballot))
            return Error.Of("ballot.not-found");
        if (await minutes.RefusalAsync(request, ballot, cancellationToken) is { } refused)
            return refused;

        ballot.GrantedCents = request.GrantedCents;
        ballot.ReferredTo = request.ReferredTo;
        ballot.Wording = request.Wording?.Trim();
        var closed = request.Counts is { } counts
            ? await closing.CloseAsync(instance, ballot, RecordedResult.Count(ballot, counts), request.Outcome, cancellationToken)
            : await closing.CloseAsync(instance, ballot, request.Outcome, cancellationToken);
        return closed.IsSuccess ? new Done() : closed.Error!;
    }
}
