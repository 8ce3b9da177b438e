using System.Globalization;
using Governance.Compute;
using Governance.Tests.Texts;

namespace Governance.Tests.Compute;

public class ComputeCommands
{
    [Theory]
    [InlineData("members=49 present=45 yes=23 no=20 abstain=2", "adopted")]
    [InlineData("members=49 present=45 yes=20 no=20", "rejected")]
    [InlineData("members=49 present=24 yes=24 no=0", "not-quorate")]
    [InlineData("--members=49 --present=24 --yes=24 --no=0 --second-call=with-notice", "adopted")]
    [InlineData("members=49 present=24 yes=24 no=0 second-call=without-notice", "not-quorate")]
    [InlineData("members=49 present=24 yes=24 no=0 lack-not-established=true", "adopted")]
    [InlineData("members=49 present=45 yes=30 no=15 majority=two-thirds", "adopted")]
    [InlineData("members=49 present=45 yes=30 no=15 majority=two-thirds-statutory", "rejected")]
    [InlineData("members=49 present=45 yes=24 no=15 majority=statutory", "rejected")]
    [InlineData("members=49 present=45 yes=44 no=1 majority=unanimous", "rejected")]
    [InlineData("members=7 present=5 yes=3 no=0 recused=2", "not-quorate")]
    [InlineData("members=49 present=45 no=9 abstain=1 not-voting=0", "adopted")]
    [InlineData("members=15 present=8 yes=8 no=0 council-members=4 expert-citizens=4", "not-quorate")]
    public void A_ballot_is_computed(string options, string result) => Answer(new ComputeBallot(), options).Result.ShouldBe(result);

    [Theory]
    [InlineData("present=45 yes=23 no=20", "compute.option-missing")]
    [InlineData("members=49 present=45 no=20", "compute.option-missing")]
    [InlineData("members=49 present=45 yes=20 no=20 not-voting=0", "compute.options-exclude")]
    [InlineData("members=49 present=45 yes=23.5 no=20", "compute.no-number")]
    [InlineData("members=49 present=45 yes=2e1 no=20", "compute.no-number")]
    [InlineData("members=49 present=45 yes=-3 no=20", "ballot.negative-count")]
    [InlineData("members=49 present=45 yes=30 no=20", "ballot.too-many-votes")]
    [InlineData("members=49 present=45 yes=23 no=20 majority=most", "compute.no-choice")]
    [InlineData("members=49 present=45 yes=23 no=20 second-call=yes", "compute.no-choice")]
    public void A_ballot_with_wrong_input_is_refused(string options, string code) => Refusal(new ComputeBallot(), options).Code.ShouldBe(code);

    [Theory]
    [InlineData("amount=25000", "office (Stabsstelle)")]
    [InlineData("amount=25000.01", "steering (Lenkungskreis)")]
    [InlineData("amount=250000 life-area=mobility", "committee-mobility (Fachausschuss für Mobilität und Umwelt)")]
    [InlineData("amount=250000 life-area=Bildung", "committee-education (Fachausschuss für Bildung und gesellschaftliches Zusammenleben)")]
    [InlineData("amount=250000", "committee (Fachausschuss des Lebensbereichs)")]
    [InlineData("amount=500000.01 life-area=health source=eu follow-up=1000", "council (Rat)")]
    public void An_authority_is_computed(string options, string result) => Answer(new ComputeAuthority(), options).Result.ShouldBe(result);

    [Theory]
    [InlineData("life-area=mobility", "compute.option-missing")]
    [InlineData("amount=1,000", "money.invalid")]
    [InlineData("amount=1e5", "money.invalid")]
    [InlineData("amount=-1", "authority.negative-amount")]
    [InlineData("amount=1 life-area=sports", "authority.unknown-life-area-input")]
    [InlineData("amount=1 follow-up=x", "money.invalid")]
    [InlineData("amount=1 budgeted=maybe", "compute.no-choice")]
    public void An_authority_with_wrong_input_is_refused(string options, string code) => Refusal(new ComputeAuthority(), options).Code.ShouldBe(code);

    [Theory]
    [InlineData("from=2026-03-04 period=10d", "2026-03-16")]
    [InlineData("from=2026-03-04 period=10d kind=fixed", "2026-03-14")]
    [InlineData("from=2026-12-14 period=10d kind=internal", "2026-12-28")]
    [InlineData("from=2026-03-02 period=10d start=day kind=fixed", "2026-03-11")]
    [InlineData("from=2026-05-25 period=10d state=HH", "2026-06-04")]
    [InlineData("from=2026-05-25 period=10d state=nw", "2026-06-05")]
    [InlineData("from=2026-03-30 period=10wd", "2026-04-15")]
    public void A_deadline_is_computed(string options, string result) => Answer(new ComputeDeadline(), options).Result.ShouldBe(result);

    [Theory]
    [InlineData("period=10d", "compute.option-missing")]
    [InlineData("from=2026-03-04", "compute.option-missing")]
    [InlineData("from=04.03.2026 period=10d", "compute.no-date")]
    [InlineData("from=2026-02-30 period=10d", "compute.no-date")]
    [InlineData("from=2026-03-04 period=10x", "period.invalid")]
    [InlineData("from=2026-03-04 period=10d state=XX", "calendar.unknown-state")]
    [InlineData("from=2026-03-04 period=10d state=1", "calendar.unknown-state")]
    [InlineData("from=1990-03-04 period=10d", "calendar.no-data")]
    [InlineData("from=2026-03-04 period=9999y", "period.out-of-range")]
    public void A_deadline_with_wrong_input_is_refused(string options, string code) => Refusal(new ComputeDeadline(), options).Code.ShouldBe(code);

    [Fact]
    public void The_answer_comes_first_and_the_reasons_after_it()
    {
        var answer = new ComputeAuthority().Run(Options("amount=15000"), Sentences.English).Value;

        answer.Why.Prepend(answer.Result).ShouldBe(
        [
            "office (Office)",
            "Responsible for €15,000.00: Office; the rule applies up to €25,000.00 (authority table version 1, valid from 1 January 2024, rule 1).",
            "No other body is heard before.",
            "The decision is reported to: Steering group.",
        ]);
    }

    private static ComputeAnswer Answer(IComputation computation, string options)
    {
        var answer = computation.Run(Options(options), CultureInfo.GetCultureInfo("de")).Value;
        answer.Why.ShouldNotBeEmpty();
        return answer;
    }

    private static Error Refusal(IComputation computation, string options)
    {
        var error = computation.Run(Options(options), CultureInfo.GetCultureInfo("de")).Error.ShouldNotBeNull();
        error.InGerman().ShouldNotBeEmpty();
        return error;
    }

    private static ComputeOptions Options(string text) =>
        new(text.Split(' ').Select(option => option.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));
}
