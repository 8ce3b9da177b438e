using Governance.Bodies;

namespace Governance.Ballots;

/// <summary>Who votes in a ballot when seats change while it runs (§§ 43 (1), 50 (1) GO NRW). Pure.</summary>
public static class RollRules
{
    /// <summary>What today's seats change in a roll: who leaves it, who comes to it in the order of the seats, who sits by another right.</summary>
    /// <param name="members">Who is on it.</param>
    /// <param name="seats">The voting seats of today, one a person, in their order.</param>
    /// <param name="statutoryMembers">As many at most, 1 or more.</param>
    public static RollChange Compare(IReadOnlyList<BallotMember> members, IReadOnlyList<Seat> seats, int statutoryMembers)
    {
        var kinds = seats.ToDictionary(seat => seat.PersonId, seat => seat.Kind);
        var open = members.Where(member => member.VotedAt is null).ToList();
        var left = open.Where(member => !kinds.ContainsKey(member.PersonId)).ToList();
        var places = Math.Max(0, statutoryMembers - members.Count + left.Count);
        return new(
            left,
            [.. seats.Where(seat => members.All(member => member.PersonId != seat.PersonId)).Take(places)],
            [.. open.Where(member => kinds.TryGetValue(member.PersonId, out var kind) && kind != member.Kind).Select(member => (member, kinds[member.PersonId]))]);
    }
}

/// <summary>What today's seats change in a ballot's roll.</summary>
/// <param name="Left">No longer in the body, and have not voted.</param>
/// <param name="Joined">In the body, and not yet on the roll.</param>
/// <param name="Moved">By what right they sit now; have not voted.</param>
public sealed record RollChange(IReadOnlyList<BallotMember> Left, IReadOnlyList<Seat> Joined, IReadOnlyList<(BallotMember Member, SeatKind Kind)> Moved);
