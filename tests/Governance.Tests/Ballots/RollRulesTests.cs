using CsCheck;
using Governance.Ballots;
using Governance.Bodies;

namespace Governance.Tests.Ballots;

/// <summary>Who comes to a ballot's roll and who leaves it when seats change.</summary>
public sealed class RollRulesTests
{
    private static readonly Guid Body = Guid.CreateVersion7();
    private static readonly Guid[] People = [.. Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7())];

    // Whoever is on the roll, voted or not; today's seats; as many as the statute has, and never fewer than were on the roll.
    private static readonly Gen<(BallotMember[] Members, Seat[] Seats, int Statutory)> Rolls =
        from onRoll in Gen.Bool.Array[People.Length]
        from voted in Gen.Bool.Array[People.Length]
        from seated in Gen.Bool.Array[People.Length]
        from kinds in Gen.Enum<SeatKind>().Where(kind => kind != SeatKind.Advisory).Array[People.Length]
        from more in Gen.Int[0, 6]
        let members = People.Where((_, at) => onRoll[at]).Select(person => Member(person, voted[Array.IndexOf(People, person)])).ToArray()
        let seats = People.Where((_, at) => seated[at]).Select(person => Seat(person, kinds[Array.IndexOf(People, person)])).ToArray()
        select (members, seats, Math.Max(1, members.Length + more));

    [Fact]
    public void Votes_stay_and_nobody_votes_without_a_seat() => Rolls.Sample(roll =>
    {
        var (change, after) = Renew(roll.Members, roll.Seats, roll.Statutory);
        change.Left.ShouldAllBe(member => member.VotedAt == null);
        roll.Members.Where(member => member.VotedAt is not null).ShouldAllBe(member => after.Contains(member.PersonId));
        after.Where(person => roll.Seats.All(seat => seat.PersonId != person)).ShouldAllBe(person => roll.Members.Any(member => member.PersonId == person && member.VotedAt != null));
    });

    [Fact]
    public void There_are_never_more_voters_than_seats_and_nobody_is_kept_out_while_one_is_free() => Rolls.Sample(roll =>
    {
        var (_, after) = Renew(roll.Members, roll.Seats, roll.Statutory);
        after.Count.ShouldBeLessThanOrEqualTo(roll.Statutory);
        after.Distinct().Count().ShouldBe(after.Count);
        if (after.Count < roll.Statutory)
            roll.Seats.ShouldAllBe(seat => after.Contains(seat.PersonId));
    });

    [Fact]
    public void Whoever_has_not_voted_votes_by_the_right_of_today() => Rolls.Sample(roll =>
    {
        var moved = RollRules.Compare(roll.Members, roll.Seats, roll.Statutory).Moved;
        var expected = roll.Members.Where(member => member.VotedAt is null && roll.Seats.Any(seat => seat.PersonId == member.PersonId && seat.Kind != member.Kind));
        moved.Select(one => (one.Member.PersonId, one.Kind)).ShouldBe(expected.Select(member => (member.PersonId, roll.Seats.Single(seat => seat.PersonId == member.PersonId).Kind)));
    });

    [Fact]
    public void A_second_comparison_finds_nothing() => Rolls.Sample(roll =>
    {
        var (_, after) = Renew(roll.Members, roll.Seats, roll.Statutory);
        BallotMember[] members = [.. after.Select(person => roll.Members.FirstOrDefault(member => member.PersonId == person && member.VotedAt is not null)
            ?? Member(person, voted: false, roll.Seats.Single(seat => seat.PersonId == person).Kind))];
        var again = RollRules.Compare(members, roll.Seats, roll.Statutory);
        (again.Left.Count, again.Joined.Count, again.Moved.Count).ShouldBe((0, 0, 0));
    });

    private static (RollChange Change, List<Guid> After) Renew(BallotMember[] members, Seat[] seats, int statutory)
    {
        var change = RollRules.Compare(members, seats, statutory);
        return (change, [.. members.Except(change.Left).Select(member => member.PersonId), .. change.Joined.Select(seat => seat.PersonId)]);
    }

    private static BallotMember Member(Guid person, bool voted, SeatKind kind = SeatKind.CouncilMember) => new()
    {
        BallotId = Body, PersonId = person, Kind = kind, Choice = voted ? VoteChoice.Yes : null, VotedAt = voted ? new DateTime(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc) : null,
    };

    private static Seat Seat(Guid person, SeatKind kind) => new() { BodyId = Body, PersonId = person, Kind = kind, Function = SeatFunction.Member, From = new DateOnly(2020, 1, 1) };
}
