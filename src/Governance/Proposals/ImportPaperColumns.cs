namespace Governance.Proposals;

/// <summary>The columns of a file of council papers, by their names in its first line; their order does not matter.</summary>
public static class ImportPaperColumns
{
    /// <summary>The paper's number in the other system; names it once and for all.</summary>
    public const string Reference = "reference";

    /// <summary>Title.</summary>
    public const string Title = "title";

    /// <summary>Kind of paper, as the other system words it.</summary>
    public const string Kind = "kind";

    /// <summary>Total cost in euro, <c>1234.56</c>.</summary>
    public const string TotalCost = "total_cost_eur";

    /// <summary><c>fully</c>, <c>partly</c>, <c>not</c> or empty.</summary>
    public const string Budgeted = "budgeted";

    /// <summary>Follow-up cost or budget need a year in euro, as the paper prints it: <c>1.234,56</c>; or empty.</summary>
    public const string FollowUp = "follow_up_cost_per_year_eur";

    /// <summary>The chain of bodies elsewhere: <c>date|body|role|outcome</c>, joined by <c> &gt; </c>; or empty.</summary>
    public const string Steps = "steps";

    /// <summary>Code of the leading life area; the column may be missing.</summary>
    public const string LifeArea = "life_area";

    /// <summary><c>yes</c> where personal data are processed, <c>no</c> or empty; the column may be missing.</summary>
    public const string PersonalData = "personal_data";

    /// <summary>The columns that must be there.</summary>
    public static IReadOnlyList<string> Required { get; } = [Reference, Title, Kind, TotalCost, Budgeted, FollowUp, Steps];

    /// <summary>The columns that may be missing.</summary>
    public static IReadOnlyList<string> Optional { get; } = [LifeArea, PersonalData];
}
