using System.Globalization;
using Governance.Bodies;

namespace Governance.Tests.Papers;

/// <summary>Some of the real papers, chosen by who decides on them.</summary>
internal static class RealPapers
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> All = TestData.Csv("council-papers.csv");

    /// <summary>A file of so many papers, as evenly as it goes for these bodies; each reference begins with @.</summary>
    public static byte[] Mixed(int count, string[] bodies)
    {
        var chosen = Enumerable.Range(0, count).Select(number => Of(bodies[number % bodies.Length], number / bodies.Length));
        return PaperFile.Of([.. chosen.Select(paper => $"@{paper["reference"]},\"{paper["title"].Replace("\"", "\"\"", StringComparison.Ordinal)}\",{paper["kind"]},{paper["total_cost_eur"]},{paper["budgeted"]},,\"{paper["steps"].Replace("\"", "\"\"", StringComparison.Ordinal)}\"")]);
    }

    // Small sums first: a table of many rows fits on one budget line.
    private static IReadOnlyDictionary<string, string> Of(string body, int number) =>
        All.Where(paper => BodyOf(Cost(paper)) == body).OrderBy(Cost).ElementAt(number);

    private static string BodyOf(decimal cost) => cost switch
    {
        <= 25_000 => BodyCodes.Office,
        <= 100_000 => BodyCodes.Steering,
        <= 500_000 => BodyCodes.CommitteeOfLifeArea,
        _ => BodyCodes.Council,
    };

    private static decimal Cost(IReadOnlyDictionary<string, string> paper) => decimal.Parse(paper["total_cost_eur"], CultureInfo.InvariantCulture);
}
