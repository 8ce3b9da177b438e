using System.Text;

namespace Governance.Tests.Papers;

/// <summary>Files of council papers made for tests.</summary>
internal static class PaperFile
{
    public const string Header = "reference,title,kind,total_cost_eur,budgeted,follow_up_cost_per_year_eur,steps";

    /// <summary>A line that is right.</summary>
    public static string Line(string reference, string cost = "1234.56", string title = "Radweg") =>
        $"{reference},{title},Beschlussvorlage,{cost},fully,,2024-05-14|Gemeinderat|Entscheidung|einstimmig beschlossen";

    /// <summary>A file of the usual header and these lines.</summary>
    public static byte[] Of(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. lines]) + "\n");

    /// <summary>The file of 287 real papers.</summary>
    public static byte[] Council => File.ReadAllBytes(TestData.PathTo("council-papers.csv"));
}
