using Governance.Ballots;

namespace Governance.Tests.Ballots;

/// <summary>A refusal names the number that cannot be right; a number at its limit is right.</summary>
public class BallotCountChecks
{
    private static readonly BallotCount Right = new()
    {
        StatutoryMembers = 15, Present = 10, Recused = 1, Yes = 4, No = 3, Abstain = 1, Invalid = 1, Committee = new(7, 2),
    };

    public static TheoryData<string> Fields => ["members", "present", "yes", "no", "abstain", "invalid", "recused", "councilMembers", "expertCitizens"];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_negative_count_is_named(string field)
    {
        var error = BallotCountCheck.Check(With(field, -1)).ShouldNotBeNull();

        error.Code.ShouldBe("ballot.negative-count");
        error.Facts.ShouldBe(new Dictionary<string, object?> { ["field"] = field, ["value"] = -1 });
    }

    [Fact]
    public void Nobody_negative_is_nothing_against_it() =>
        BallotCountCheck.Check(new() { StatutoryMembers = 1, Present = 0, Yes = 0, No = 0, Committee = new(0, 0) }).ShouldBeNull();

    [Fact]
    public void Counts_that_use_up_everybody_are_right()
    {
        BallotCountCheck.Check(Right).ShouldBeNull();
        BallotCountCheck.Check(Right with { StatutoryMembers = 10 }).ShouldBeNull();
        BallotCountCheck.Check(new() { StatutoryMembers = 3, Present = 3, Recused = 3, Yes = 0, No = 0 }).ShouldBeNull();
    }

    [Fact]
    public void More_present_than_members_is_said_with_both() =>
        Refused(Right with { StatutoryMembers = 9 }, "ballot.too-many-present", ("present", 10), ("members", 9));

    [Fact]
    public void More_recused_than_present_is_said_with_both() =>
        Refused(Right with { Recused = 11 }, "ballot.too-many-recused", ("recused", 11), ("present", 10));

    [Theory]
    [InlineData(5, 3, 1, 1)]
    [InlineData(4, 4, 1, 1)]
    [InlineData(4, 3, 2, 1)]
    [InlineData(4, 3, 1, 2)]
    public void One_vote_too_many_of_any_kind_is_said_with_the_sum(int yes, int no, int abstain, int invalid) =>
        Refused(Right with { Yes = yes, No = no, Abstain = abstain, Invalid = invalid }, "ballot.too-many-votes", ("votes", 10L), ("takingPart", 9));

    [Theory]
    [InlineData(8, 2, 10)]
    [InlineData(7, 1, 8)]
    public void A_committee_of_other_people_than_those_taking_part_is_said(int council, int experts, long people) =>
        Refused(Right with { Committee = new(council, experts) }, "ballot.attendance-differs", ("people", people), ("takingPart", 9));

    [Fact]
    public void Sums_beyond_an_int_do_not_wrap_round_to_the_right_number() =>
        Refused(
            Right with { Committee = new(int.MaxValue, int.MaxValue) }, "ballot.attendance-differs", ("people", 2L * int.MaxValue), ("takingPart", 9));

    private static void Refused(BallotCount count, string code, params (string Name, object? Value)[] facts)
    {
        var error = BallotCountCheck.Check(count).ShouldNotBeNull();
        error.Code.ShouldBe(code);
        error.Facts.ShouldBe(facts.ToDictionary(fact => fact.Name, fact => fact.Value));
    }

    private static BallotCount With(string field, int value) => field switch
    {
        "members" => Right with { StatutoryMembers = value },
        "present" => Right with { Present = value },
        "yes" => Right with { Yes = value },
        "no" => Right with { No = value },
        "abstain" => Right with { Abstain = value },
        "invalid" => Right with { Invalid = value },
        "recused" => Right with { Recused = value },
        "councilMembers" => Right with { Committee = new(value, 2) },
        _ => Right with { Committee = new(7, value) },
    };
}
