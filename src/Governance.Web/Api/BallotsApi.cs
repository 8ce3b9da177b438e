using System.Globalization;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Texts;
using MediatR;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/ballots</c>: read, vote, declare a conflict of interest, open and close, and the result once there is one.</summary>
public static class BallotsApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var ballots = api.MapGroup("/ballots/{id:guid}").WithTags("Ballots");
        ballots.MapGet("", async (Guid id, IMediator mediator, CancellationToken ct) =>
                (await ReadAsync(id, mediator, ct)).Answer(ballot => BallotView.Of(ballot)))
            .Produces<BallotView>().WithSummary("A ballot as I may see it: turnout while it runs, counts after it closed");
        ballots.MapPost("/votes", VoteAsync).Produces(StatusCodes.Status204NoContent).WithSummary("My vote: yes, no or abstain; once");
        ballots.MapPost("/recusals", async (Guid id, ReasonBody body, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new DeclareRecusal(id, body.Reason ?? ""), new BallotExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Declares my conflict of interest (§ 31 GO NRW)");
        ballots.MapPost("/objections", async (Guid id, ReasonBody body, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new ObjectToCircular(id, body.Reason ?? ""), new BallotExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("My objection to the circular procedure: it stops, and the body decides in a meeting");
        ballots.MapPost("/open", async (Guid id, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new OpenBallot(id), new BallotExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Chair or clerk opens the ballot");
        ballots.MapPost("/close", async (Guid id, ClosingBody? body, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new CloseBallot(id, body?.Present, body?.ExpertCitizens, body?.Lack), new BallotExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Chair or clerk closes the ballot; the votes given are counted");
        ballots.MapGet("/result", ResultAsync).Produces<ResultView>().WithSummary("The result of a closed ballot; 404 while it runs");
    }

    private static Task<Result<BallotDetails>> ReadAsync(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.SendOrMissAsync(new GetBallot(id), new BallotExists(id), ct);

    private static IResult Answer(this Result<BallotDetails> result, Func<BallotDetails, object> view) => result.Answer(ballot => TypedResults.Ok(view(ballot)));

    private static async Task<IResult> VoteAsync(Guid id, VoteBody body, IMediator mediator, CancellationToken ct) =>
        (await mediator.SendOrMissAsync(new CastVote(id, VoteWords.Read(body.Choice) ?? (VoteChoice)(-1)), new BallotExists(id), ct)).Answer();

    private static async Task<IResult> ResultAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var result = await ReadAsync(id, mediator, ct);
        return result is { IsSuccess: true, Value.Result: null }
            ? new Refusal(Error.Of("ballot.result.not-found"))
            : result.Answer(ballot => TypedResults.Ok(ResultView.Of(ballot)));
    }
}

/// <summary>The words for votes in forms and calls.</summary>
internal static class VoteWords
{
    /// <summary><c>yes</c>, <c>no</c> or <c>abstain</c>; null for everything else.</summary>
    public static VoteChoice? Read(string? word) => word?.ToUpperInvariant() switch
    {
        "YES" => VoteChoice.Yes, "NO" => VoteChoice.No, "ABSTAIN" => VoteChoice.Abstain, _ => null,
    };

    /// <summary>As <see cref="Read"/> takes it.</summary>
    public static string Write(VoteChoice choice) => choice switch { VoteChoice.Yes => "yes", VoteChoice.No => "no", _ => "abstain" };
}

/// <summary>A vote.</summary>
public sealed record VoteBody(string? Choice);

/// <summary>Why: of a conflict of interest, or an objection.</summary>
public sealed record ReasonBody(string? Reason);

/// <summary>The end of a ballot: voting members in the room, the recused included, when more were there than voted; then, where expert
/// citizens have a seat, how many of those taking part they were. <see cref="Lack"/>: what happened when fewer took part than the quorum takes.</summary>
public sealed record ClosingBody(int? Present, int? ExpertCitizens, QuorumLack? Lack);

/// <summary>A ballot. <see cref="Result"/> is null while it runs.</summary>
public sealed record BallotView(
    Guid Id, string Body, string BodyCode, BallotRole Role, VotingProcedure Procedure, BallotStatus Status, MajorityKind Majority,
    int StatutoryMembers, int QuorumNeeded, int Members, int Voted, int Recused, DateTime DeadlineAt, DateTime? ClosedAt, MyPartView? Mine, bool CanConduct,
    Guid ProposalId, string? Number, string Title, string Resolution, string CarriedOutBy, DateOnly? DoneBy, string TotalCost, ResultView? Result, IReadOnlyList<MemberTurnout> Turnout, Objection? Objection)
{
    internal static BallotView Of(BallotDetails ballot) => new(
        ballot.Id, ballot.Body.In(CultureInfo.CurrentUICulture), ballot.BodyCode, ballot.Role, ballot.Procedure, ballot.Status, ballot.Majority,
        ballot.StatutoryMembers, QuorumRule.Needed(ballot.StatutoryMembers), ballot.Members, ballot.Voted, ballot.Recused,
        Utc(ballot.DeadlineAt), ballot.ClosedAt is { } closed ? Utc(closed) : null,
        ballot.Mine is { } mine ? new(mine.Choice is { } choice ? VoteWords.Write(choice) : null, mine.VotedAt is { } at ? Utc(at) : null, mine.RecusalReason) : null,
        ballot.CanConduct, ballot.ProposalId, ballot.Number, ballot.Content.Title, ballot.Content.Resolution, ballot.Charge.CarriedOutBy, ballot.Charge.DoneBy, ballot.Content.TotalCost.ToString(),
        ballot.Result is null ? null : ResultView.Of(ballot), ballot.Turnout, ballot.Objection);

    internal static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}

/// <summary>What I did in the ballot.</summary>
public sealed record MyPartView(string? Choice, DateTime? VotedAt, string? RecusalReason);

/// <summary>The result of a closed ballot; counts are null where the minutes give none, amounts in euro, reasons in the language of the request.</summary>
public sealed record ResultView(
    string Outcome, int? TakingPart, int? Yes, int? No, int? Abstained, int? Recused, string? Granted, string? Wording, IReadOnlyList<string> Reasons, IReadOnlyList<VoteView> Votes)
{
    internal static ResultView Of(BallotDetails ballot)
    {
        var result = ballot.Result!;
        return new(
            result.Outcome, result.Present, result.Yes, result.No, result.Abstained, result.Recused, result.GrantedCents is { } cents ? new Money(cents).ToString() : null, result.Wording,
            [.. ReasonJson.ReadAll(result.Reason).Select(reason => reason.Render(CultureInfo.CurrentUICulture))],
            [.. ballot.Votes.Select(vote => new VoteView(vote.Name, vote.Group, vote.Choice is { } choice ? VoteWords.Write(choice) : null, vote.Recused))]);
    }
}

/// <summary>A vote of a closed ballot.</summary>
public sealed record VoteView(string Name, string Group, string? Choice, bool Recused);
