using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Texts;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>§ 58 (3) GO NRW: a committee is quorate only while more council members than expert citizens take part.</summary>
public sealed class CommitteeSeatsTests
{
    private const string Committee = BodyCodes.MobilityCommittee;

    [Theory]
    [OnEachDatabase]
    public async Task Minutes_of_a_committee_say_how_many_expert_citizens_took_part(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        await city.Do(city["owner"], new CastVote(ballot, VoteChoice.Yes));
        Task<Result<Done>> Record(RecordedCounts counts) => city.Send(city["clerk"], new RecordBallotResult(ballot, DecisionOutcome.Adopted, counts));

        var unnamed = (await Record(new(5, 5, 0, 0))).Error.ShouldNotBeNull();
        (unnamed.Code, unnamed.Fields["ExpertCitizens"].ShouldHaveSingleItem().Code).ShouldBe(("ballot.expert-citizens-needed", "ballot.expert-citizens-needed"));
        (await Record(new(5, 5, 0, 0, ExpertCitizens: 3))).Error!.Code.ShouldBe("ballot.expert-citizens-too-many");
        (await Record(new(5, 5, 0, 0, ExpertCitizens: 1))).Error!.Code.ShouldBe("ballot.council-members-too-many");
        (await Record(new(3, 3, 0, 0, ExpertCitizens: 0))).Error!.Code.ShouldBe("ballot.expert-citizens-against-votes", "one of them has voted");
        var prevail = (await Record(new(4, 4, 0, 0, ExpertCitizens: 2))).Error.ShouldNotBeNull();
        (prevail.Code, ((Reason)prevail.Facts["why"]!).Code).ShouldBe(("ballot.record-not-quorate", "quorum.expert-citizens"));
        (await Record(new(5, 5, 0, 0, ExpertCitizens: 2, LackNotEstablished: true))).Error!.Code.ShouldBe("ballot.is-quorate");
        (await Record(new(4, 4, 0, 0, ExpertCitizens: 2, LackNotEstablished: true))).Error.ShouldBeNull("§ 49 (1) sentence 2, § 58 (3): quorate until somebody says it is not");
        await ProvenAsync(city, ballot, experts: 2, lackNotEstablished: true);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Closing_with_people_present_asks_how_many_of_them_are_expert_citizens(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        (await city.Do(city["clerk"], new GetBallot(ballot))).HasExpertCitizens.ShouldBeTrue();
        foreach (var member in new[] { Committee + "-1", Committee + "-2", "owner", "owner2" })
            await city.Do(city[member], new CastVote(ballot, VoteChoice.Yes));

        (await city.Send(city["clerk"], new CloseBallot(ballot, ExpertCitizens: 2))).Error!.Fields["ExpertCitizens"].ShouldHaveSingleItem().Code.ShouldBe("ballot.expert-citizens-of-nobody");
        (await city.Send(city["clerk"], new CloseBallot(ballot))).Error!.Code.ShouldBe("ballot.close-not-quorate", "two of each");
        (await city.Send(city["clerk"], new CloseBallot(ballot, Present: 5))).Error!.Code.ShouldBe("ballot.expert-citizens-needed");
        (await city.Send(city["clerk"], new CloseBallot(ballot, Present: 4, ExpertCitizens: 1))).Error!.Code.ShouldBe("ballot.expert-citizens-against-votes");
        (await city.Send(city["clerk"], new CloseBallot(ballot, Present: 4, ExpertCitizens: 2))).Error!.Code.ShouldBe("ballot.close-not-quorate");
        (await city.Send(city["clerk"], new CloseBallot(ballot, Present: 5, ExpertCitizens: 2, Lack: QuorumLack.Established))).Error!.Code.ShouldBe("ballot.is-quorate");
        (await city.Do(city["clerk"], new GetBallot(ballot))).Status.ShouldBe(BallotStatus.Open);
        await city.Do(city["clerk"], new CloseBallot(ballot, Present: 5, ExpertCitizens: 2));
        (await city.Do(city["clerk"], new GetBallot(ballot))).Result!.Outcome.ShouldBe(nameof(DecisionOutcome.AdoptedUnanimously));
        await ProvenAsync(city, ballot, experts: 2, lackNotEstablished: false);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Expert_citizens_that_prevail_make_no_quorum_and_verify_agrees(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city);
        foreach (var member in new[] { Committee + "-1", "owner" })
            await city.Do(city[member], new CastVote(ballot, VoteChoice.Yes));

        await city.Do(city["clerk"], new CloseBallot(ballot, Present: 4, ExpertCitizens: 2, Lack: QuorumLack.Established));

        (await city.Do(city["clerk"], new GetBallot(ballot))).Result!.Outcome.ShouldBe(BallotClosing.NotQuorate);
        await ProvenAsync(city, ballot, experts: 2, lackNotEstablished: false);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_ballot_without_a_quorum_ends_as_the_meeting_went(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (ended, decided) = (await OpenAsync(city), await OpenAsync(city));
        (await city.Send(city["clerk"], new CloseBallot(ended, Lack: QuorumLack.NotEstablished))).Error!.Code.ShouldBe("ballot.close-no-votes");
        foreach (var ballot in new[] { ended, decided })
            await city.Do(city[Committee + "-1"], new CastVote(ballot, VoteChoice.Yes));

        var asked = (await city.Send(city["clerk"], new CloseBallot(ended))).Error.ShouldNotBeNull();
        (asked.Code, ((Reason)asked.Facts["why"]!).Code).ShouldBe(("ballot.close-not-quorate", "quorum.missed"));
        (await city.Send(city["clerk"], new CloseBallot(ended, Lack: (QuorumLack)7))).Error!.Fields["Lack"].ShouldHaveSingleItem().Code.ShouldBe("input.unknown");
        await city.Do(city["clerk"], new CloseBallot(ended, Lack: QuorumLack.Established));
        await city.Do(city["clerk"], new CloseBallot(decided, Lack: QuorumLack.NotEstablished));

        (await city.Do(city["clerk"], new GetBallot(ended))).Result!.Outcome.ShouldBe(BallotClosing.NotQuorate);
        (await city.Do(city["clerk"], new GetBallot(decided))).Result!.Outcome.ShouldBe(nameof(DecisionOutcome.AdoptedUnanimously));
        await ProvenAsync(city, decided, experts: 0, lackNotEstablished: true);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Nobody_decides_by_closing_a_second_call_without_a_vote(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var first = await OpenAsync(city);
        await city.Do(city["clerk"], new CloseBallot(first, Lack: QuorumLack.Established));
        var second = await city.Look(db => db.Set<Ballot>().SingleAsync(row => row.Status != BallotStatus.Closed));
        await city.Do(city["clerk"], new OpenBallot(second.Id));

        second.SecondCall.ShouldBeTrue();
        (await city.Send(city["clerk"], new CloseBallot(second.Id))).Error!.Code.ShouldBe("ballot.close-no-votes");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_was_elected_after_the_invitation_takes_part(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await OpenAsync(city, expertsFrom: new DateOnly(2026, 11, 25));
        city.Clock.Advance(TimeSpan.FromDays(10));

        (await city.Send(city["clerk"], new RecordBallotResult(ballot, DecisionOutcome.Adopted, new(5, 5, 0, 0, ExpertCitizens: 2)))).Error.ShouldBeNull();
    }

    // What is needed to prove it later is stored.
    private static async Task ProvenAsync(TestCity city, Guid ballot, int experts, bool lackNotEstablished)
    {
        var stored = await city.Look(db => db.Set<Ballot>().SingleAsync(row => row.Id == ballot));
        (stored.ExpertCitizens ?? 0, stored.LackNotEstablished).ShouldBe((experts, lackNotEstablished));
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    // Three council members and two expert citizens.
    private static async Task<Guid> OpenAsync(TestCity city, DateOnly? expertsFrom = null)
    {
        if ((await city.Do(city["admin"], new GetBody(Committee))) is { StatutoryMembers: 3 } body)
        {
            await city.Do(city["admin"], new ChangeBody(Committee, Committee, Committee, body.Kind, 5, body.Procedure, body.Version));
            foreach (var expert in new[] { "owner", "owner2" })
                await city.Do(city["clerk"], new AddSeat(Committee, city[expert].PersonId, SeatKind.ExpertCitizen, SeatFunction.Member, "", null, expertsFrom ?? new DateOnly(2020, 1, 1), null));
        }

        var proposal = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        var ballot = await city.Look(db => db.Set<Ballot>().SingleAsync(row => row.ProposalId == proposal && row.Status != BallotStatus.Closed));
        await city.Do(city["clerk"], new OpenBallot(ballot.Id));
        return ballot.Id;
    }
}
