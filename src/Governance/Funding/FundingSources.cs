namespace Governance.Funding;

/// <summary>Codes of the funding sources (Finanzierungsquellen).</summary>
public static class FundingSources
{
    /// <summary>All, the city's own first.</summary>
    public static IReadOnlyList<string> All { get; } = ["city", "state", "federal", "eu", "third-party"];

    /// <summary>Place in that order; unknown ones come last.</summary>
    public static int Place(string code) => All.IndexOf(code) is >= 0 and var place ? place : All.Count;

    private static int IndexOf(this IReadOnlyList<string> list, string code)
    {
        for (var place = 0; place < list.Count; place++)
            if (list[place] == code)
                return place;
        return -1;
    }
}
