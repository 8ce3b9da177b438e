using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Proposals;

/// <summary>What a project owner writes (domain: the proposal). Immutable; a draft is saved as a new content, a submission freezes
/// it as a <see cref="ProposalVersion"/>. Amounts are euro cents. Null or empty means: not filled in yet.</summary>
public sealed record ProposalContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Title, at most 300 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>Short title for lists.</summary>
    public string ShortTitle { get; init; } = "";

    /// <summary>The project it belongs to: proposals of one project within 12 months add up for the authority check.</summary>
    public string Project { get; init; } = "";

    /// <summary>Responsible unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How to reach the owner.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Code of the leading life area.</summary>
    public string LeadingLifeArea { get; init; } = "";

    /// <summary>Codes of further life areas.</summary>
    public IReadOnlyList<string> FurtherLifeAreas { get; init; } = [];

    /// <summary>Contribution to the target picture (Zielbild).</summary>
    public string TargetPicture { get; init; } = "";

    /// <summary>The problem.</summary>
    public string Problem { get; init; } = "";

    /// <summary>The goal.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Who benefits.</summary>
    public string Beneficiaries { get; init; } = "";

    /// <summary>Work packages and milestones.</summary>
    public IReadOnlyList<WorkPackage> WorkPackages { get; init; } = [];

    /// <summary>First day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Cost by kind × year.</summary>
    public IReadOnlyList<CostItem> Costs { get; init; } = [];

    /// <summary>Cover by source × year.</summary>
    public IReadOnlyList<CoverItem> Cover { get; init; } = [];

    /// <summary>The finance block of the paper (Finanzielle Auswirkungen).</summary>
    public FinanceBlock Finance { get; init; } = new();

    /// <summary>Economic, ecological and social value.</summary>
    public ProposalValues Values { get; init; } = new();

    /// <summary>Risks.</summary>
    public string Risks { get; init; } = "";

    /// <summary>True when personal data are processed; null while not answered.</summary>
    public bool? PersonalData { get; init; }

    /// <summary>True when there is a data protection impact assessment.</summary>
    public bool? ImpactAssessment { get; init; }

    /// <summary>Record of processing activities. Documents from before <see cref="Deletion"/> had a field speak of deletion here.</summary>
    public string ProcessingRecord { get; init; } = "";

    /// <summary>When and how data are deleted.</summary>
    public string Deletion { get; init; } = "";

    /// <summary>IT security.</summary>
    public string Security { get; init; } = "";

    /// <summary>Accessibility.</summary>
    public string Accessibility { get; init; } = "";

    /// <summary>Openness and re-use by other cities.</summary>
    public string Openness { get; init; } = "";

    /// <summary>AI risk class under the AI act; <c>none</c> when no AI is used; empty while not answered.</summary>
    public string AiRiskClass { get; init; } = "";

    /// <summary>Partners.</summary>
    public string Partners { get; init; } = "";

    /// <summary>Participation planned.</summary>
    public string Participation { get; init; } = "";

    /// <summary>Procurement (§ 75a GO NRW; EU thresholds apart).</summary>
    public string Procurement { get; init; } = "";

    /// <summary>True when the staff council must be heard (§ 72 LPVG).</summary>
    public bool? StaffCouncil { get; init; }

    /// <summary>Proposed resolution.</summary>
    public string Resolution { get; init; } = "";

    /// <summary>Alternatives.</summary>
    public string Alternatives { get; init; } = "";

    /// <summary>Legal basis.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>True when the paper is not public; then with a reason.</summary>
    public bool NotPublic { get; init; }

    /// <summary>Why it is not public (§ 48 (2) GO NRW).</summary>
    public string NotPublicReason { get; init; } = "";

    /// <summary>The paper's history in the council it was imported from, as text.</summary>
    public string HistoryElsewhere { get; init; } = "";

    /// <summary>Sum of the cost items.</summary>
    [JsonIgnore]
    public Money TotalCost => Money.Sum(Costs.Select(item => new Money(item.Cents)));

    /// <summary>As stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>As stored.</summary>
    public static ProposalContent Parse(string json) => JsonSerializer.Deserialize<ProposalContent>(json, Json)!;
}

/// <summary>A piece of work with the day it is done by.</summary>
public sealed record WorkPackage(string Name, string Result, DateOnly? DoneBy = null);

/// <summary>Cost of one kind in one year: personnel, material, services, investment, other; euro cents.</summary>
public sealed record CostItem(string Kind, int Year, long Cents);

/// <summary>Cover from one source in one year: city, state, federal, eu, third-party; euro cents.</summary>
public sealed record CoverItem(string Source, int Year, long Cents);

/// <summary>How far the cost stands in the budget.</summary>
public enum BudgetState
{
    /// <summary>Yes.</summary>
    Fully,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>No.</summary>
    Not,
}

/// <summary>What the project means for the climate.</summary>
public enum ClimateEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A little good.</summary>
    SmallPositive,

    /// <summary>Much good.</summary>
    LargePositive,

    /// <summary>A little harm.</summary>
    SmallNegative,

    /// <summary>Much harm.</summary>
    LargeNegative,
}

/// <summary>What pays for cost that is not in the budget.</summary>
public enum CounterFinanceWay
{
    /// <summary>Higher receipts.</summary>
    HigherReceipts,

    /// <summary>Existing tasks are dropped.</summary>
    DroppedTasks,

    /// <summary>Shifting within the department.</summary>
    WithinDepartment,
}

/// <summary>What follows in one of the five years after the end, in euro cents and hundredths of staff posts.</summary>
/// <param name="Number">1 is the first year after the end: the end may move, and what follows moves with it.</param>
/// <param name="Cents">Cost, staff included; null while not answered.</param>
/// <param name="StaffPostsHundredths">Staff posts; null while not answered.</param>
public sealed record FollowUpYear(int Number, long? Cents = null, int? StaffPostsHundredths = null);

/// <summary>The finance block that a council paper prints (domain: Finanzielle Auswirkungen). Euro cents. That there is an impact at
/// all, and the total cost, follow from the plan and are not asked again. Documents from before the choices had fields of their own
/// hold a free text in <see cref="Climate"/> and <see cref="CounterFinance"/>: it is read as the sentence, with no choice made.</summary>
public sealed record FinanceBlock
{
    /// <summary>How many years after the end are asked for.</summary>
    public const int Years = 5;

    /// <summary>True for an investment, false for consumption, null while not answered.</summary>
    public bool? Investment { get; init; }

    /// <summary>Follow-up cost a year, staff included, where the same figure stands for every year: papers that are imported and
    /// documents from before <see cref="FollowUpYears"/>. Beside years it must be <see cref="YearlyFollowUpCents"/>.</summary>
    public long? FollowUpPerYearCents { get; init; }

    /// <summary>Follow-up cost and staff posts of the five years after the end; years that were not answered are missing.</summary>
    public IReadOnlyList<FollowUpYear> FollowUpYears { get; init; } = [];

    /// <summary>The yearly figure that the authority table and all who decide go by: the highest of the five years. A mean would let a
    /// dear year pass below a threshold, a sum would not be a figure a year; whoever may decide on the highest year may on each. It is
    /// computed, so that it cannot differ from the years; without years it is the one figure.</summary>
    [JsonIgnore]
    public long? YearlyFollowUpCents => FollowUpYears.Max(year => year.Cents) ?? FollowUpPerYearCents;

    /// <summary>Who bears the follow-up cost.</summary>
    public string FollowUpBearer { get; init; } = "";

    /// <summary>Staff posts that follow in each year, in hundredths, where the same stands for all of them.</summary>
    public int? StaffPostsHundredths { get; init; }

    /// <summary>Depreciation a year.</summary>
    public long? DepreciationPerYearCents { get; init; }

    /// <summary>Total receipts.</summary>
    public long? ReceiptsCents { get; init; }

    /// <summary>Yearly yield.</summary>
    public long? YieldPerYearCents { get; init; }

    /// <summary>Whether it stands in the budget.</summary>
    public BudgetState? Budgeted { get; init; }

    /// <summary>If not fully: what pays for it; several may apply.</summary>
    public IReadOnlyList<CounterFinanceWay> CounterFinanceWays { get; init; } = [];

    /// <summary>The sentence to it: which receipts, which tasks, from where.</summary>
    public string CounterFinance { get; init; } = "";

    /// <summary>Relevance for the climate; null while not answered.</summary>
    public ClimateEffect? ClimateEffect { get; init; }

    /// <summary>The sentence to it.</summary>
    public string Climate { get; init; } = "";

    /// <summary>Agreement with municipal companies.</summary>
    public string MunicipalCompanies { get; init; } = "";

    /// <summary>True when something was answered. Lists compare by reference, so an empty one that was read differs from a new one.</summary>
    [JsonIgnore]
    public bool IsTouched => FollowUpYears.Count + CounterFinanceWays.Count > 0 || this with { FollowUpYears = [], CounterFinanceWays = [] } != new FinanceBlock();
}

/// <summary>Three values, each 0 to 5 with a reason.</summary>
public sealed record ProposalValues
{
    /// <summary>Economic.</summary>
    public int? Economic { get; init; }

    /// <summary>Why.</summary>
    public string EconomicReason { get; init; } = "";

    /// <summary>Ecological.</summary>
    public int? Ecological { get; init; }

    /// <summary>Why.</summary>
    public string EcologicalReason { get; init; } = "";

    /// <summary>Social.</summary>
    public int? Social { get; init; }

    /// <summary>Why.</summary>
    public string SocialReason { get; init; } = "";
}
