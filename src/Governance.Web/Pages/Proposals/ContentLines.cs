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
    /// <summary>Every field in the order of the form.</summary>
    public IReadOnlyList<ContentLine> Of(ProposalContent content)
    {
        var (finance, values) = (content.Finance, content.Values);
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
            .. Finance(finance),
            Line("Risks", content.Risks), Line("PersonalData", words.YesNo(content.PersonalData)), Line("ImpactAssessment", words.YesNo(content.ImpactAssessment)),
            Line("ProcessingRecord", content.ProcessingRecord), Line("Security", content.Security), Line("AiRiskClass", content.AiRiskClass),
            Line("Accessibility", content.Accessibility), Line("Openness", content.Openness), Line("Procurement", content.Procurement),
            Line("StaffCouncil", words.YesNo(content.StaffCouncil)), Line("Resolution", content.Resolution), Line("Alternatives", content.Alternatives),
            Line("LegalBasis", content.LegalBasis), Line("NotPublic", content.NotPublic ? words.YesNo(answer: true) : ""), Line("NotPublicReason", content.NotPublicReason),
            Line("HistoryElsewhere", content.HistoryElsewhere),
        ];
    }

    /// <summary>What differs, in the order of the form.</summary>
    public IReadOnlyList<ContentChange> Between(ProposalContent before, ProposalContent after) =>
        [.. Of(before).Zip(Of(after)).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => new ContentChange(pair.First.Label, pair.First.Text, pair.Second.Text))];

    private IEnumerable<ContentLine> Finance(FinanceBlock finance) =>
    [
        Line("Investment", finance.Investment is { } investment ? texts[$"Proposals.Investment.{investment}"] : ""),
        Line("FollowUpPerYear", Money(finance.FollowUpPerYearCents)), Line("FollowUpBearer", finance.FollowUpBearer),
        Line("StaffPosts", finance.StaffPostsHundredths is { } posts ? (posts / 100m).ToString("0.##", CultureInfo.CurrentCulture) : ""),
        Line("DepreciationPerYear", Money(finance.DepreciationPerYearCents)), Line("Receipts", Money(finance.ReceiptsCents)),
        Line("YieldPerYear", Money(finance.YieldPerYearCents)), Line("Budgeted", finance.Budgeted is { } state ? texts[$"Proposals.Budgeted.{state}"] : ""),
        Line("CounterFinance", finance.CounterFinance), Line("Climate", finance.Climate), Line("MunicipalCompanies", finance.MunicipalCompanies),
    ];

    private ContentLine Line(string key, string text) => new(key, words.Field(key), text);

    private string Value(int? value, string reason) =>
        value is { } points ? texts["Proposals.Points", points] + (reason.Length == 0 ? "" : $" · {reason}") : reason;

    private static string Items(IEnumerable<(int Year, string Word, long Cents)> items) =>
        string.Join('\n', items.OrderBy(item => item.Year).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Year}, {item.Word}: {Euro.Format(item.Cents)}")));

    private static string Day(DateOnly? day) => day is { } known ? Dates.Short(known) : "";

    private static string Money(long? cents) => cents is { } known ? Euro.Format(known) : "";
}
