namespace Governance.Web.Tests.Texts;

/// <summary>C# holds no sentences for people: pages, mails and answers take them from resources, in both languages.</summary>
public sealed class WordsInCodeTests
{
    // Why each may hold words.
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["/Demo/"] = "the invented city's own data",
        ["/Pages/Styleguide/"] = "samples that exist in development only",
        ["/Commands/"] = "an administrator's shell speaks English",
        ["/Ballots/OutcomeText.cs"] = "reads what minutes say",
        ["/Bodies/StandardBodies.cs"] = "names that a city is founded with, in both languages, and may change",
        ["/Hosting/SettingsReader.cs"] = "a wrong setting stops the start with one sentence for an administrator",
        ["/Processes/DefinitionCheck.cs"] = "for whoever writes a definition, beside the English names of the format",
        ["/Processes/MissingReferences.cs"] = "one of its checks",
        ["/Processes/BeginForm.cs"] = "another",
    };

    [Fact]
    public void Code_takes_its_words_from_resources() =>
        Sources.Code.Where(file => !Exempt.Keys.Any(part => file.Contains(part, StringComparison.Ordinal)))
            .SelectMany(file => CodeWords.Of(File.ReadAllText(file)).Select(word => $"{Sources.Place(file, word.Line)}: {word.Text}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_exemption_is_needed() =>
        Exempt.Keys.Where(part => !Sources.Code.Any(file => file.Contains(part, StringComparison.Ordinal) && CodeWords.Of(File.ReadAllText(file)).Count > 0)).ShouldBeEmpty();

    [Theory]
    [InlineData("ModelState.AddModelError(\"x\", \"Bitte ausfüllen\");"), InlineData("TempData[\"done\"] = $\"Saved by {name} at last\";"), InlineData("return Error.Of(\"a.b\", (\"why\", \"nobody waits for it\"));")]
    [InlineData("Title = \"Not found\";"), InlineData("var x = a ? \"Bei Ihnen, weil\" : b;"), InlineData("new LocalText(\"Gibt es nicht\", \"b\")")]
    public void A_sentence_is_found(string code) => CodeWords.Of(code).ShouldNotBeEmpty();

    [Theory]
    [InlineData("throw new InvalidOperationException(\"This cannot be here.\");"), InlineData("return HostResult.Fault($\"{id}: there is no body.\");"), InlineData("x = texts[\"Ui.Save\"]; // ein Kommentar für alle")]
    [InlineData("[Input(Description = \"The code of the body that votes.\")]"), InlineData("Markup.El(\"span\", \"num soft nowrap\", x)"), InlineData("var sql = \"https://a.example/b\";")]
    public void What_people_do_not_read_passes(string code) => CodeWords.Of(code).ShouldBeEmpty();
}
