using Governance.Ballots;
using Governance.Funding;
using Governance.Inbox;
using Governance.Objections;
using Governance.Proposals;
using Governance.Web.Pages.Proposals;

namespace Governance.Web.Pages.Inbox;

/// <summary>All that a decision needs to know of a proposal, for the pages where one decides.</summary>
/// <param name="ProposalId">Which.</param>
/// <param name="Content">What the owner wrote.</param>
/// <param name="RouteReason">Why this way: reasons as JSON.</param>
/// <param name="Earlier">What others answered before.</param>
/// <param name="Resolutions">What bodies resolved before.</param>
/// <param name="Attachments">Its files.</param>
public sealed record ProposalFacts(Guid ProposalId, ProposalContent Content, string? RouteReason, IReadOnlyList<EarlierAnswer> Earlier, IReadOnlyList<Resolution> Resolutions, IReadOnlyList<AttachmentLine> Attachments)
{
    // What the pages show in a place of its own.
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "Title", "Impact", "TotalCost", "LeadingLifeArea", "Problem", "Goal", "Cover", "FollowUpPerYear", "FollowUpBearer", "PersonalData", "ImpactAssessment", "Budgeted", "Start", "End", "Resolution",
    };

    /// <summary>What the budget has for the plan; empty for whoever does not read the budget.</summary>
    public IReadOnlyList<CoverLine> BudgetCover { get; init; } = [];

    /// <summary>Objections to earlier decisions: whoever decides anew is to know why.</summary>
    public IReadOnlyList<RaisedObjection> Objections { get; init; } = [];

    /// <summary>The years of the plan.</summary>
    public IReadOnlyList<int> Years { get; } = [.. Content.Costs.Select(item => item.Year).Concat(Content.Cover.Select(item => item.Year)).Distinct().Order()];

    /// <summary>The sources of cover in the order of the plan.</summary>
    public IReadOnlyList<string> Sources { get; } = [.. Content.Cover.Select(item => item.Source).Distinct(StringComparer.Ordinal)];

    /// <summary>The reasons of the way in sentences.</summary>
    public IReadOnlyList<string> Route { get; } = Words.Sentences(RouteReason);

    /// <summary>The finance block, without what has a place of its own.</summary>
    public IReadOnlyList<ContentLine> Finance(ContentLines lines) => [.. Others(lines).Where(ContentLines.IsFinance)];

    /// <summary>All else that the owner wrote, field by field: nothing that a decision may turn on is on another page.</summary>
    public IReadOnlyList<ContentLine> Rest(ContentLines lines) => [.. Others(lines).Where(line => !ContentLines.IsFinance(line))];

    private IEnumerable<ContentLine> Others(ContentLines lines) => lines.Of(Content).Where(line => line.Text.Length > 0 && !Shown.Contains(line.Key));

    /// <summary>Cover from a source, in a year or in all.</summary>
    public long Cover(string source, int? year = null) => Content.Cover.Where(item => item.Source == source && (year is null || item.Year == year)).Sum(item => item.Cents);

    /// <summary>Cost, in a year or in all.</summary>
    public long Cost(int? year = null) => Content.Costs.Where(item => year is null || item.Year == year).Sum(item => item.Cents);
}
