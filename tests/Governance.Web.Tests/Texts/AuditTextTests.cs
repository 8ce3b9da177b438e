using System.Text.RegularExpressions;

namespace Governance.Web.Tests.Texts;

/// <summary>Whatever is recorded of people, bodies and the authority table can be read on their pages.</summary>
public sealed partial class AuditTextTests
{
    [Fact]
    public void Every_act_has_words()
    {
        var folder = Path.Combine(Sources.Folder, "..", "Governance");
        var acts = new[] { "People", "Bodies" }.SelectMany(room => Directory.EnumerateFiles(Path.Combine(folder, room), "*.cs"))
            .SelectMany(file => Act().Matches(File.ReadAllText(file))).Select(match => match.Groups["act"].Value).Distinct(StringComparer.Ordinal).ToArray();

        acts.Length.ShouldBeGreaterThan(10);
        acts.Where(act => !Sources.Texts("de").ContainsKey("Admin.Audit." + act)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"RecordAsync\(\s*[^,""]+,\s*""(?<act>[a-z.-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Act();
}
