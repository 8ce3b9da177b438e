using System.Text;
using Governance.LifeAreas;
using Governance.People;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Papers;

public sealed class ImportPapersTests
{
    [Theory]
    [OnEachDatabase]
    public async Task All_real_papers_become_drafts_of_the_given_owner_with_cost_and_history(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 0);
        var result = await city.Do(city["admin"], new ImportPapers(PaperFile.Council, city["owner"].PersonId));
        result.Refused.ShouldBeEmpty();
        (result.Lines, result.Imported, result.Submitted).ShouldBe((287, 287, 0));

        var proposals = await city.Look(db => db.Set<Proposal>().AsNoTracking().ToListAsync());
        proposals.Sum(row => row.TotalCostCents).ShouldBe(404_353_437_384);
        proposals.ShouldAllBe(row => row.Stage == ProposalStage.Draft && row.OwnerId == city["owner"].PersonId);
        var paper = proposals.Single(row => row.ImportReference == "2016/0709");
        var content = ProposalContent.Parse(paper.Content);
        content.HistoryElsewhere.ShouldBe("Beschlussvorlage 2016/0709\n2016-12-13|Gemeinderat|Entscheidung|mehrheitlich beschlossen > |Ausschuss für öffentliche Einrichtungen|Vorberatung|");
        content.Costs.ShouldBe([new CostItem("other", 2026, 30_370_754)]);
        content.Cover.ShouldBe([new CoverItem("city", 2026, 30_370_754)]);
        proposals.Count(row => ProposalContent.Parse(row.Content).PersonalData == true).ShouldBe(34);
        proposals.Count(row => ProposalContent.Parse(row.Content).Finance.FollowUpPerYearCents == 4_853_217).ShouldBe(1);
    }

    [Theory]
    [OnEachDatabase]
    public async Task One_wrong_line_keeps_the_whole_file_out(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 0);
        var before = await city.Look(Fingerprint.OfAsync);
        var result = await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1"), PaperFile.Line("2", cost: "-1"), PaperFile.Line("3")), Submit: true));
        (result.Lines, result.Imported, result.Refused.Count).ShouldBe((3, 0, 1));
        (await city.Look(Fingerprint.OfAsync)).ShouldBe(before);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_dry_run_checks_and_stores_nothing(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 0);
        var before = await city.Look(Fingerprint.OfAsync);
        var result = await city.Do(Actor.System, new ImportPapers(PaperFile.Council, Submit: true, DryRun: true));
        (result.Lines, result.Imported, result.Submitted, result.Refused.Count).ShouldBe((287, 0, 0, 0));
        (await city.Look(Fingerprint.OfAsync)).ShouldBe(before);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_paper_that_is_here_already_is_refused(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 0);
        await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1"), PaperFile.Line("2"))));
        var again = await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("0"), PaperFile.Line("2"))));
        (again.Refused.ShouldHaveSingleItem().Line, again.Refused[0].Reason.Code, again.Imported).ShouldBe((3, "import.already-imported", 0));

        // Submitting a file that is here in part, or whose drafts have changed, would be submitting something else.
        (await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("0"), PaperFile.Line("2")), Submit: true))).Refused.Count.ShouldBe(1);
        (await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1"), PaperFile.Line("2", cost: "7")), Submit: true))).Refused.Count.ShouldBe(2);
        (await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1"), PaperFile.Line("2")), Submit: true, LifeArea: LifeAreaCodes.Mobility))).Refused.Count.ShouldBe(2, "a draft of another life area is another draft");
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_interrupted_submission_goes_on_where_it_stopped_and_submits_nothing_twice(Provider provider)
    {
        var plan = new FaultPlan();
        await using var city = await TestCity.FoundAsync(provider, plan.Interceptors, appropriation: 0);
        var import = new ImportPapers(PaperFile.Of([.. Enumerable.Range(1, 6).Select(number => PaperFile.Line("A/" + number))]), city["owner"].PersonId, Submit: true);

        // Amid the submissions: PostgreSQL takes several rows a statement, SQLite does not.
        plan.Arm(step: provider == Provider.Sqlite ? 80 : 60, after: false);
        await Should.ThrowAsync<Exception>(() => city.Send(city["office"], import));
        plan.Thrown.ShouldBeTrue();
        plan.Disarm();
        var begun = await city.Look(db => db.Set<Proposal>().CountAsync(row => row.Stage != ProposalStage.Draft));
        begun.ShouldBeInRange(1, 5, plan.Where);

        var rest = await city.Do(city["office"], import);
        (rest.Imported, rest.Submitted, rest.AlreadySubmitted).ShouldBe((0, 6 - begun, begun));
        var done = await city.Do(city["office"], import);
        (done.Imported, done.Submitted, done.AlreadySubmitted, done.Refused.Count).ShouldBe((0, 0, 6, 0));
        (await city.Look(db => db.Set<ProposalVersion>().CountAsync())).ShouldBe(6);
        (await city.Look(db => db.Set<Proposal>().Select(row => row.Number).ToListAsync())).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 6).Select(number => $"GA-2026-{number:0000}"));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_two_imports_of_one_file_at_once_one_stores_it_and_the_other_is_told(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 0);
        var import = new ImportPapers(PaperFile.Of([.. Enumerable.Range(1, 20).Select(number => PaperFile.Line("A/" + number))]));
        var results = await Task.WhenAll(city.Do(city["office"], import), city.Do(city["admin"], import));
        results.Select(result => (result.Imported, result.Refused.Count)).Order().ShouldBe([(0, 20), (20, 0)]);
        (await city.Look(db => db.Set<Proposal>().CountAsync())).ShouldBe(20);
    }

    [Fact]
    public async Task A_file_says_whether_personal_data_are_processed_and_one_that_does_not_says_no()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 0);
        string[] lines = [PaperFile.Header + ",personal_data", PaperFile.Line("1") + ",yes", PaperFile.Line("2") + ",no", PaperFile.Line("3") + ", "];
        await city.Do(city["office"], new ImportPapers(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("4"))));
        (await city.Look(db => db.Set<Proposal>().OrderBy(row => row.ImportReference).Select(row => row.Content).ToListAsync()))
            .Select(content => ProposalContent.Parse(content).PersonalData).ShouldBe([true, false, false, false]);
    }

    [Fact]
    public async Task A_paper_is_submitted_without_what_its_city_did_not_print_and_its_draft_never_by_a_claim_of_its_own()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 0);
        var line = PaperFile.Line("1").Replace(",fully,,", ",not,\"4.800,50\",", StringComparison.Ordinal);
        (await city.Do(city["office"], new ImportPapers(PaperFile.Of(line), city["owner"].PersonId, Submit: true))).Submitted.ShouldBe(1);
        var paper = await city.Do(city["owner"], new GetProposal(await city.Look(db => db.Set<Proposal>().Select(row => row.Id).SingleAsync())));
        (paper.IsImported, paper.Content.Finance.Budgeted, paper.Content.Finance.YearlyFollowUpCents).ShouldBe((true, BudgetState.Not, 480_050));

        // What the paper says of itself does not make it one.
        var draft = await city.Do(city["owner"], new CreateDraft(paper.Content));
        (await city.Send(city["owner"], new SubmitProposal(draft, 0))).Error!.Fields.Keys.ShouldContain("Finance.CounterFinance");
    }

    [Fact]
    public async Task Drafts_are_not_submitted_without_an_opinion_that_the_file_has_asked_for_since()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 0);
        await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1"))));
        var marked = await city.Do(city["office"], new ImportPapers(Encoding.UTF8.GetBytes($"{PaperFile.Header},personal_data\n{PaperFile.Line("1")},yes\n"), Submit: true));
        (marked.Submitted, marked.Refused.ShouldHaveSingleItem().Reason.Code).ShouldBe((0, "import.already-imported"));
    }

    [Fact]
    public async Task Without_a_given_owner_the_digitalisation_office_is_responsible_and_a_stranger_never_is()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 0);
        (await city.Send(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1")), Guid.NewGuid()))).Error!.Code.ShouldBe("import.unknown-owner");
        await city.Do(Actor.System, new ImportPapers(PaperFile.Of(PaperFile.Line("1"))));
        (await city.Look(db => db.Set<Proposal>().SingleAsync())).OwnerId.ShouldBe(city["office"].PersonId);
    }

    [Fact]
    public async Task A_returned_paper_is_its_owners_and_no_longer_the_importers_to_submit()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 0);
        await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1")), city["owner"].PersonId, Submit: true));
        var proposal = await city.Look(db => db.Set<Proposal>().SingleAsync());
        await city.AnswerAsync(proposal.Id, "formal-check", "office", "Return", "Unvollständig.");
        (await city.Send(city["office"], new SubmitProposal(proposal.Id, proposal.Version + 1))).Error!.Code.ShouldBe("access.forbidden");
    }
}
