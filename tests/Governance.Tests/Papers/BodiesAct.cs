using Governance.Ballots;
using Governance.Bodies;
using Governance.Proposals;
using Governance.Tests.City;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Papers;

/// <summary>Bodies dispose of an item, each in its own way: see <see cref="CouncilResult.StageAfter"/>.</summary>
internal static class BodiesAct
{
    /// <summary>The ballot that waits, with what is needed to act on it.</summary>
    public sealed record Waiting(Guid Ballot, string Body, VotingProcedure Procedure, BallotRole Role);

    /// <summary>The proposal's open ballot, or null.</summary>
    public static Task<Waiting?> WaitingAsync(this TestCity city, Guid proposal) => city.Look(db => db.Set<Ballot>()
        .Where(ballot => ballot.ProposalId == proposal && ballot.Status != BallotStatus.Closed)
        .Join(db.Set<Body>(), ballot => ballot.BodyId, body => body.Id, (ballot, body) => new Waiting(ballot.Id, body.Code, ballot.Procedure, ballot.Role))
        .SingleOrDefaultAsync());

    /// <summary>Disposes of the item on a waiting ballot.</summary>
    public static async Task DisposeOfAsync(this TestCity city, Waiting waiting, DecisionOutcome outcome, long askedCents)
    {
        if (waiting.Procedure == VotingProcedure.InSession || !outcome.IsVoted())
        {
            var granted = outcome == DecisionOutcome.AdoptedInPart && waiting.Role == BallotRole.Decision ? CouncilResult.Granted(askedCents, outcome, waiting.Procedure) : (long?)null;
            await city.Do(city["clerk"], new RecordBallotResult(waiting.Ballot, outcome, GrantedCents: granted, ReferredTo: outcome == DecisionOutcome.Referred ? BodyCodes.Advisory : null, Wording: ProposalWay.Wording(outcome)));
            return;
        }

        foreach (var (member, choice) in city.MembersOf(waiting.Body).Zip(Votes(outcome)))
            await city.Do(member, new CastVote(waiting.Ballot, choice));
    }

    /// <summary>The office's answer to its own decision, or null where it leaves the task open.</summary>
    public static string? OfficeAnswer(CoarseOutcome? outcome) => outcome switch
    {
        CoarseOutcome.Adopted or CoarseOutcome.AdoptedAmended or CoarseOutcome.AdoptedInPart => "Adopted",
        CoarseOutcome.Rejected => "Rejected",
        CoarseOutcome.Noted => "Noted",
        CoarseOutcome.Settled => "Settled",
        _ => null,
    };

    // Three members.
    private static VoteChoice[] Votes(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.RejectedUnanimously => [VoteChoice.No, VoteChoice.No, VoteChoice.Abstain],
        DecisionOutcome.RejectedByTie => [VoteChoice.Yes, VoteChoice.No, VoteChoice.Abstain],
        _ when outcome.ToCoarse() == CoarseOutcome.Rejected => [VoteChoice.No, VoteChoice.Yes, VoteChoice.No],
        DecisionOutcome.AdoptedByMajority or DecisionOutcome.AdoptedAmendedByMajority => [VoteChoice.Yes, VoteChoice.No, VoteChoice.Yes],
        _ => [VoteChoice.Yes, VoteChoice.Yes, VoteChoice.Yes],
    };
}
