using Governance.Ballots;
using Governance.Bodies;
using Governance.Objections;
using Governance.People;
using Governance.Tests.City;

namespace Governance.Tests.SqlServer;

/// <summary>Members, chairs and the clerk: votes by circulation and in session, results of minutes, deadlines.</summary>
internal static class BallotsAct
{
    public static async Task PlayAsync(TestCity city)
    {
        await InSessionAsync(city);
        foreach (var outcome in new[] { DecisionOutcome.AdoptedUnanimously, DecisionOutcome.Rejected, DecisionOutcome.Postponed })
        {
            var recorded = await BeforeCommitteeAsync(city);
            await city.Do(city["clerk"], new RecordBallotResult((await BallotAsync(city, recorded)).Id, outcome));
        }

        var inPart = await BeforeCommitteeAsync(city);
        await city.Do(city["clerk"], new RecordBallotResult((await BallotAsync(city, inPart)).Id, DecisionOutcome.AdoptedInPart, new RecordedCounts(3, 2, 1, 0), 5_000_000, Wording: "In Teilen."));
        var referred = await BeforeCommitteeAsync(city);
        await city.Do(city["clerk"], new CheckBallotResult(new((await BallotAsync(city, referred)).Id, DecisionOutcome.AdoptedInPart, new RecordedCounts(3, 2, 1, 0), 5_000_000, Wording: "In Teilen.")));
        await city.Do(city["clerk"], new RecordBallotResult((await BallotAsync(city, referred)).Id, DecisionOutcome.Referred, ReferredTo: BodyCodes.Finance));
        await CircularAsync(city);
        await ObjectAsync(city);
        await SucceedAsync(city);
        await city.PassObjectionPeriodAsync();
        await PassDeadlineAsync(city);
    }

    private static async Task InSessionAsync(TestCity city)
    {
        var ballot = (await BallotAsync(city, await BeforeCommitteeAsync(city))).Id;
        var members = city.MembersOf(BodyCodes.MobilityCommittee).ToList();
        await city.Do(members[0], new BallotExists(ballot));
        await city.Do(city["clerk"], new ReferralTargets(ballot));
        await city.Do(city["clerk"], new OpenBallot(ballot));
        await city.Do(members[0], new CastVote(ballot, VoteChoice.Yes));
        await city.Do(members[1], new CastVote(ballot, VoteChoice.No));
        await city.Do(members[2], new DeclareRecusal(ballot, "Anlieger"));
        foreach (var reader in new[] { members[0], city["clerk"], city["office"], Actor.System })
            await city.Do(reader, new GetBallot(ballot));
        await city.Send(members[0], new CloseBallot(ballot, Present: 2, ExpertCitizens: 1));
        await city.Do(members[0], new CloseBallot(ballot));
        await city.Send(members[0], new CastVote(ballot, VoteChoice.Yes));
        await city.Do(members[0], new GetBallot(ballot));
    }

    private static async Task CircularAsync(TestCity city)
    {
        var takenBack = await city.SubmitAsync(ProposalWay.Content(40_000));
        await city.RecommendAsync(takenBack);
        await city.Do(city["clerk"], new RecordBallotResult((await BallotAsync(city, takenBack)).Id, DecisionOutcome.Postponed));
        var stopped = await city.SubmitAsync(ProposalWay.Content(40_500));
        await city.RecommendAsync(stopped);
        await city.Do(city.MembersOf(BodyCodes.Steering).First(), new ObjectToCircular((await BallotAsync(city, stopped)).Id, "Zu beraten."));
        var decided = await city.SubmitAsync(ProposalWay.Content(41_000));
        await city.RecommendAsync(decided);
        await city.DecideAsync(decided, DecisionOutcome.Adopted);
    }

    private static async Task ObjectAsync(TestCity city)
    {
        var proposal = await BeforeCommitteeAsync(city);
        await city.Do(city["clerk"], new RecordBallotResult((await BallotAsync(city, proposal)).Id, DecisionOutcome.AdoptedUnanimously));
        var member = city.MembersOf(BodyCodes.MobilityCommittee).First();
        foreach (var reader in new[] { member, city["mayor"], city["deputymayor"] with { DeputyFor = [city["mayor"].PersonId] } })
            await city.Do(reader, new GetObjections(proposal));
        await city.Send(city["office"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"));
        await city.Do(member, new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"));
    }

    private static async Task SucceedAsync(TestCity city)
    {
        var ballot = (await BallotAsync(city, await BeforeCommitteeAsync(city))).Id;
        var (list, last) = (await city.Do(city["clerk"], new ListSeats(BodyCodes.MobilityCommittee)), new DateOnly(2026, 1, 1));
        var seat = list.Seats.Single(row => row.Person == "committee-mobility-3");
        await city.Do(city["clerk"], new ChangeSeat(BodyCodes.MobilityCommittee, seat.Id, seat.Kind, seat.Function, "", null, seat.From, last, list.Version));
        await city.Do(city["clerk"], new AddSeat(BodyCodes.MobilityCommittee, city["owner2"].PersonId, SeatKind.CouncilMember, SeatFunction.Member, "", null, last.AddDays(1), null));
        foreach (var body in await city.Do(Actor.System, new BodiesToCompare()))
        {
            await city.Do(Actor.System, new OutdatedRolls(body.BodyId, 10));
            await city.Do(Actor.System, new NoteRollsCompared(body.BodyId, body.Version));
        }

        await city.Do(Actor.System, new RenewBallotRoll(ballot));
    }

    private static async Task PassDeadlineAsync(TestCity city)
    {
        var waiting = await city.SubmitAsync(ProposalWay.Content(42_000));
        await city.RecommendAsync(waiting);
        await city.Do(city.MembersOf(BodyCodes.Steering).First(), new CastVote((await BallotAsync(city, waiting)).Id, VoteChoice.Yes));
        city.Clock.Advance(TimeSpan.FromDays(30));
        foreach (var due in await city.Do(Actor.System, new DueBallots(10)))
            await city.Do(Actor.System, new CloseDueBallot(due));
    }

    private static async Task<(Guid Id, string Body)> BallotAsync(TestCity city, Guid proposal) => (await city.BallotAsync(proposal)).ShouldNotBeNull();

    private static async Task<Guid> BeforeCommitteeAsync(TestCity city)
    {
        var id = await city.SubmitAsync(ProposalWay.Content(150_000, personalData: true));
        await city.RecommendAsync(id, personalData: true);
        await city.DecideAsync(id, DecisionOutcome.Adopted);
        return id;
    }
}
