namespace Governance.Tests.Papers;

/// <summary>What the data protection officer says to the papers that the file marks: mostly nothing, to every fifth under conditions.</summary>
internal static class Opinions
{
    /// <summary>Reference of each marked paper to her answer.</summary>
    public static IReadOnlyDictionary<string, string> ByReference { get; } = TestData.Csv("council-papers.csv").Where(paper => paper["personal_data"] == "yes")
        .Select((paper, number) => (Reference: paper["reference"], Answer: number % 5 == 4 ? "Conditions" : "NoConcerns"))
        .ToDictionary(paper => paper.Reference, paper => paper.Answer, StringComparer.Ordinal);
}
