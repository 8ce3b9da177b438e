using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Governance.Texts;

namespace Governance.Tests.Texts;

public partial class ReasonTexts
{
    private static readonly ResourceManager Resources = new("Governance.Texts.Reasons", typeof(Reason).Assembly);

    [Fact]
    public void German_and_English_have_the_same_sentences() =>
        Sentences("en").Keys.Order(StringComparer.Ordinal).ShouldBe(Sentences("").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_use_the_same_facts()
    {
        var english = Sentences("en");
        foreach (var (code, german) in Sentences(""))
            Placeholders(english[code]).ShouldBe(Placeholders(german), ignoreOrder: true, customMessage: code);
    }

    [Fact]
    public void Every_code_in_the_sources_has_a_sentence()
    {
        var codes = CodesInSources().Distinct(StringComparer.Ordinal).ToList();

        codes.Count.ShouldBeGreaterThan(70);
        codes.Where(code => !Sentences("").ContainsKey(code)).ShouldBeEmpty();
    }

    [Fact]
    public void No_sentence_is_left_over()
    {
        var sources = string.Join('\n', Sources().Select(File.ReadAllText));

        // majority.simple-reached is put together from majority.simple and -reached.
        Sentences("").Keys
            .Where(code => !code.StartsWith("term.", StringComparison.Ordinal))
            .Where(code => !sources.Contains($"\"{code}\"", StringComparison.Ordinal) && !sources.Contains($"\"{Stem().Replace(code, "")}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_code_shows_itself() => Reason.Of("no.such-code").Render(CultureInfo.GetCultureInfo("de")).ShouldBe("no.such-code");

    [Fact]
    public void A_body_of_the_city_shows_its_own_code() => new Term("body", "committee-sports").Render(CultureInfo.GetCultureInfo("de")).ShouldBe("committee-sports");

    [Fact]
    public void Other_languages_read_German() => new Term("body", "council").Render(CultureInfo.GetCultureInfo("fr")).ShouldBe("Rat");

    private static Dictionary<string, string> Sentences(string culture) =>
        Resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string sentence) =>
        Placeholder().Matches(sentence).Select(m => m.Groups["name"].Value);

    private static IEnumerable<string> CodesInSources() =>
        Sources().SelectMany(file => CodeOfReasonOrError().Matches(File.ReadAllText(file))).Select(m => m.Groups["code"].Value);

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(TestData.RepositoryRoot, "src", "Governance"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("(?:Reason|Error)\\.Of\\(\\s*\"(?<code>[a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeOfReasonOrError();

    [GeneratedRegex("-(reached|missed)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stem();
}
