using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.Papers;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>§ 49 (2) GO NRW: called a second time for an item that was postponed for lack of a quorum, a body is quorate whatever the
/// number present. That holds for that call alone.</summary>
public sealed class SecondCallTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_second_call_is_quorate_with_one_member(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await NotQuorateAsync(city);
        (await CallAsync(city, proposal)).SecondCall.ShouldBeTrue();
        var invitations = await city.Look(db => db.Set<InboxTask>().Where(task => task.ProposalId == proposal && task.IsOpen).Select(task => task.Why).ToListAsync());
        invitations.Count(why => why.Contains("task.vote-second-call", StringComparison.Ordinal)).ShouldBe(3, "the express notice is part of every member's invitation");
        invitations.Count(why => why.Contains("task.conduct-second-call", StringComparison.Ordinal)).ShouldBe(1);
        await VoteAloneAsync(city, proposal, lack: null);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted);
    }

    [Theory]
    [OnEachDatabase]
    public async Task After_a_second_call_that_postpones_or_takes_off_or_refers_the_ordinary_quorum_is_back(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        foreach (var outcome in new[] { DecisionOutcome.Postponed, DecisionOutcome.TakenOffAgenda })
        {
            var proposal = await NotQuorateAsync(city);
            await city.Do(city["clerk"], new RecordBallotResult((await CallAsync(city, proposal)).Id, outcome));
            (await CallAsync(city, proposal)).SecondCall.ShouldBeFalse(outcome.ToString());
        }

        var referred = await NotQuorateAsync(city);
        await city.Do(city["clerk"], new RecordBallotResult((await CallAsync(city, referred)).Id, DecisionOutcome.Referred, ReferredTo: BodyCodes.Advisory));
        await city.DecideAsync(referred, DecisionOutcome.Adopted);
        (await CallAsync(city, referred)).SecondCall.ShouldBeFalse();
        (await city.WaitingAsync(referred)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.MobilityCommittee);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_body_that_postpones_what_was_referred_to_it_keeps_it(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await AtTheCommitteeAsync(city);
        await city.Do(city["clerk"], new RecordBallotResult((await CallAsync(city, proposal)).Id, DecisionOutcome.Referred, ReferredTo: BodyCodes.SafetyCommittee));
        foreach (var outcome in new[] { DecisionOutcome.Postponed, DecisionOutcome.TakenOffAgenda })
        {
            await city.Do(city["clerk"], new RecordBallotResult((await CallAsync(city, proposal)).Id, outcome));
            (await city.WaitingAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.SafetyCommittee);
            (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Referred);
        }

        await city.Do(city["clerk"], new RecordBallotResult((await CallAsync(city, proposal)).Id, DecisionOutcome.PreAdvisedUnchanged));
        (await city.WaitingAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.MobilityCommittee);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_body_that_something_was_referred_to_is_called_a_second_time_too(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);

        // Referred by the deciding body, and by a hearing body: the council decides from 250,000 euros on, the committee is heard.
        foreach (var cost in new[] { 110_000, 300_000 })
        {
            var proposal = await AtTheCommitteeAsync(city, cost);
            var back = (await city.WaitingAsync(proposal)).ShouldNotBeNull().Body;
            await city.Do(city["clerk"], new RecordBallotResult((await CallAsync(city, proposal)).Id, DecisionOutcome.Referred, ReferredTo: BodyCodes.SafetyCommittee));
            await VoteAloneAsync(city, proposal, member: "committee-safety-1");
            (await CallAsync(city, proposal)).SecondCall.ShouldBeTrue();
            (await city.WaitingAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.SafetyCommittee);
            (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Referred);

            await city.Do(city["clerk"], new RecordBallotResult((await CallAsync(city, proposal)).Id, DecisionOutcome.Postponed));
            (await CallAsync(city, proposal)).SecondCall.ShouldBeFalse("that holds for one call");
            await VoteAloneAsync(city, proposal, member: "committee-safety-1");
            await VoteAloneAsync(city, proposal, lack: null, member: "committee-safety-1");
            (await city.WaitingAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(back);
            (await CallAsync(city, proposal)).SecondCall.ShouldBeFalse("and for no other body");
        }
    }

    private static async Task<Guid> NotQuorateAsync(TestCity city)
    {
        var proposal = await AtTheCommitteeAsync(city);
        await VoteAloneAsync(city, proposal);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Postponed);
        return proposal;
    }

    private static async Task<Guid> AtTheCommitteeAsync(TestCity city, long cost = 110_000)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(cost));
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        return proposal;
    }

    private static async Task VoteAloneAsync(TestCity city, Guid proposal, QuorumLack? lack = QuorumLack.Established, string member = "committee-mobility-1")
    {
        var ballot = await CallAsync(city, proposal);
        await city.Do(city["clerk"], new OpenBallot(ballot.Id));
        await city.Do(city[member], new CastVote(ballot.Id, VoteChoice.Yes));
        await city.Do(city["clerk"], new CloseBallot(ballot.Id, Lack: lack));
    }

    private static Task<Ballot> CallAsync(TestCity city, Guid proposal) =>
        city.Look(db => db.Set<Ballot>().AsNoTracking().SingleAsync(ballot => ballot.ProposalId == proposal && ballot.Status != BallotStatus.Closed));
}
