using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>Any member's objection stops the circular procedure; the item then goes to a meeting, and the case never stands still.</summary>
public sealed class ObjectionTests
{
    [Theory]
    [OnEachDatabase]
    public async Task An_objection_stops_it_and_the_body_votes_in_a_meeting(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (proposal, ballot) = await CircularAsync(city, 50_000);
        await city.Do(city["steering-2"], new CastVote(ballot, VoteChoice.Yes));

        await city.Do(city["steering-2"], new ObjectToCircular(ballot, "Ich möchte mündlich beraten."));

        var stopped = await city.Do(city["steering-3"], new GetBallot(ballot));
        stopped.ShouldSatisfyAllConditions(
            one => one.Result!.Outcome.ShouldBe("StoppedByObjection"), one => one.Result!.Yes.ShouldBeNull(), one => one.Votes.ShouldBeEmpty("votes given are not shown"),
            one => one.Objection.ShouldBe(new Objection("steering-2", "Ich möchte mündlich beraten.")), one => one.Result!.Reason!.ShouldContain("circular.stopped"));
        (await city.Send(city["steering-3"], new CastVote(ballot, VoteChoice.Yes))).Error!.Code.ShouldBe("ballot.closed");
        (await city.Send(city["steering-3"], new ObjectToCircular(ballot, "Auch ich."))).Error!.Code.ShouldBe("ballot.closed");
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Postponed);

        var meeting = (await city.BallotAsync(proposal)).ShouldNotBeNull().Id;
        (await city.Look(db => db.Set<Ballot>().Where(row => row.Id == meeting).Select(row => row.Procedure).SingleAsync())).ShouldBe(VotingProcedure.InSession);
        (await city.Do(city["clerk"], new ListInbox())).Items.ShouldHaveSingleItem().Why.ShouldContain("task.conduct-after-objection");
        (await city.Do(city["steering-3"], new ListInbox())).Items.ShouldHaveSingleItem().Why.ShouldContain("task.vote-after-objection");
        (await city.Send(city["steering-1"], new ObjectToCircular(meeting, "Noch einmal."))).Error!.Code.ShouldBe("ballot.not-circular");
        await city.Do(city["clerk"], new OpenBallot(meeting));
        foreach (var member in city.MembersOf("steering"))
            await city.Do(member, new CastVote(meeting, VoteChoice.Yes));
        await city.Do(city["steering-1"], new CloseBallot(meeting));
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted);
        (await city.Do(city["auditor"], new Verify())).Checks.SelectMany(check => check.Breaches).ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_hearing_that_is_stopped_is_made_up_for_in_a_meeting_and_the_case_goes_on(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (proposal, ballot) = await CircularAsync(city, 150_000);
        await city.Do(city["steering-1"], new ObjectToCircular(ballot, "Grund"));
        await city.DecideInSessionAsync(proposal, DecisionOutcome.Postponed);
        (await city.Look(db => db.Set<Ballot>().Where(row => row.ProposalId == proposal).OrderBy(row => row.Sequence).Select(row => row.Procedure).ToListAsync()))
            .ShouldBe([VotingProcedure.Circular, VotingProcedure.InSession, VotingProcedure.InSession], "the right to a meeting stays");
        await city.DecideInSessionAsync(proposal, DecisionOutcome.Adopted);
        (await city.BallotAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.MobilityCommittee);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted);
    }

    [Fact]
    public async Task Only_members_object_with_a_reason_before_the_deadline()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var (_, ballot) = await CircularAsync(city, 50_000);
        (await city.Send(city["clerk"], new ObjectToCircular(ballot, "Grund"))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city["office"] with { DeputyFor = [city["steering-1"].PersonId] }, new ObjectToCircular(ballot, "Grund"))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city["steering-1"], new ObjectToCircular(ballot, " "))).Error!.Fields.Keys.ShouldBe(["Reason"]);
        await city.Do(city["steering-3"], new DeclareRecusal(ballot, "Vorstand"));
        (await city.Send(city["steering-3"], new ObjectToCircular(ballot, "Grund"))).Error!.Code.ShouldBe("ballot.recused");
        city.Clock.Advance(TimeSpan.FromDays(20));
        (await city.Send(city["steering-1"], new ObjectToCircular(ballot, "Grund"))).Error!.Code.ShouldBe("ballot.closed");
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_last_vote_and_an_objection_at_the_same_instant_are_never_both(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (proposal, ballot) = await CircularAsync(city, 50_000);
        await city.Do(city["steering-1"], new CastVote(ballot, VoteChoice.Yes));
        await city.Do(city["steering-2"], new CastVote(ballot, VoteChoice.Yes));
        var answers = await Race.BothAsync(
            () => city.Send(city["steering-3"], new CastVote(ballot, VoteChoice.Yes)),
            () => city.Send(city["steering-1"], new ObjectToCircular(ballot, "Grund")));
        answers.Count(answer => answer.IsSuccess).ShouldBe(1);
        answers.Single(answer => !answer.IsSuccess).Error!.Code.ShouldBe("ballot.closed");
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(answers[0].IsSuccess ? ProposalStage.Adopted : ProposalStage.Postponed);
    }

    private static async Task<(Guid Proposal, Guid Ballot)> CircularAsync(TestCity city, long euro)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(euro));
        await city.RecommendAsync(proposal);
        return (proposal, (await city.BallotAsync(proposal)).ShouldNotBeNull().Id);
    }
}

/// <summary>A meeting whose result the clerk records.</summary>
internal static class Meetings
{
    public static async Task DecideInSessionAsync(this TestCity city, Guid proposal, DecisionOutcome outcome) =>
        await city.Do(city["clerk"], new RecordBallotResult((await city.BallotAsync(proposal)).ShouldNotBeNull().Id, outcome, Wording: ProposalWay.Wording(outcome)));
}
