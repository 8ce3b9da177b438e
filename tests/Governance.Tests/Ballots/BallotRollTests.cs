using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.People;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>Members leave and follow while a ballot waits: whoever sits on the day of the vote votes.</summary>
public sealed class BallotRollTests
{
    private const string Committee = BodyCodes.MobilityCommittee;

    [Theory]
    [OnEachDatabase]
    public async Task Who_follows_between_invitation_and_meeting_gets_the_paper_and_votes(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await AtTheCommitteeAsync(city);
        var (leaver, follower) = (city[Committee + "-3"], city["owner2"]);
        await SucceedAsync(city, Committee, leaver, follower);
        (await city.Send(leaver, new CastVote(ballot, VoteChoice.Yes))).Error!.Code.ShouldBe("access.forbidden", "the seat has ended, whatever the sweep has done");
        await SweepAsync(city);

        (await OpenTaskAsync(city, ballot, leaver)).ShouldBeNull();
        var (theirs, others) = ((await OpenTaskAsync(city, ballot, follower)).ShouldNotBeNull(), (await OpenTaskAsync(city, ballot, city[Committee + "-1"])).ShouldNotBeNull());
        (theirs.Why, theirs.Form, theirs.DueAt, theirs.ActivityId, theirs.InstanceId).ShouldBe((others.Why, others.Form, others.DueAt, others.ActivityId, others.InstanceId));
        (await city.Send(leaver, new GetBallot(ballot))).Error.ShouldNotBeNull("nobody reads on who has left");
        (await city.Do(follower, new GetBallot(ballot))).Mine.ShouldNotBeNull();

        await city.Do(city["clerk"], new OpenBallot(ballot));
        foreach (var member in new[] { city[Committee + "-1"], city[Committee + "-2"], follower })
            await city.Do(member, new CastVote(ballot, VoteChoice.Yes));
        await city.Do(city["clerk"], new CloseBallot(ballot));
        var closed = await city.Do(city["clerk"], new GetBallot(ballot));
        (closed.Result!.Outcome, closed.Result.Yes, closed.Members).ShouldBe((nameof(DecisionOutcome.AdoptedUnanimously), 3, 3));
        closed.Votes.Select(vote => vote.Name).ShouldBe([Committee + "-1", Committee + "-2", "owner2"], ignoreOrder: true);
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
        var history = (await city.Do(city["office"], new GetHistory((await city.Look(db => db.Set<Ballot>().SingleAsync(row => row.Id == ballot))).ProposalId))).Select(entry => entry.Action).ToList();
        (history.Count(action => action == "ballot.member-left"), history.Count(action => action == "ballot.member-joined")).ShouldBe((1, 1));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Opening_the_ballot_looks_itself_who_sits(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await AtTheCommitteeAsync(city);
        var body = await city.Do(city["admin"], new GetBody(Committee));
        await city.Do(city["admin"], new ChangeBody(Committee, Committee, Committee, body.Kind, 5, body.Procedure, body.Version));
        await city.Do(city["clerk"], new AddSeat(Committee, city["owner"].PersonId, SeatKind.ExpertCitizen, SeatFunction.Member, "", null, Today(city), null));
        await SucceedAsync(city, Committee, city[Committee + "-3"], city["owner2"]);

        await city.Do(city["clerk"], new OpenBallot(ballot));

        var members = await city.Look(db => db.Set<BallotMember>().Where(row => row.BallotId == ballot).ToListAsync());
        members.Select(member => member.PersonId).ShouldBe([city[Committee + "-1"].PersonId, city[Committee + "-2"].PersonId, city["owner"].PersonId, city["owner2"].PersonId], ignoreOrder: true);
        members.Single(member => member.PersonId == city["owner"].PersonId).Kind.ShouldBe(SeatKind.ExpertCitizen);
        (await city.Look(db => db.Set<Ballot>().SingleAsync(row => row.Id == ballot))).StatutoryMembers.ShouldBe(5);
        (await city.Look(db => db.Set<InboxTask>().Where(task => task.BallotId == ballot && task.Kind == TaskKind.Vote && task.IsOpen).Select(task => task.DueAt).Distinct().ToListAsync()))
            .ShouldHaveSingleItem("all are due in this meeting").ShouldNotBe(InboxTask.WithTheMeeting);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_seat_that_ends_on_a_day_is_followed_on_the_next(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await AtTheCommitteeAsync(city);
        var (leaver, follower, last) = (city[Committee + "-3"], city["owner2"], Today(city).AddDays(4));
        await SucceedAsync(city, Committee, leaver, follower, last);
        await SweepAsync(city);
        (await OpenTaskAsync(city, ballot, leaver)).ShouldNotBeNull("until the last day");
        (await OpenTaskAsync(city, ballot, follower)).ShouldBeNull();
        (await city.Do(Actor.System, new BodiesToCompare())).ShouldBeEmpty("everything is compared for today");

        city.Clock.Advance(TimeSpan.FromDays(5));
        await SweepAsync(city);
        (await OpenTaskAsync(city, ballot, leaver)).ShouldBeNull();
        (await OpenTaskAsync(city, ballot, follower)).ShouldNotBeNull();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_circular_ballot_waits_for_nobody_who_has_left(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (proposal, ballot) = await CircularAsync(city);
        foreach (var member in new[] { 1, 2 })
            await city.Do(city[$"steering-{member}"], new CastVote(ballot, VoteChoice.Yes));
        await EndAsync(city, BodyCodes.Steering, city["steering-3"], Today(city).AddDays(-1));
        await SweepAsync(city);

        var closed = await city.Do(city["office"], new GetBallot(ballot));
        (closed.Status, closed.Result!.Yes, closed.Result.Outcome).ShouldBe((BallotStatus.Closed, 2, nameof(DecisionOutcome.AdoptedUnanimously)));
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted);
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_vote_given_stays_and_who_follows_does_not_vote_for_the_same_seat(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, ballot) = await CircularAsync(city);
        await city.Do(city["steering-3"], new CastVote(ballot, VoteChoice.No));
        await SucceedAsync(city, BodyCodes.Steering, city["steering-3"], city["owner2"], kind: SeatKind.Administration);
        await SweepAsync(city);

        (await OpenTaskAsync(city, ballot, city["owner2"])).ShouldBeNull();
        (await city.Send(city["owner2"], new CastVote(ballot, VoteChoice.Yes))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city["steering-3"], new CastVote(ballot, VoteChoice.Yes))).Error!.Code.ShouldBe("ballot.already-voted");
        (await city.Send(city["steering-3"], new ObjectToCircular(ballot, "Zu beraten."))).Error!.Code.ShouldBe("access.forbidden", "who has left does not stop the members' ballot");
        foreach (var member in new[] { 1, 2 })
            await city.Do(city[$"steering-{member}"], new CastVote(ballot, VoteChoice.Yes));
        var closed = await city.Do(city["office"], new GetBallot(ballot));
        (closed.Status, closed.Result!.Yes, closed.Result.No).ShouldBe((BallotStatus.Closed, 2, 1));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_follows_in_a_circular_ballot_has_until_its_deadline_and_is_reminded(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, ballot) = await CircularAsync(city);
        await SucceedAsync(city, BodyCodes.Steering, city["steering-3"], city["owner2"], kind: SeatKind.Administration);
        await SweepAsync(city);

        var (theirs, others) = ((await OpenTaskAsync(city, ballot, city["owner2"])).ShouldNotBeNull(), (await OpenTaskAsync(city, ballot, city["steering-1"])).ShouldNotBeNull());
        (theirs.DueAt, theirs.NextNotice, theirs.NextNoticeAt).ShouldBe((others.DueAt, others.NextNotice, others.NextNoticeAt));
        await city.Do(city["owner2"], new CastVote(ballot, VoteChoice.Yes));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_chair_of_the_day_conducts(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var ballot = await AtTheCommitteeAsync(city);
        var (old, chair) = (city[Committee + "-1"], city["owner2"]);
        await SucceedAsync(city, Committee, old, chair, function: SeatFunction.Chair);
        await SweepAsync(city);

        (await city.Send(old, new OpenBallot(ballot))).Error!.Code.ShouldBe("access.forbidden");
        await city.Do(chair, new OpenBallot(ballot));
        (await city.Do(chair, new GetBallot(ballot))).CanConduct.ShouldBeTrue();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_vote_and_the_end_of_its_seat_at_the_same_moment_are_one_after_the_other(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, ballot) = await CircularAsync(city);
        var leaver = city["steering-3"];
        await EndAsync(city, BodyCodes.Steering, leaver, Today(city).AddDays(-1));

        var answers = await Task.WhenAll(
            city.Send(leaver, new CastVote(ballot, VoteChoice.Yes)), city.Send(Actor.System, new RenewBallotRoll(ballot)), city.Send(Actor.System, new RenewBallotRoll(ballot)));

        answers[0].Error!.Code.ShouldBe("access.forbidden");
        answers[1..].ShouldAllBe(answer => answer.IsSuccess);
        (await city.Look(db => db.Set<BallotMember>().CountAsync(row => row.BallotId == ballot))).ShouldBe(2);
    }

    private static DateOnly Today(TestCity city) => BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime);

    // As the sweep of the program does it.
    private static async Task SweepAsync(TestCity city)
    {
        foreach (var body in await city.Do(Actor.System, new BodiesToCompare()))
        {
            foreach (var ballot in await city.Do(Actor.System, new OutdatedRolls(body.BodyId, 100)))
                await city.Do(Actor.System, new RenewBallotRoll(ballot));
            (await city.Do(Actor.System, new OutdatedRolls(body.BodyId, 100))).ShouldBeEmpty();
            await city.Do(Actor.System, new NoteRollsCompared(body.BodyId, body.Version));
        }
    }

    private static async Task SucceedAsync(
        TestCity city, string body, Actor leaver, Actor follower, DateOnly? last = null, SeatKind kind = SeatKind.CouncilMember, SeatFunction function = SeatFunction.Member)
    {
        var ends = last ?? Today(city).AddDays(-1);
        await EndAsync(city, body, leaver, ends);
        await city.Do(city["clerk"], new AddSeat(body, follower.PersonId, kind, function, "", null, ends.AddDays(1), null));
    }

    private static async Task EndAsync(TestCity city, string body, Actor leaver, DateOnly last)
    {
        var list = await city.Do(city["clerk"], new ListSeats(body));
        var seat = list.Seats.Single(row => row.PersonId == leaver.PersonId);
        await city.Do(city["clerk"], new ChangeSeat(body, seat.Id, seat.Kind, seat.Function, seat.Group, seat.SubstituteOrder, seat.From, last, list.Version));
    }

    private static Task<InboxTask?> OpenTaskAsync(TestCity city, Guid ballot, Actor person) =>
        city.Look(db => db.Set<InboxTask>().AsNoTracking().SingleOrDefaultAsync(task => task.BallotId == ballot && task.Kind == TaskKind.Vote && task.Assignee == Assignee.Person(person.PersonId) && task.IsOpen));

    private static async Task<Guid> AtTheCommitteeAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(110_000));
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        return (await city.BallotAsync(proposal)).ShouldNotBeNull().Id;
    }

    private static async Task<(Guid Proposal, Guid Ballot)> CircularAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(40_000));
        await city.RecommendAsync(proposal);
        return (proposal, (await city.BallotAsync(proposal)).ShouldNotBeNull().Id);
    }
}
