using Governance.Bodies;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Proposals;

/// <summary>Documents as they were stored before climate and counter-finance were choices and follow-up cost had years.</summary>
public sealed class OldDocumentTests
{
    /// <summary>Word for word from a database of that time.</summary>
    private const string Old = """
        {"title":"Parkleitsystem Domplatz","shortTitle":"","project":"","unit":"Tiefbauamt","contact":"","leadingLifeArea":"mobility","furtherLifeAreas":[],"targetPicture":"",
         "problem":"p","goal":"g","beneficiaries":"","workPackages":[],"costs":[{"kind":"services","year":2026,"cents":8840000}],"cover":[{"source":"city","year":2026,"cents":8840000}],
         "finance":{"investment":true,"followUpPerYearCents":707200,"followUpBearer":"Fachamt","staffPostsHundredths":50,"budgeted":"Partly","counterFinance":"Höhere Parkgebühren.",
         "climate":"Keine erhebliche Auswirkung.","municipalCompanies":""},"values":{"economic":3,"economicReason":"Spart Wege.","ecologicalReason":"","socialReason":""},
         "risks":"","personalData":true,"processingRecord":"Verzeichnis ist ergänzt; Löschung nach zwei Jahren.","security":"","accessibility":"","openness":"","aiRiskClass":"",
         "partners":"","participation":"","procurement":"","resolution":"r","alternatives":"","legalBasis":"","notPublic":false,"notPublicReason":"","historyElsewhere":""}
        """;

    [Fact]
    public void The_old_text_becomes_the_sentence_and_no_choice_is_made_up()
    {
        var content = ProposalContent.Parse(Old);

        content.Finance.ShouldSatisfyAllConditions(
            finance => finance.Climate.ShouldBe("Keine erhebliche Auswirkung."),
            finance => finance.ClimateEffect.ShouldBeNull(),
            finance => finance.CounterFinance.ShouldBe("Höhere Parkgebühren."),
            finance => finance.CounterFinanceWays.ShouldBeEmpty(),
            finance => finance.FollowUpYears.ShouldBeEmpty(),
            finance => finance.YearlyFollowUpCents.ShouldBe(707_200),
            finance => finance.StaffPostsHundredths.ShouldBe(50));
        (content.ProcessingRecord, content.Deletion).ShouldBe(("Verzeichnis ist ergänzt; Löschung nach zwei Jahren.", ""));
        ProposalContent.Parse(content.ToJson()).ToJson().ShouldBe(content.ToJson(), "saved again it says the same");
        new DraftRules().Validate(content).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void To_be_submitted_again_it_needs_the_choices()
    {
        SubmissionRules.For(isImported: false).Validate(ProposalContent.Parse(Old)).Errors.Select(failure => failure.PropertyName).ShouldBe(
            ["End", "Values.Ecological", "Values.EcologicalReason", "Values.Social", "Values.SocialReason", "Finance.CounterFinanceWays", "Finance.ClimateEffect"], ignoreOrder: true);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_case_that_runs_goes_on_with_the_old_document(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var id = await city.SubmitAsync(ProposalWay.Content(88_400, personalData: true));
        await city.Look(db => db.Set<Proposal>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, Old)));
        await city.Look(db => db.Set<ProposalVersion>().Where(row => row.ProposalId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, Old)));

        await city.RecommendAsync(id, personalData: true);

        (await city.BallotAsync(id)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.Steering);
        (await city.Do(city["owner"], new GetSubmissions(id))).ShouldHaveSingleItem().Content.Finance.Climate.ShouldBe("Keine erhebliche Auswirkung.");
        (await city.Do(city["owner"], new GetProposal(id))).Content.Finance.YearlyFollowUpCents.ShouldBe(707_200);
    }

    [Theory]
    [InlineData(1_000_00, BodyCodes.Office)]
    [InlineData(1_000_01, BodyCodes.Steering)]
    public async Task The_authority_table_goes_by_the_highest_of_the_five_years(long dearest, string decides)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        AuthorityRule[] rules = [new() { When = new() { FollowUpPerYear = new(Above: null, Money.FromEuro(1_000)) }, DecidingBody = BodyCodes.Office }, new() { DecidingBody = BodyCodes.Steering }];
        var table = AuthorityJson.Write(DefaultAuthorityTable.Table with { Rules = rules });
        await city.Look(db => db.Set<AuthorityVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Rules, table)));
        var content = ProposalWay.Content(5_000);

        var id = await city.SubmitAsync(content with { Finance = content.Finance with { FollowUpYears = [new(1, 500_00), new(4, dearest), new(5, 0)], FollowUpBearer = "Amt" } });
        await city.RecommendAsync(id);

        (await city.ProposalAsync(id)).DecidingBody.ShouldBe(decides);
    }
}
