using System.Globalization;
using Governance.Ballots;
using Governance.Funding;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Proposals;

public sealed class ProposalBecomesMoneyTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_office_decides_up_to_its_limit_and_the_money_is_committed_after_the_objection_period(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var id = await city.SubmitAsync(ProposalWay.Content(20_000));
        await city.RecommendAsync(id);
        await city.AnswerAsync(id, "office-decision", "office", "Adopted");

        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.Adopted);
        (await Line(city)).ReservedCents.ShouldBe(2_000_000);

        await city.PassObjectionPeriodAsync();

        var proposal = await city.ProposalAsync(id);
        proposal.Stage.ShouldBe(ProposalStage.Granted);
        proposal.GrantedCents.ShouldBe(2_000_000);
        var line = await Line(city);
        line.ReservedCents.ShouldBe(0);
        line.CommittedCents.ShouldBe(2_000_000);
        await city.BeginExecutionAsync(id);
        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.Running);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Over_100000_euro_the_steering_group_is_heard_and_the_committee_of_the_life_area_decides(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var id = await city.SubmitAsync(ProposalWay.Content(186_400, personalData: true));
        await city.RecommendAsync(id, personalData: true);

        (await city.BallotAsync(id)).ShouldNotBeNull().Body.ShouldBe("steering");
        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.Hearing);
        await city.DecideAsync(id, DecisionOutcome.Adopted);

        (await city.BallotAsync(id)).ShouldNotBeNull().Body.ShouldBe("committee-mobility");
        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.Decision);
        await city.DecideAsync(id, DecisionOutcome.AdoptedByMajority);
        await city.PassObjectionPeriodAsync();

        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.Granted);
        (await Line(city)).CommittedCents.ShouldBe(18_640_000);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_rejection_releases_the_reservation(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.RecommendAsync(id);
        await city.DecideAsync(id, DecisionOutcome.RejectedByMajority);

        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.Rejected);
        (await Line(city)).ReservedCents.ShouldBe(0);
        (await city.Look(db => db.Set<InboxTask>().CountAsync(task => task.IsOpen && task.Kind != TaskKind.Notice))).ShouldBe(0);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_returned_proposal_comes_back_through_the_formal_check(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(id, "formal-check", "office", "Return", "Die Kosten sind nicht belegt.");
        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.Returned);

        var version = (await city.ProposalAsync(id)).Version;
        version = await city.Do(city["owner"], new SaveDraft(id, ProposalWay.Content(60_000), version));
        await city.Do(city["owner"], new SubmitProposal(id, version));

        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.FormalCheck);
        (await city.Look(db => db.Set<ProposalVersion>().CountAsync(row => row.ProposalId == id))).ShouldBe(2);
        await city.RecommendAsync(id);
        (await city.BallotAsync(id)).ShouldNotBeNull().Body.ShouldBe("steering");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Without_enough_money_the_cover_check_comes_back_to_the_treasurer(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 10_000);
        var id = await city.SubmitAsync(ProposalWay.Content(10_001));
        await city.AnswerAsync(id, "formal-check", "office", "Complete");
        (await WhyAsync(city, id)).ShouldContain("die Deckung jedes Antrags bestätigt");
        await city.AnswerAsync(id, "cover-check", "treasurer", "Confirmed");
        (await WhyAsync(city, id)).ShouldContain("es ist nichts vorgemerkt");
        await city.AnswerAsync(id, "cover-check", "treasurer", "NotCovered", "Der Ansatz reicht nicht.");

        (await Line(city)).ReservedCents.ShouldBe(0);
        await city.AnswerAsync(id, "uncovered", "office", "Reject", "Keine Deckung.");
        (await city.ProposalAsync(id)).Stage.ShouldBe(ProposalStage.Rejected);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_was_missing_once_is_forgotten_when_the_proposal_comes_back(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 10_000);
        var id = await city.SubmitAsync(ProposalWay.Content(10_001));
        await city.AnswerAsync(id, "formal-check", "office", "Complete");
        await city.AnswerAsync(id, "cover-check", "treasurer", "Confirmed");
        await city.AnswerAsync(id, "cover-check", "treasurer", "NotCovered", "Der Ansatz reicht nicht.");
        await city.AnswerAsync(id, "uncovered", "office", "Return", "Bitte kürzen.");
        await city.Do(city["owner"], new SaveDraft(id, ProposalWay.Content(9_000), (await city.ProposalAsync(id)).Version));
        await city.Do(city["owner"], new SubmitProposal(id, Version: null));
        await city.AnswerAsync(id, "formal-check", "office", "Complete");
        (await WhyAsync(city, id)).ShouldContain("die Deckung jedes Antrags bestätigt");
    }

    private static async Task<string> WhyAsync(TestCity city, Guid proposal)
    {
        var task = await city.TaskAsync(proposal, "cover-check");
        return TaskWhy.Render(await city.Look(db => db.Set<InboxTask>().Where(row => row.Id == task).Select(row => row.Why).SingleAsync()), CultureInfo.GetCultureInfo("de"));
    }

    private static Task<BudgetLine> Line(TestCity city) =>
        city.Look(db => db.Set<BudgetLine>().SingleAsync(line => line.FiscalYear == 2026 && line.LifeArea == "mobility" && line.FundingSource == "city"));
}
