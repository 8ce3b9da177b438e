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

    [Fact]
    public void Each_refusal_names_its_numbers_and_its_field()
    {
        Facts(new CommitteeSeats(3, 2).Check(5, 3, None)).ShouldBe("named=3 seats=2");
        Facts(new CommitteeSeats(3, 2).Check(3, null, None)).ShouldBe("seats=2");
        Facts(new CommitteeSeats(3, 2).Check(1, 2, None)).ShouldBe("named=2 takingPart=1");
        Facts(new CommitteeSeats(3, 2).Check(4, 1, new(2, 2))).ShouldBe("council=2 experts=2");
        Facts(new CommitteeSeats(3, 2).Check(5, 1, None)).ShouldBe("named=4 seats=3");
        new CommitteeSeats(3, 2).Check(2, 2, None).ShouldBeNull("all taking part may be expert citizens: then there is no quorum");
    }

    private static CommitteeAttendance None => new(0, 0);

    private static string Facts(Error? refused)
    {
        var error = refused.ShouldNotBeNull();
        error.Fields[nameof(CommitteeSeats.ExpertCitizens)].ShouldHaveSingleItem().Code.ShouldBe(error.Code);
        return string.Join(' ', error.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}"));
    }
}
