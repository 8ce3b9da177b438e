using System.Text.RegularExpressions;
using Governance.Processes;

namespace Governance.Web.Tests.Texts;

/// <summary>Whatever is recorded of people, bodies and the authority table, and every mail, has words on the pages that list them.</summary>
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

    [Fact]
    public void Every_check_of_a_definition_has_words() =>
        DefinitionCheck.Checks.Where(check => new[] { "de", "en" }.Any(language => !Sources.Texts(language).ContainsKey("Admin.Draft.Check." + check))).ShouldBeEmpty();

    [Fact]
    public void Every_mail_has_an_occasion() => Sources.Texts("de").Keys
        .Where(key => key.StartsWith("Mail.", StringComparison.Ordinal) && key.EndsWith(".Subject", StringComparison.Ordinal))
        .Select(key => "Admin.Mail.Template." + key["Mail.".Length..^".Subject".Length]).Where(key => !Sources.Texts("de").ContainsKey(key)).ShouldBeEmpty();

    [GeneratedRegex(@"RecordAsync\(\s*[^,""]+,\s*""(?<act>[a-z.-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Act();
}
