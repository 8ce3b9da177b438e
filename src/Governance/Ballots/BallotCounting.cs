using Governance.Bodies;

namespace Governance.Ballots;

/// <summary>Counts the votes given in the program.</summary>
public static class BallotCounting
{
    /// <summary>The count of a ballot. Who voted or declared a conflict of interest was there; <paramref name="present"/> says how
    /// many voting members were in the room when more were there than voted, <paramref name="expertCitizens"/> how many of those taking
    /// part were expert citizens.</summary>
    public static BallotCount Of(Ballot ballot, IReadOnlyCollection<BallotMember> members, int? present = null, int? expertCitizens = null)
    {
        var recused = members.Count(member => member.RecusalReason is not null);
        var voters = members.Where(member => member.Choice is not null).ToList();
        var inRoom = present ?? voters.Count + recused;
        return new BallotCount
        {
            StatutoryMembers = ballot.StatutoryMembers,
            Present = inRoom,
            Yes = voters.Count(member => member.Choice == VoteChoice.Yes),
            No = voters.Count(member => member.Choice == VoteChoice.No),
            Abstain = voters.Count(member => member.Choice == VoteChoice.Abstain),
            Recused = recused,
            Majority = ballot.Majority,
            Call = ballot.SecondCall ? CallKind.SecondWithNotice : CallKind.First,
            Committee = expertCitizens is { } named ? new(inRoom - recused - named, named)
                : present is null && members.Any(member => member.Kind == SeatKind.ExpertCitizen) ? Voted(members) : null,
        };
    }

    /// <summary>Who voted, by what right.</summary>
    public static CommitteeAttendance Voted(IReadOnlyCollection<BallotMember> members) => new(
        members.Count(member => member.Choice is not null && member.Kind != SeatKind.ExpertCitizen),
        members.Count(member => member.Choice is not null && member.Kind == SeatKind.ExpertCitizen));
}
