using System.Globalization;
using Governance.Proposals;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;

namespace Governance.Web.Pages.Proposals;

/// <summary>A statement of a proposal in words.</summary>
/// <param name="Key">Name of the field.</param>
/// <param name="Label">Its label.</param>
/// <param name="Text">What was written, with line breaks; empty when nothing was.</param>
public sealed record ContentLine(string Key, string Label, string Text);

/// <summary>A statement that changed between two submissions.</summary>
public sealed record ContentChange(string Label, string Before, string After);

/// <summary>All that a proposal says, field by field, as text: for reading and for comparing.</summary>
public sealed class ContentLines(TextCatalog texts, ProposalWords words)
{
    private static readonly HashSet<string> Block = new(StringComparer.Ordinal)
    {
        "Impact", "Investment", "TotalCost", "FollowUpPerYear", "FollowUpYears", "FollowUpBearer", "StaffPosts", "DepreciationPerYear", "Receipts", "YieldPerYear", "Budgeted",
        "CounterFinanceWays", "ClimateEffect", "MunicipalCompanies",
    };

    /// <summary>Whether a line belongs to the finance block of a paper.</summary>
    public static bool IsFinance(ContentLine line) => Block.Contains(line.Key);

    /// <summary>Every field in the order of the form.</summary>
    public IReadOnlyList<ContentLine> Of(ProposalContent content)
    {
        var values = content.Values;
        return
        [
            Line("Title", content.Title), Line("ShortTitle", content.ShortTitle), Line("Project", content.Project), Line("Unit", content.Unit),
            Line("Contact", content.Contact), Line("LeadingLifeArea", ProposalWords.LifeArea(content.LeadingLifeArea)),
            Line("FurtherLifeAreas", string.Join(", ", content.FurtherLifeAreas.Select(ProposalWords.LifeArea))), Line("Partners", content.Partners),
            Line("Problem", content.Problem), Line("Goal", content.Goal), Line("TargetPicture", content.TargetPicture),
            Line("Beneficiaries", content.Beneficiaries), Line("Participation", content.Participation),
            Line("Start", Day(content.Start)), Line("End", Day(content.End)),
            Line("WorkPackages", string.Join('\n', content.WorkPackages.Select(package => string.Join(" · ", new[] { package.Name, package.Result, Day(package.DoneBy) }.Where(part => part.Length > 0))))),
            Line("Economic", Value(values.Economic, values.EconomicReason)), Line("Ecological", Value(values.Ecological, values.EcologicalReason)),
            Line("Social", Value(values.Social, values.SocialReason)),
            Line("Costs", Items(content.Costs.Select(item => (item.Year, Word: words.Cost(item.Kind), item.Cents)))),
            Line("Cover", Items(content.Cover.Select(item => (item.Year, Word: words.Source(item.Source), item.Cents)))),
            .. Finance(content.Finance, content.TotalCost.Cents),
            Line("Risks", content.Risks), Line("PersonalData", words.YesNo(content.PersonalData)), Line("ImpactAssessment", words.YesNo(content.ImpactAssessment)),
            Line("ProcessingRecord", content.ProcessingRecord), Line("Deletion", content.Deletion), Line("Security", content.Security), Line("AiRiskClass", words.AiRisk(content.AiRiskClass)),
            Line("Accessibility", content.Accessibility), Line("Openness", content.Openness), Line("Procurement", content.Procurement),
            Line("StaffCouncil", words.YesNo(content.StaffCouncil)), Line("Resolution", content.Resolution), Line("Alternatives", content.Alternatives),
            Line("LegalBasis", content.LegalBasis), Line("NotPublic", content.NotPublic ? words.YesNo(answer: true) : ""), Line("NotPublicReason", content.NotPublicReason),
            Line("HistoryElsewhere", content.HistoryElsewhere),
        ];
    }

    /// <summary>What differs, in the order of the form.</summary>
    public IReadOnlyList<ContentChange> Between(ProposalContent before, ProposalContent after) =>
        [.. Of(before).Zip(Of(after)).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => new ContentChange(pair.First.Label, pair.First.Text, pair.Second.Text))];

    // In the order in which a council paper prints it; whether there is an impact at all follows from the figures.
    private ContentLine[] Finance(FinanceBlock finance, long total) =>
    [
        Line("Impact", total > 0 || finance.YearlyFollowUpCents > 0 || finance.ReceiptsCents > 0 || finance.YieldPerYearCents > 0 ? words.YesNo(answer: true) : ""),
        Line("Investment", finance.Investment is { } investment ? texts[$"Proposals.Investment.{investment}"] : ""), Line("TotalCost", total > 0 ? Euro.Format(total) : ""),
        Line("FollowUpPerYear", Money(finance.YearlyFollowUpCents)), Line("FollowUpYears", Years(finance.FollowUpYears)), Line("FollowUpBearer", finance.FollowUpBearer),
        Line("StaffPosts", finance.StaffPostsHundredths is { } posts ? Posts(posts) : ""),
        Line("DepreciationPerYear", Money(finance.DepreciationPerYearCents)), Line("Receipts", Money(finance.ReceiptsCents)),
        Line("YieldPerYear", Money(finance.YieldPerYearCents)), Line("Budgeted", finance.Budgeted is { } state ? texts[$"Proposals.Budgeted.{state}"] : ""),
        Line("CounterFinanceWays", Joined(string.Join(", ", finance.CounterFinanceWays.Order().Select(way => texts[$"Proposals.CounterFinance.{way}"])), finance.CounterFinance)),
        Line("ClimateEffect", Joined(finance.ClimateEffect is { } effect ? texts[$"Proposals.Climate.{effect}"] : "", finance.Climate)), Line("MunicipalCompanies", finance.MunicipalCompanies),
    ];

    private string Years(IReadOnlyList<FollowUpYear> years) => years.Count == 0 ? "" : string.Join('\n', [
        .. years.OrderBy(year => year.Number).Select(year => string.Join(", ", new[]
        {
            texts["Proposals.FollowUp.Line", year.Number, year.Cents is { } cents ? Euro.Format(cents) : "–"],
            year.StaffPostsHundredths is { } posts ? texts["Proposals.FollowUp.Posts", Posts(posts)] : "",
        }.Where(part => part.Length > 0))),
        texts["Proposals.FollowUp.Sum", Euro.Format(years.Sum(year => year.Cents ?? 0))]]);

    // What was chosen, then the sentence to it; older documents have the sentence alone.
    private static string Joined(string chosen, string sentence) => string.Join(" · ", new[] { chosen, sentence }.Where(part => part.Length > 0));

    private static string Posts(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.CurrentCulture);

    private ContentLine Line(string key, string text) => new(key, words.Field(key), text);

    private string Value(int? value, string reason) =>
        value is { } points ? texts["Proposals.Points", points] + (reason.Length == 0 ? "" : $" · {reason}") : reason;

    private static string Items(IEnumerable<(int Year, string Word, long Cents)> items) =>
        string.Join('\n', items.OrderBy(item => item.Year).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Year}, {item.Word}: {Euro.Format(item.Cents)}")));

    private static string Day(DateOnly? day) => day is { } known ? Dates.Short(known) : "";

    private static string Money(long? cents) => cents is { } known ? Euro.Format(known) : "";
}
