using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Governance.Web.Api;
using Governance.Web.Texts;

namespace Governance.Web.Tests.Api;

/// <summary>Every code that the sources refuse with has a sentence in both languages.</summary>
public sealed partial class ErrorTextTests
{
    private static readonly string Sources = Path.GetFullPath(Path.Combine(Here(), "../../../src"));

    public static TheoryData<string, string> CodesAndLanguages()
    {
        var data = new TheoryData<string, string>();
        foreach (var code in Codes())
        {
            data.Add(code, "de");
            data.Add(code, "en");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(CodesAndLanguages))]
    public void A_code_has_a_sentence(string code, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        (new TextCatalog().Has("Errors." + code) || RuleText(code) is not null).ShouldBeTrue($"Errors.{language}.resx has no text for {code}.");
    }

    [Fact]
    public void Facts_are_filled_in()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        new ErrorTexts(new()).Sentence(Error.Of("person.not-found", ("userName", "anna"))).ShouldBe("There is nobody with the sign-in name “anna”.");
    }

    [Fact]
    public void A_code_without_a_text_is_still_a_sentence() =>
        new ErrorTexts(new()).Sentence(Error.Of("no.such-code")).ShouldEndWith(".");

    // Rules keep their sentences beside them, in the domain.
    private static string? RuleText(string code)
    {
        var domain = typeof(Governance.Error).Assembly;
        return domain.GetManifestResourceInfo("Governance.Texts.Reasons.resources") is null
            ? null
            : new ResourceManager("Governance.Texts.Reasons", domain).GetString(code, CultureInfo.CurrentUICulture);
    }

    private static IEnumerable<string> Codes() => Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("""(Error\.Of|WithErrorCode)\(\s*"(?<code>[a-z0-9.-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
