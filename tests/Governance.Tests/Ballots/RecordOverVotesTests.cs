using Governance.Ballots;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>The clerk's record never contradicts the votes that members gave in the program (§ 50 GO NRW).</summary>
public sealed class RecordOverVotesTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Once_a_member_has_voted_nothing_is_recorded_without_counts(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        await city.Do(city["committee-mobility-2"], new CastVote(ballot, VoteChoice.No));
        foreach (var outcome in Enum.GetValues<DecisionOutcome>())
            (await city.Send(city["clerk"], new RecordBallotResult(ballot, outcome, ReferredTo: outcome == DecisionOutcome.Referred ? "council" : null, Wording: ProposalWay.Wording(outcome)))).Error!.Code.ShouldBe("ballot.votes-given", outcome.ToString());
        (await city.Send(city["clerk"], new RecordBallotResult(ballot, DecisionOutcome.Postponed, new RecordedCounts(3, 2, 1, 0)))).Error!.Code.ShouldBe("ballot.votes-given");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Counts_below_the_votes_are_refused_and_counts_with_hands_added_are_taken(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        await city.Do(city["committee-mobility-1"], new DeclareRecusal(ballot, "Vorstand"));
        await city.Do(city["committee-mobility-2"], new CastVote(ballot, VoteChoice.Yes));

        foreach (var counts in new[] { new RecordedCounts(3, 0, 2, 0, Recused: 1), new RecordedCounts(3, 2, 1, 0), new RecordedCounts(3, null, 2, 0, Recused: 1) })
            (await city.Send(city["clerk"], new RecordBallotResult(ballot, counts.Yes > 0 ? DecisionOutcome.AdoptedByMajority : DecisionOutcome.Rejected, counts))).Error!.Code.ShouldBe("ballot.counts-below-votes");
        await city.Do(city["clerk"], new RecordBallotResult(ballot, DecisionOutcome.Adopted, new RecordedCounts(3, 2, 0, 0, Recused: 1)));

        var result = (await city.Do(city["clerk"], new GetBallot(ballot))).Result!;
        (result.Outcome, result.Yes, result.No, result.Recused).ShouldBe(("Adopted", 2, 0, 1));
    }

    [Theory]
    [InlineData(DecisionOutcome.AdoptedUnanimously, 2, 1, false), InlineData(DecisionOutcome.AdoptedUnanimously, 3, 0, true), InlineData(DecisionOutcome.AdoptedByMajority, 2, 1, true)]
    [InlineData(DecisionOutcome.RejectedByMajority, 1, 1, false), InlineData(DecisionOutcome.RejectedByMajority, 1, 2, true)]
    [InlineData(DecisionOutcome.RejectedUnanimously, 1, 2, false), InlineData(DecisionOutcome.RejectedByTie, 1, 2, false), InlineData(DecisionOutcome.RejectedByTie, 1, 1, true)]
    public async Task Words_that_the_counts_deny_are_refused(DecisionOutcome outcome, int yes, int no, bool fits)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var answer = await city.Send(city["clerk"], new RecordBallotResult(await OpenAsync(city), outcome, new RecordedCounts(3, yes, no, 3 - yes - no)));
        (answer.Error?.Code).ShouldBe(fits ? null : "ballot.wording-contradicts-counts");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Where_a_special_majority_is_needed_nothing_is_recorded_without_the_counts(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        await city.Look(db => db.Set<Ballot>().Where(row => row.Id == ballot).ExecuteUpdateAsync(set => set.SetProperty(row => row.Majority, MajorityKind.TwoThirdsOfVotesCast)));
        foreach (var outcome in Enum.GetValues<DecisionOutcome>().Where(outcome => outcome.IsVoted()))
            (await city.Send(city["clerk"], new RecordBallotResult(ballot, outcome, Wording: ProposalWay.Wording(outcome)))).Error!.Code.ShouldBe("ballot.counts-needed", outcome.ToString());
        (await city.Send(city["clerk"], new RecordBallotResult(ballot, DecisionOutcome.Adopted, new RecordedCounts(3, 1, 1, 1)))).Error!.Code.ShouldBe("ballot.wording-contradicts-counts");
        await city.Do(city["clerk"], new RecordBallotResult(ballot, DecisionOutcome.AdoptedByMajority, new RecordedCounts(3, 2, 1, 0)));
    }

    [Fact]
    public async Task A_slip_of_the_pen_in_the_minutes_is_refused()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var ballot = await OpenAsync(city);
        Task<Result<Done>> Record(DecisionOutcome outcome, RecordedCounts? counts = null, long? granted = null, string? referredTo = null, string? wording = null) =>
            city.Send(city["clerk"], new RecordBallotResult(ballot, outcome, counts, granted, referredTo, wording));

        (await Record(DecisionOutcome.Adopted, new(3, 2, 0, 0))).Error!.Code.ShouldBe("ballot.counts-incomplete", "one of three is missing");
        (await Record(DecisionOutcome.Adopted, new(3, 2, 1, 0, NotVoting: 1))).Error!.Code.ShouldBe("ballot.counts-incomplete", "one too many");
        (await Record(DecisionOutcome.Adopted, new(3, null, 2, 2))).Error!.Code.ShouldBe("ballot.negative-count", "more dissent than members");
        (await Record(DecisionOutcome.Adopted, new(4, 4, 0, 0))).Error!.Code.ShouldBe("ballot.too-many-present");
        (await Record(DecisionOutcome.Adopted, new(1, 1, 0, 0))).Error!.Code.ShouldBe("ballot.record-not-quorate");
        (await Record(DecisionOutcome.Adopted, granted: 100)).Error!.Fields["GrantedCents"].ShouldHaveSingleItem().Code.ShouldBe("ballot.sum-of-unchanged");
        (await Record(DecisionOutcome.Rejected, granted: 100)).Error!.Fields["GrantedCents"].ShouldHaveSingleItem().Code.ShouldBe("ballot.sum-of-unchanged");
        (await Record(DecisionOutcome.Adopted, referredTo: "council")).Error!.Fields["ReferredTo"].ShouldHaveSingleItem().Code.ShouldBe("ballot.refers-nowhere");
        (await Record(DecisionOutcome.Adopted, wording: "Anders.")).Error!.Fields["Wording"].ShouldHaveSingleItem().Code.ShouldBe("ballot.wording-of-unchanged");
        foreach (var outcome in new[] { DecisionOutcome.AdoptedAmended, DecisionOutcome.AdoptedAmendedByMajority, DecisionOutcome.PreAdvisedChanged, DecisionOutcome.AdoptedInPart })
            (await Record(outcome, wording: " ")).Error!.Fields["Wording"].ShouldHaveSingleItem().Code.ShouldBe("input.required", outcome.ToString());
        (await Record(DecisionOutcome.AdoptedAmended, wording: new string('x', 10_001))).Error!.Fields["Wording"].ShouldHaveSingleItem().Code.ShouldBe("input.too-long");
        (await city.Do(city["clerk"], new GetBallot(ballot))).Result.ShouldBeNull();
        (await Record(DecisionOutcome.AdoptedInPart, new(3, 1, 0, 1, NotVoting: 1), granted: 100, wording: " Nur der erste Abschnitt. ")).Error.ShouldBeNull();
        var decided = await city.Do(city["clerk"], new GetBallot(ballot));
        decided.Result!.Wording.ShouldBe("Nur der erste Abschnitt.");
        (await city.Do(city["owner"], new GetProposal(decided.ProposalId))).AmendedResolution.ShouldBe("Nur der erste Abschnitt.");
        (await city.Do(city["auditor"], new GetHistory(decided.ProposalId))).Last(entry => entry.Action == "ballot.closed").Facts.ShouldContain("Nur der erste Abschnitt.");
    }

    [Fact]
    public async Task Who_conducts_sees_who_has_voted_but_never_how()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var ballot = await OpenAsync(city);
        await city.Do(city["committee-mobility-2"], new CastVote(ballot, VoteChoice.No));
        await city.Do(city["committee-mobility-3"], new DeclareRecusal(ballot, "Vorstand"));
        foreach (var conducts in new[] { "clerk", "committee-mobility-1" })
            (await city.Do(city[conducts], new GetBallot(ballot))).Turnout.Select(member => member.State).ShouldBe([MemberState.Awaited, MemberState.Voted, MemberState.Recused]);
        (await city.Do(city["committee-mobility-2"], new GetBallot(ballot))).Turnout.ShouldBeEmpty("only who conducts it");
        await city.Do(city["clerk"], new CloseBallot(ballot, Present: 3));
        (await city.Do(city["clerk"], new GetBallot(ballot))).Turnout.ShouldBeEmpty("the votes themselves stand there now");
    }

    private static async Task<Guid> OpenAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        var ballot = (await city.BallotAsync(proposal)).ShouldNotBeNull().Id;
        await city.Do(city["clerk"], new OpenBallot(ballot));
        return ballot;
    }
}
