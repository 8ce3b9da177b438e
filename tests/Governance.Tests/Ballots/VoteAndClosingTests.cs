using Governance.Audit;
using Governance.Ballots;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>decidim#15592: a vote was lost when the question closed meanwhile.</summary>
public sealed class VoteAndClosingTests
{
    private const int Times = 10;

    [Theory]
    [OnEachDatabase]
    public async Task What_is_no_choice_is_no_vote(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 5_000_000);
        var proposal = await city.SubmitAsync(ProposalWay.Content(30_000));
        await city.RecommendAsync(proposal);
        var (ballot, body) = (await city.BallotAsync(proposal)).ShouldNotBeNull();

        var answer = await city.Send(city.MembersOf(body).First(), new CastVote(ballot, (VoteChoice)(-1)));

        answer.Error!.Fields![nameof(CastVote.Choice)].ShouldHaveSingleItem().Code.ShouldBe("input.unknown");
        (await city.Look(db => db.Set<BallotMember>().AnyAsync(row => row.BallotId == ballot && row.VotedAt != null))).ShouldBeFalse();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_vote_at_the_instant_of_closing_is_counted_or_its_giver_is_told(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 5_000_000);
        for (var time = 0; time < Times; time++)
        {
            var proposal = await city.SubmitAsync(ProposalWay.Content(110_000 + time));
            await city.RecommendAsync(proposal);
            await city.DecideAsync(proposal, DecisionOutcome.Adopted);
            var (ballot, body) = (await city.BallotAsync(proposal)).ShouldNotBeNull();
            var members = city.MembersOf(body).ToList();
            await city.Do(city["clerk"], new OpenBallot(ballot));
            await city.Do(members[0], new CastVote(ballot, VoteChoice.Yes));
            await city.Do(members[1], new CastVote(ballot, VoteChoice.Yes));

            var answers = await Race.BothAsync(
                () => city.Send(members[2], new CastVote(ballot, VoteChoice.No)),
                () => city.Send(city["clerk"], new CloseBallot(ballot)));

            answers[1].Error.ShouldBeNull();
            var closed = await city.Look(db => db.Set<Ballot>().AsNoTracking().SingleAsync(row => row.Id == ballot));
            (closed.Status, closed.Yes).ShouldBe((BallotStatus.Closed, 2));
            if (answers[0].IsSuccess)
                (closed.No, closed.Outcome).ShouldBe((1, nameof(DecisionOutcome.AdoptedByMajority)));
            else
                (closed.No, closed.Outcome, answers[0].Error!.Code).ShouldBe((0, nameof(DecisionOutcome.AdoptedUnanimously), "ballot.closed"));
        }

        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_last_two_votes_of_a_circular_at_once_both_count_and_close_it_once(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 5_000_000);
        for (var time = 0; time < Times; time++)
        {
            var proposal = await city.SubmitAsync(ProposalWay.Content(30_000 + time));
            await city.RecommendAsync(proposal);
            var (ballot, body) = (await city.BallotAsync(proposal)).ShouldNotBeNull();
            var members = city.MembersOf(body).ToList();
            await city.Do(members[0], new CastVote(ballot, VoteChoice.No));
            var answers = await Race.BothAsync(
                () => city.Send(members[1], new CastVote(ballot, VoteChoice.Yes)),
                () => city.Send(members[2], new CastVote(ballot, VoteChoice.Yes)));

            answers.ShouldAllBe(answer => answer.IsSuccess);
            var closed = await city.Look(db => db.Set<Ballot>().AsNoTracking().SingleAsync(row => row.Id == ballot));
            (closed.Status, closed.Yes, closed.No).ShouldBe((BallotStatus.Closed, 2, 1));
            (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted);
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task One_member_voting_twice_at_once_has_one_vote(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        for (var time = 0; time < Times; time++)
        {
            var proposal = await city.SubmitAsync(ProposalWay.Content(30_000 + time));
            await city.RecommendAsync(proposal);
            var (ballot, body) = (await city.BallotAsync(proposal)).ShouldNotBeNull();
            var member = city.MembersOf(body).First();
            var answers = await Race.BothAsync(
                () => city.Send(member, new CastVote(ballot, VoteChoice.Yes)),
                () => city.Send(member, new CastVote(ballot, VoteChoice.No)));
            answers.Select(answer => answer.Error?.Code).Order(StringComparer.Ordinal).ShouldBe([null, "ballot.already-voted"]);
        }
    }
}
