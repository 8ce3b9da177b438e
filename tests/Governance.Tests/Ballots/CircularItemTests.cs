using Governance.Ballots;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Ballots;

/// <summary>What chair and clerk may record of a circular ballot: what needs no vote, and only while nobody has voted.</summary>
public sealed class CircularItemTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Before_the_first_vote_the_chair_takes_note_and_the_case_ends(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (proposal, ballot) = await CircularAsync(city);
        await city.Do(city["steering-1"], new RecordBallotResult(ballot, DecisionOutcome.TakenNoteOf));
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Noted);
        (await city.Send(city["steering-2"], new CastVote(ballot, VoteChoice.Yes))).Error!.Code.ShouldBe("ballot.closed");
    }

    [Theory]
    [OnEachDatabase]
    public async Task After_the_first_vote_the_circular_runs_to_its_end(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, ballot) = await CircularAsync(city);
        await city.Do(city["steering-2"], new CastVote(ballot, VoteChoice.No));
        foreach (var outcome in new[] { DecisionOutcome.TakenNoteOf, DecisionOutcome.Postponed, DecisionOutcome.Settled, DecisionOutcome.Withdrawn })
            (await city.Send(city["clerk"], new RecordBallotResult(ballot, outcome, Wording: ProposalWay.Wording(outcome)))).Error!.Code.ShouldBe("ballot.circular-votes-given");
    }

    [Fact]
    public async Task Yes_and_no_are_never_recorded_but_counted()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var (_, ballot) = await CircularAsync(city);
        foreach (var outcome in Enum.GetValues<DecisionOutcome>().Where(outcome => outcome.IsVoted()))
            (await city.Send(city["clerk"], new RecordBallotResult(ballot, outcome, Wording: ProposalWay.Wording(outcome)))).Error!.Code.ShouldBe("ballot.circular-counts-itself");
        (await city.Send(city["clerk"], new RecordBallotResult(ballot, DecisionOutcome.Postponed, new RecordedCounts(3, 3, 0, 0)))).Error!.Code.ShouldBe("ballot.circular-counts-itself");
    }

    private static async Task<(Guid Proposal, Guid Ballot)> CircularAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.RecommendAsync(proposal);
        return (proposal, (await city.BallotAsync(proposal)).ShouldNotBeNull().Id);
    }
}
