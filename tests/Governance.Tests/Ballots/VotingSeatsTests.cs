using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>Which seats vote is said once, by <c>Seats.VotingOn</c>, and spelt out again in two compiled queries, which cannot call it: the
/// calling of a ballot and the right to vote. This holds the three together.</summary>
public sealed class VotingSeatsTests
{
    private const string Committee = BodyCodes.MobilityCommittee;

    [Theory]
    [OnEachDatabase]
    public async Task The_roll_the_right_to_vote_and_the_seats_of_the_day_agree_on_every_kind_of_seat(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(110_000));
        await city.RecommendAsync(proposal);
        var today = BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime);
        var (people, voting) = await SeatEveryKindAsync(city, today);
        voting.AddRange(city.MembersOf(Committee).Select(member => member.PersonId));

        // The steering group has advised; now the committee is called.
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        var ballot = (await city.BallotAsync(proposal)).ShouldNotBeNull().Id;

        (await RollAsync(city, ballot)).ShouldBe(voting, ignoreOrder: true);

        // Opening compares the roll with the seats of the day: had the two another opinion, somebody would come or go.
        await city.Do(city["clerk"], new OpenBallot(ballot));
        (await RollAsync(city, ballot)).ShouldBe(voting, ignoreOrder: true);

        // Everybody on the roll, as if they had followed or left since: the right to vote asks for the seat of the day.
        await city.Look(db =>
        {
            db.AddRange(people.Except(voting).Select(person => new BallotMember { BallotId = ballot, PersonId = person, Kind = SeatKind.CouncilMember }));
            return db.SaveChangesAsync();
        });
        var voted = new List<Guid>();
        foreach (var person in people.Concat(voting).Distinct())
            if ((await city.Send(new Actor(person, "", new HashSet<Role>(), [], default), new CastVote(ballot, VoteChoice.Yes))).IsSuccess)
                voted.Add(person);
        voted.ShouldBe(voting, ignoreOrder: true);
    }

    private static Task<List<Guid>> RollAsync(TestCity city, Guid ballot) =>
        city.Look(db => db.Set<BallotMember>().Where(row => row.BallotId == ballot).Select(row => row.PersonId).ToListAsync());

    // A person for each kind, member or substitute, and each place of today between first and last day; and those of them who vote.
    private static async Task<(List<Guid> People, List<Guid> Voting)> SeatEveryKindAsync(TestCity city, DateOnly today)
    {
        var seats = from kind in Enum.GetValues<SeatKind>()
                    from substitute in new int?[] { null, 1 }
                    from begins in new[] { -1, 0, 1 }
                    from ends in new int?[] { null, -1, 0, 1 }
                    where ends is null || ends >= begins
                    select (kind, substitute, begins, ends);
        var (people, voting) = (new List<Guid>(), new List<Guid>());
        await city.Look(async db =>
        {
            var body = await db.Set<Body>().SingleAsync(row => row.Code == Committee);
            body.StatutoryMembers = 99;
            foreach (var (kind, substitute, begins, ends) in seats)
            {
                var person = new Person { Id = Guid.CreateVersion7(), UserName = $"seat{people.Count}", NormalizedUserName = $"SEAT{people.Count}", FullName = $"Seat {people.Count}", Email = $"seat{people.Count}@city.example" };
                db.Add(person);
                db.Add(new Seat
                {
                    BodyId = body.Id, PersonId = person.Id, Kind = kind, Function = SeatFunction.Member, SubstituteOrder = substitute,
                    From = today.AddDays(begins), Until = ends is { } last ? today.AddDays(last) : null,
                });
                people.Add(person.Id);
                if (kind != SeatKind.Advisory && substitute is null && begins <= 0 && ends is not < 0)
                    voting.Add(person.Id);
            }

            return await db.SaveChangesAsync();
        });
        return (people, voting);
    }
}
