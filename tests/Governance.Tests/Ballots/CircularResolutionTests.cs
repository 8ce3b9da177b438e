using Governance.Ballots;
using Governance.Tests.Texts;

namespace Governance.Tests.Ballots;

public class CircularResolutionTests
{
    private static readonly DateTime Deadline = new(2026, 3, 10, 23, 0, 0, DateTimeKind.Utc);

    private static readonly CircularResolution Running =
        new(VotingMembers: 7, Voted: 3, LastVoteAt: Deadline.AddDays(-2), ObjectedAt: null, Deadline);

    [Fact]
    public void It_is_open_while_votes_are_missing_before_the_deadline() => StatusOf(Running, Deadline.AddSeconds(-1)).ShouldBe(CircularStatus.Open);

    [Fact]
    public void It_closes_at_the_deadline() => StatusOf(Running, Deadline).ShouldBe(CircularStatus.ClosedByDeadline);

    [Fact]
    public void It_closes_when_all_have_voted() => StatusOf(Running with { Voted = 7 }, Deadline.AddDays(-1)).ShouldBe(CircularStatus.ClosedAllVoted);

    [Fact]
    public void A_last_vote_at_the_deadline_is_too_late() =>
        StatusOf(Running with { Voted = 7, LastVoteAt = Deadline }, Deadline).ShouldBe(CircularStatus.ClosedByDeadline);

    [Fact]
    public void An_objection_to_the_procedure_stops_it() =>
        StatusOf(Running with { ObjectedAt = Deadline.AddDays(-1) }, Deadline.AddDays(1)).ShouldBe(CircularStatus.StoppedByObjection);

    [Fact]
    public void An_objection_after_the_deadline_changes_nothing() =>
        StatusOf(Running with { ObjectedAt = Deadline }, Deadline.AddDays(1)).ShouldBe(CircularStatus.ClosedByDeadline);

    [Fact]
    public void An_objection_with_the_last_vote_comes_too_late() =>
        StatusOf(Running with { Voted = 7, ObjectedAt = Running.LastVoteAt }, Deadline).ShouldBe(CircularStatus.ClosedAllVoted);

    [Fact]
    public void An_objection_after_all_have_voted_changes_nothing() =>
        StatusOf(Running with { Voted = 7, ObjectedAt = Deadline.AddDays(-1) }, Deadline.AddDays(1)).ShouldBe(CircularStatus.ClosedAllVoted);

    [Fact]
    public void The_council_never_decides_by_circular() =>
        CircularRules.MayUse(isCouncilOrCommittee: true, allowedByItsRules: true).Error.ShouldNotBeNull().Code.ShouldBe("circular.council");

    [Fact]
    public void A_body_needs_rules_that_allow_it()
    {
        CircularRules.MayUse(isCouncilOrCommittee: false, allowedByItsRules: false).Error.ShouldNotBeNull().Code.ShouldBe("circular.not-allowed");
        CircularRules.MayUse(isCouncilOrCommittee: false, allowedByItsRules: true).IsSuccess.ShouldBeTrue();
    }

    private static CircularStatus StatusOf(CircularResolution circular, DateTime now)
    {
        var decision = CircularRules.StatusAt(circular, now);
        decision.Reason.InGerman().ShouldNotBeEmpty();
        return decision.Status;
    }
}
