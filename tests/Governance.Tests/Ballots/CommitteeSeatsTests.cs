using Governance.Ballots;
using Governance.Bodies;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>§ 58 (3) GO NRW: a committee is quorate only while more council members than expert citizens take part.</summary>
public sealed class CommitteeSeatsTests
{
    private const string Committee = BodyCodes.MobilityCommittee;

    [Theory]
    [InlineData(3, 2, 5, 2, null), InlineData(3, 2, 3, 0, null), InlineData(3, 2, 4, 1, null), InlineData(3, 0, 3, null, null), InlineData(3, 0, 3, 0, null)]
    [InlineData(3, 2, 3, null, "ballot.expert-citizens-needed"), InlineData(3, 2, 5, 3, "ballot.expert-citizens-too-many"), InlineData(3, 0, 3, 1, "ballot.expert-citizens-too-many")]
    [InlineData(3, 2, 4, 0, "ballot.council-members-too-many"), InlineData(3, 2, 5, 1, "ballot.council-members-too-many")]
    public void Nobody_takes_part_without_a_seat(int council, int experts, int takingPart, int? named, string? refusal) =>
        new CommitteeSeats(council, experts).Check(takingPart, named)?.Code.ShouldBe(refusal);

    [Theory]
    [OnEachDatabase]
    public async Task Minutes_of_a_committee_say_how_many_expert_citizens_took_part(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        Task<Result<Done>> Record(RecordedCounts counts) => city.Send(city["clerk"], new RecordBallotResult(ballot, DecisionOutcome.Adopted, counts));

        var unnamed = (await Record(new(5, 5, 0, 0))).Error.ShouldNotBeNull();
        (unnamed.Code, unnamed.Fields["ExpertCitizens"].ShouldHaveSingleItem().Code).ShouldBe(("ballot.expert-citizens-needed", "ballot.expert-citizens-needed"));
        (await Record(new(5, 5, 0, 0, ExpertCitizens: 3))).Error!.Code.ShouldBe("ballot.expert-citizens-too-many");
        (await Record(new(5, 5, 0, 0, ExpertCitizens: 1))).Error!.Code.ShouldBe("ballot.council-members-too-many");
        (await Record(new(4, 4, 0, 0, ExpertCitizens: 2))).Error!.Code.ShouldBe("ballot.record-not-quorate", "as many expert citizens as council members");
        (await Record(new(5, 5, 0, 0, ExpertCitizens: 2))).Error.ShouldBeNull();
    }

    [Theory]
    [OnEachDatabase]
    public async Task Closing_with_people_present_asks_how_many_of_them_are_expert_citizens(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        foreach (var member in new[] { "1", "2" })
            await city.Do(city[$"{Committee}-{member}"], new CastVote(ballot, VoteChoice.Yes));
        foreach (var expert in new[] { "owner", "owner2" })
            await city.Do(city[expert], new CastVote(ballot, VoteChoice.Yes));

        (await city.Send(city["clerk"], new CloseBallot(ballot, ExpertCitizens: 2))).Error!.Fields["ExpertCitizens"].ShouldHaveSingleItem().Code.ShouldBe("ballot.expert-citizens-of-nobody");
        (await city.Send(city["clerk"], new CloseBallot(ballot))).Error!.Code.ShouldBe("ballot.close-not-quorate", "two of each");
        (await city.Send(city["clerk"], new CloseBallot(ballot, Present: 5))).Error!.Code.ShouldBe("ballot.expert-citizens-needed");
        (await city.Send(city["clerk"], new CloseBallot(ballot, Present: 4, ExpertCitizens: 2))).Error!.Code.ShouldBe("ballot.close-not-quorate");
        (await city.Do(city["clerk"], new GetBallot(ballot))).Status.ShouldBe(BallotStatus.Open);
        await city.Do(city["clerk"], new CloseBallot(ballot, Present: 5, ExpertCitizens: 2));
        (await city.Do(city["clerk"], new GetBallot(ballot))).Result!.Outcome.ShouldBe(nameof(DecisionOutcome.AdoptedUnanimously));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_ballot_ends_without_a_quorum_only_when_that_is_meant(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        await city.Do(city[Committee + "-1"], new CastVote(ballot, VoteChoice.Yes));

        var asked = (await city.Send(city["clerk"], new CloseBallot(ballot))).Error.ShouldNotBeNull();
        (asked.Code, asked.Facts["takingPart"], asked.Facts["needed"]).ShouldBe(("ballot.close-not-quorate", 1, 3));
        await city.Do(city["clerk"], new CloseBallot(ballot, WithoutQuorum: true));

        (await city.Do(city["clerk"], new GetBallot(ballot))).Result!.Outcome.ShouldBe(BallotClosing.NotQuorate);
    }

    // Three council members and two expert citizens.
    private static async Task<Guid> OpenAsync(TestCity city)
    {
        var body = await city.Do(city["admin"], new GetBody(Committee));
        await city.Do(city["admin"], new ChangeBody(Committee, Committee, Committee, body.Kind, 5, body.Procedure, body.Version));
        foreach (var expert in new[] { "owner", "owner2" })
            await city.Do(city["clerk"], new AddSeat(Committee, city[expert].PersonId, SeatKind.ExpertCitizen, SeatFunction.Member, "", null, new DateOnly(2020, 1, 1), null));
        var proposal = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        var ballot = await city.Look(db => db.Set<Ballot>().SingleAsync(row => row.ProposalId == proposal && row.Status != BallotStatus.Closed));
        await city.Do(city["clerk"], new OpenBallot(ballot.Id));
        return ballot.Id;
    }
}
