using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Texts;
using Governance.Workflows;

namespace Governance.Tests.Texts;

/// <summary>What the checks of a definition say, in German too: <c>Problems.resx</c> holds it under the English format.</summary>
public partial class ProblemTexts
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de"), English = CultureInfo.GetCultureInfo("en");

    private static readonly Dictionary<string, string> Sentences = XDocument.Load(Repository.File("src/Governance/Texts/Problems.resx")).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    [Fact]
    public void Every_sentence_of_a_check_is_there_and_none_is_left_over() => Sources().SelectMany(file => Formats(File.ReadAllText(file))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .ShouldBe(Sentences.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_tell_the_same_facts() =>
        Sentences.Where(pair => !Holes(pair.Key).SequenceEqual(Holes(pair.Value))).Select(pair => pair.Key).ShouldBeEmpty();

    [Fact]
    public void A_problem_is_told_in_the_readers_language()
    {
        var definition = WorkflowDefinition.Load(
            """{"definitionId":"d","root":{"id":"w","type":"Elsa.Switch","cases":[{"label":"Eins","condition":{"type":"Lua","value":"1"}}]}}""", ActivityRegistry.Catalog);

        var problem = new ProblemText(DefinitionCheck.Of(definition).ShouldHaveSingleItem());

        problem.Sentence(German).ShouldBe("Eine Art von Ausdruck Lua (in Fall Eins) gibt es nicht; richtig wäre eine von: Input, JavaScript, Liquid, Literal, Object, Output, Variable.");
        problem.Sentence(English).ShouldBe("there is no expression type Lua (of the case Eins); Input, JavaScript, Liquid, Literal, Object, Output, Variable would be right.");
        problem.Problem.Message.ShouldBe(problem.Sentence(English));
    }

    [Fact]
    public async Task A_refusal_to_publish_tells_all_problems_in_the_readers_language()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);

        var refusal = (await city.Send(
            city["admin"], new PublishDefinition("""{"definitionId":"d","root":{"id":"s","type":"Elsa.Sequence","activities":[{"id":"b","type":"Elsa.Break"},{"id":"x","type":"Acme.Nope"}]}}""", "wrong"))).Error.ShouldNotBeNull();

        refusal.Render(German).ShouldEndWith(
            "nicht in Ordnung ist: b: Break steht in keiner Schleife; richtig wäre es im Inneren eines For, ForEach, ParallelForEach oder While, sonst End., x: Die Art Acme.Nope ist unbekannt; der Katalog nennt alle, die es gibt.");
        refusal.Render(English).ShouldContain("x: the activity type Acme.Nope is unknown");
    }

    [Fact]
    public void Braces_in_what_a_definition_says_do_no_harm()
    {
        var problem = new ProblemText(new("unknown-activity", ProblemSeverity.Error, "x", $"the activity type {"{1}{x"} is unknown; see the catalog for those there are."));

        problem.Sentence(German).ShouldBe("Die Art {1}{x ist unbekannt; der Katalog nennt alle, die es gibt.");
    }

    // Where problems are made.
    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.File("src/Governance.Workflows/Validation"), "*.cs")
        .Append(Repository.File("src/Governance.Workflows/Definitions/StartTrigger.cs"))
        .Concat(new[] { "DefinitionCheck", "MissingReferences", "BeginForm", "GetDefinitionDraft" }.Select(file => Repository.File($"src/Governance/Processes/{file}.cs")));

    private static IEnumerable<string> Holes(string format) => Hole().Matches(format).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    // Of each interpolated text of a source; its holes are numbered as the compiler does.
    private static IEnumerable<string> Formats(string source)
    {
        for (var at = source.IndexOf("$\"", StringComparison.Ordinal); at >= 0; at = source.IndexOf("$\"", at, StringComparison.Ordinal))
        {
            var format = new StringBuilder();
            var (depth, holes) = (0, 0);
            for (at += 2; depth > 0 || source[at] != '"'; at++)
            {
                var letter = source[at];
                if (letter == '{' && depth++ == 0)
                    format.Append('{').Append(holes++);
                if (letter == '}')
                    depth--;
                if (depth == 0)
                    format.Append(letter);
            }

            yield return format.ToString();
        }
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
