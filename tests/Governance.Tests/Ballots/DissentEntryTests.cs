using Governance.Ballots;
using Governance.Tests.Texts;

namespace Governance.Tests.Ballots;

public class DissentEntryTests
{
    [Fact]
    public void Nine_no_and_one_abstention_of_forty_five_leave_thirty_five_yes() =>
        new DissentEntry(Present: 45, Recused: 0, No: 9, Abstain: 1, NotVoting: 0).Yes().Value.ShouldBe(35);

    [Fact]
    public void Recused_members_and_those_who_do_not_vote_are_no_yes() =>
        new DissentEntry(Present: 45, Recused: 2, No: 9, Abstain: 1, NotVoting: 3).Yes().Value.ShouldBe(30);

    [Fact]
    public void More_dissent_than_present_is_refused() =>
        new DissentEntry(Present: 10, Recused: 1, No: 9, Abstain: 1, NotVoting: 0).Yes()
            .Error.ShouldNotBeNull().InGerman().ShouldBe("Befangene, Nein-Stimmen, Enthaltungen und nicht Abstimmende ergeben 11, anwesend sind 10.");

    [Fact]
    public void Dissent_of_all_leaves_no_yes() => new DissentEntry(Present: 10, Recused: 1, No: 5, Abstain: 3, NotVoting: 1).Yes().Value.ShouldBe(0);

    [Fact]
    public void An_empty_room_has_no_yes() => new DissentEntry(Present: 0, Recused: 0, No: 0, Abstain: 0, NotVoting: 0).Yes().Value.ShouldBe(0);

    [Theory]
    [InlineData(-1, 0, 0, 0, 0)]
    [InlineData(10, -1, 0, 0, 0)]
    [InlineData(10, 0, -1, 0, 0)]
    [InlineData(10, 0, 0, -1, 0)]
    [InlineData(10, 0, 0, 0, -1)]
    public void A_negative_number_is_refused(int present, int recused, int no, int abstain, int notVoting) =>
        new DissentEntry(present, recused, no, abstain, notVoting).Yes().Error.ShouldNotBeNull().Code.ShouldBe("ballot.dissent-negative");
}
