using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Funding;
using Governance.Inbox;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Papers;

/// <summary>287 real papers go their whole way through the use cases, on each database.</summary>
public sealed class CouncilPapersTests(ITestOutputHelper output)
{
    /// <summary>As many as wait for the disk together; more would only wait for the processor.</summary>
    private const int AtOnce = 4;

    private const string Workflow = "project-proposal";

    // Counted in the file, not by this program.
    private static readonly Dictionary<ProposalStage, int> Stages = new()
    {
        [ProposalStage.Decision] = 18,
        [ProposalStage.Postponed] = 1,
        [ProposalStage.Referred] = 1,
        [ProposalStage.Granted] = 235,
        [ProposalStage.Rejected] = 2,
        [ProposalStage.Noted] = 28,
        [ProposalStage.Settled] = 2,
    };

    [Theory]
    [OnEachDatabase]
    public async Task All_287_papers_end_where_the_real_councils_results_lead_and_every_cent_is_accounted_for(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 5_000_000_000);
        var import = await city.Do(city["office"], new ImportPapers(PaperFile.Council, city["owner"].PersonId, Submit: true));
        (import.Imported, import.Submitted, import.Refused.Count, import.NotSubmitted.Count).ShouldBe((287, 287, 0, 0));

        var papers = await city.Look(db => db.Set<Proposal>().AsNoTracking().OrderBy(row => row.Sequence).ToListAsync());
        await Parallel.ForEachAsync(papers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (paper, _) => await GoAsync(city, paper));
        await city.PassObjectionPeriodAsync();

        await EveryPaperStandsWhereItsResultLeadsAsync(city);
        await OpinionsWereGivenOnTheMarkedPapersAloneAsync(city);
        await CommitmentsAreTheSumGrantedAsync(city);
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
        await PrintAsync(city, provider);
        await ADryRunNamesThePapersThatWouldHaveGoneElsewhereAsync(city);
    }

    [Theory]
    [InlineData("2016/0698", DecisionOutcome.AdoptedByMajority)]
    [InlineData("2016/0709", DecisionOutcome.AdoptedByMajority)]
    [InlineData("2020/1287", DecisionOutcome.AdoptedUnanimously)]
    [InlineData("2023/0728", DecisionOutcome.AdoptedUnanimously)]
    [InlineData("2024/0417", DecisionOutcome.Adopted)]
    public void A_hearing_without_date_and_outcome_after_the_councils_decision_does_not_undo_it(string reference, DecisionOutcome outcome) =>
        CouncilResult.ByReference[reference].ShouldBe(outcome);

    private static async Task GoAsync(TestCity city, Proposal paper)
    {
        var asked = Opinions.ByReference.TryGetValue(paper.ImportReference!, out var opinion);
        await city.RecommendAsync(paper.Id, asked, opinion ?? "");
        var result = CouncilResult.ByReference[paper.ImportReference!];
        while (await city.WaitingAsync(paper.Id) is { } waiting)
        {
            if (waiting.Role == BallotRole.Decision)
            {
                if (result is { } outcome)
                    await city.DisposeOfAsync(waiting, outcome, paper.TotalCostCents);
                return;
            }

            await city.DisposeOfAsync(waiting, DecisionOutcome.PreAdvisedUnchanged, paper.TotalCostCents);
        }

        if (BodiesAct.OfficeAnswer(result?.ToCoarse()) is { } answer)
            await city.AnswerAsync(paper.Id, "office-decision", "office", answer, "Wie vom Rat beschlossen.");
    }

    private static async Task EveryPaperStandsWhereItsResultLeadsAsync(TestCity city)
    {
        var papers = await city.Look(db => db.Set<Proposal>().AsNoTracking().ToListAsync());
        var procedures = await city.Look(db => db.Set<Body>().ToDictionaryAsync(body => body.Code, body => body.Procedure));
        var wrong = papers.Select(paper => (Paper: paper, Result: CouncilResult.ByReference[paper.ImportReference!], Procedure: procedures[paper.DecidingBody!]))
            .Where(row => row.Paper.Stage != CouncilResult.StageAfter(row.Result?.ToCoarse(), row.Procedure)
                || (row.Paper.Stage == ProposalStage.Granted && row.Paper.GrantedCents != CouncilResult.Granted(row.Paper.TotalCostCents, row.Result, row.Procedure))
                || row.Paper.DecidingBody != Expected(row.Paper))
            .Select(row => $"{row.Paper.ImportReference}: {row.Result} by {row.Paper.DecidingBody} led to {row.Paper.Stage}, {row.Paper.GrantedCents} of {row.Paper.TotalCostCents}");
        wrong.ShouldBeEmpty();
        papers.CountBy(paper => paper.Stage).ToDictionary().ShouldBe(Stages, ignoreOrder: true);
    }

    private static async Task OpinionsWereGivenOnTheMarkedPapersAloneAsync(TestCity city)
    {
        var officer = city["dpo"].PersonId;
        var given = await city.Look(db => db.Set<InboxTask>().Where(task => task.ActivityId == "data-protection")
            .Join(db.Set<Proposal>(), task => task.ProposalId, paper => paper.Id, (task, paper) => new { Reference = paper.ImportReference!, Answer = task.CompletedBy == officer ? task.Outcome! : "none" })
            .ToDictionaryAsync(row => row.Reference, row => row.Answer));
        given.ShouldBe(Opinions.ByReference, ignoreOrder: true);
        given.Values.CountBy(answer => answer).ToDictionary().ShouldBe(new Dictionary<string, int> { ["NoConcerns"] = 28, ["Conditions"] = 6 }, ignoreOrder: true);
    }

    // The default authority table, written once more by hand.
    private static string Expected(Proposal paper) => paper.TotalCostCents switch
    {
        <= 25_000_00 => BodyCodes.Office,
        <= 100_000_00 => BodyCodes.Steering,
        <= 500_000_00 => paper.LifeArea switch
        {
            "mobility" or "environment" => BodyCodes.MobilityCommittee,
            "education" or "society" => BodyCodes.EducationCommittee,
            _ => BodyCodes.SafetyCommittee,
        },
        _ => BodyCodes.Council,
    };

    private static async Task CommitmentsAreTheSumGrantedAsync(TestCity city)
    {
        var granted = await city.Look(db => db.Set<Proposal>().Where(row => row.Stage == ProposalStage.Granted).GroupBy(row => row.LifeArea)
            .Select(area => new { area.Key, Cents = area.Sum(row => row.GrantedCents ?? 0) }).ToDictionaryAsync(area => area.Key, area => area.Cents));
        var waiting = await city.Look(db => db.Set<Proposal>().Where(row => row.Stage == ProposalStage.Decision || row.Stage == ProposalStage.Postponed || row.Stage == ProposalStage.Referred)
            .SumAsync(row => row.TotalCostCents));
        var lines = await city.Look(db => db.Set<BudgetLine>().AsNoTracking().Where(line => line.FiscalYear == 2026 && line.FundingSource == "city").ToListAsync());
        granted.Values.Sum().ShouldBe(378_928_931_539);
        lines.ToDictionary(line => line.LifeArea, line => line.CommittedCents).ShouldBe(granted, ignoreOrder: true);
        lines.Sum(line => line.ReservedCents).ShouldBe(waiting);
    }

    private async Task ADryRunNamesThePapersThatWouldHaveGoneElsewhereAsync(TestCity city)
    {
        (await city.Do(city["office"], new TryDefinition(Workflow, 1, null, 500))).Cases.ShouldAllBe(one => one.Verdict == ReplayVerdict.Same);

        // Taken note of is no grant: whoever connects it so gives money that nobody decided.
        var noted = await TryAsync(city, "\"activity\": \"decision\",\n          \"port\": \"Noted\"", "release-noted", "council-keeps");
        noted.ShouldBe(await NumbersAsync(city, paper => paper.Stage == ProposalStage.Noted && paper.DecidingBody != BodyCodes.Office), ignoreOrder: true);

        // The hearing that is left out: each paper that goes to a body.
        var unheard = await TryAsync(city, "\"activity\": \"more-hearings\",\n          \"port\": \"True\"", "to-hearing", "to-decision");
        unheard.ShouldBe(await NumbersAsync(city, paper => paper.DecidingBody != BodyCodes.Office && paper.DecidingBody != BodyCodes.Steering), ignoreOrder: true);
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    // Connects an outcome elsewhere, and tells which cases would have gone another way.
    private async Task<IReadOnlyList<string>> TryAsync(TestCity city, string source, string target, string other)
    {
        var text = (await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json"))).ReplaceLineEndings("\n");
        var at = text.IndexOf($"\"{target}\"", text.IndexOf(source, StringComparison.Ordinal), StringComparison.Ordinal);
        var broken = string.Concat(text.AsSpan(0, at), $"\"{other}\"", text.AsSpan(at + target.Length + 2));
        await city.Do(city["admin"], new SaveDefinitionDraft(broken, $"{target} → {other}", null));
        var draft = await city.Do(city["admin"], new GetDefinitionDraft(Workflow));
        var run = await city.Do(city["admin"], new TryDefinition(Workflow, null, null, 500));
        run.All.ShouldBe(287);
        run.Cases.ShouldAllBe(one => one.Verdict == ReplayVerdict.Same || one.Verdict == ReplayVerdict.AnotherWay);
        var elsewhere = run.Cases.Where(one => one.Verdict == ReplayVerdict.AnotherWay).ToList();
        output.WriteLine($"{draft.Note}: {elsewhere.Count} of 287 would have gone elsewhere, first at "
            + string.Join(", ", elsewhere.CountBy(one => $"{one.Differences[0].What.ActivityId} {one.Differences[0].What.Change}").Select(place => $"{place.Key} ({place.Value})")));
        await city.Do(city["admin"], new DiscardDefinitionDraft(Workflow, draft.Version));
        return [.. elsewhere.Select(one => one.Number!)];
    }

    private static Task<List<string>> NumbersAsync(TestCity city, Expression<Func<Proposal, bool>> which) =>
        city.Look(db => db.Set<Proposal>().Where(which).Select(paper => paper.Number!).ToListAsync());

    private async Task PrintAsync(TestCity city, Provider provider)
    {
        var rows = await city.Look(db => db.Set<Proposal>().GroupBy(row => new { row.DecidingBody, row.Stage })
            .Select(group => new { group.Key.DecidingBody, group.Key.Stage, Cases = group.Count(), Asked = group.Sum(row => row.TotalCostCents), Granted = group.Sum(row => row.GrantedCents ?? 0) }).ToListAsync());
        var german = CultureInfo.GetCultureInfo("de-DE");
        var table = new StringBuilder("| Decides | Stage | Cases | Asked € | Granted € |\n|---|---|---:|---:|---:|\n");
        foreach (var row in rows.OrderBy(row => BodyCodes.All.ToList().IndexOf(row.DecidingBody!)).ThenBy(row => row.Stage))
            table.Append(german, $"| {row.DecidingBody} | {row.Stage} | {row.Cases} | {row.Asked / 100m:N2} | {row.Granted / 100m:N2} |\n");
        table.Append(german, $"| **all** | | {rows.Sum(row => row.Cases)} | {rows.Sum(row => row.Asked) / 100m:N2} | {rows.Sum(row => row.Granted) / 100m:N2} |\n");
        output.WriteLine(table.ToString());
        Directory.CreateDirectory(Repository.File("artifacts"));
        await File.WriteAllTextAsync(Repository.File($"artifacts/papers-{provider.ToString().ToLowerInvariant()}.md"), table.ToString());
    }
}
