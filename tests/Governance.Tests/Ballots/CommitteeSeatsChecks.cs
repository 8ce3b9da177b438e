using Governance.Ballots;

namespace Governance.Tests.Ballots;

/// <summary>Who can have taken part in a committee's vote (§ 58 (1), (3) GO NRW).</summary>
public sealed class CommitteeSeatsChecks
{
    [Theory]
    [InlineData(3, 2, 5, 2, 0, 0, null), InlineData(3, 2, 3, 0, 0, 0, null), InlineData(3, 2, 4, 1, 3, 1, null), InlineData(3, 0, 3, null, 3, 0, null), InlineData(3, 0, 3, 0, 0, 0, null)]
    [InlineData(3, 2, 3, null, 0, 0, "ballot.expert-citizens-needed"), InlineData(3, 2, 5, 3, 0, 0, "ballot.expert-citizens-too-many"), InlineData(3, 0, 3, 1, 0, 0, "ballot.expert-citizens-too-many")]
    [InlineData(3, 2, 4, 0, 0, 0, "ballot.council-members-too-many"), InlineData(3, 2, 5, 1, 0, 0, "ballot.council-members-too-many"), InlineData(3, 2, 1, 2, 0, 0, "ballot.expert-citizens-above-present")]
    [InlineData(3, 2, 4, 1, 2, 2, "ballot.expert-citizens-against-votes"), InlineData(3, 2, 3, 2, 2, 0, "ballot.expert-citizens-against-votes")]
    public void Nobody_takes_part_without_a_seat_or_against_the_votes(int council, int experts, int takingPart, int? named, int councilVotes, int expertVotes, string? refusal) =>
        (new CommitteeSeats(council, experts).Check(takingPart, named, new(councilVotes, expertVotes))?.Code).ShouldBe(refusal);
}
