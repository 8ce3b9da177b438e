using System.Text.RegularExpressions;

namespace Governance.Web.Tests.Texts;

/// <summary>Every text exists in both languages, is used, and is named rightly.</summary>
public sealed partial class TextKeyTests
{
    private static readonly Dictionary<string, string> German = Sources.Texts("de"), English = Sources.Texts("en");

    [Fact]
    public void Every_text_exists_in_both_languages()
    {
        German.Keys.Except(English.Keys).ShouldBeEmpty("not in English");
        English.Keys.Except(German.Keys).ShouldBeEmpty("not in German");
        German.Concat(English).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key).ShouldBeEmpty("empty");
    }

    [Fact]
    public void Both_languages_take_the_same_facts() =>
        German.Keys.Intersect(English.Keys).Where(key => Facts(German[key]) != Facts(English[key]) && !key.EndsWith(".One", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Every_key_stands_in_the_file_that_it_names() => Sources.Areas
        .SelectMany(area => Sources.Texts("de").Keys.Where(key => key.StartsWith(area + ".", StringComparison.Ordinal)))
        .Count().ShouldBe(German.Count);

    [Fact]
    public void Every_key_that_is_used_exists()
    {
        var areas = Sources.Areas.ToHashSet(StringComparer.Ordinal);
        var missing = from found in Sources.Literals()
                      where areas.Contains(found.Literal.Split('.')[0])
                      where found.Open || found.Literal.EndsWith('.') ? !Prefixes(found.Literal) : !Named(found.Literal)
                      select $"{found.Place}: {found.Literal}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_is_used()
    {
        var literals = Sources.Literals().ToArray();
        var whole = literals.Where(found => !found.Open).Select(found => found.Literal).ToHashSet(StringComparer.Ordinal);
        var prefixes = literals.Where(found => found.Open || found.Literal.EndsWith('.'))
            .Select(found => found.Literal).ToHashSet(StringComparer.Ordinal);
        German.Keys.Where(key => !whole.Contains(key) && !whole.Contains(Singular(key)) && !prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static bool Named(string key) => German.ContainsKey(key) || (German.ContainsKey(key + ".One") && German.ContainsKey(key + ".Other"));

    private static bool Prefixes(string start) => German.Keys.Any(key => key.StartsWith(start, StringComparison.Ordinal));

    private static string Singular(string key) => NumberPart().Replace(key, "");

    private static string Facts(string text) =>
        string.Join(' ', Fact().Matches(text).Select(match => match.Groups["number"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\.(One|Other)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPart();

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fact();
}
