using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Governance.Workflows.Tests;

/// <summary>Every scenario prints exactly what is expected.</summary>
public sealed class ScenarioTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "scenarios");

    /// <summary>Scenarios that are not supported yet, with the reason; they are skipped aloud.</summary>
    private static readonly Dictionary<string, string> NotYet = new(StringComparer.Ordinal)
    {
    };

    public static TheoryData<string> All => [.. Directory.GetFiles(Folder, "*.json").Concat(Directory.GetFiles(Path.Combine(Folder, "differs"), "*.json"))
        .Select(path => Path.GetRelativePath(Folder, path)[..^".json".Length].Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void Prints_what_is_expected(string scenario)
    {
        if (NotYet.TryGetValue(scenario, out var reason)) Assert.Skip(reason);
        var path = Path.Combine(Folder, scenario);
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter());

        var code = ScenarioRunner.Run(new(path + ".json", [],
            File.Exists(path + ".steps") ? path + ".steps" : null,
            Directory.Exists(path + ".deps") ? path + ".deps" : null), output, error);

        var expected = Lines(File.ReadAllText(path + ".expected"));
        var printed = Lines(output.ToString());
        if (File.Exists(path + ".unordered")) printed.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), error.ToString());
        else printed.ShouldBe(expected, error.ToString());
        code.ShouldBe(expected[^1] == "status: Faulted" ? ScenarioRunner.Faulted : ScenarioRunner.Succeeded);
    }

    /// <summary>Of what Elsa wrote nothing is lost, known or not.</summary>
    [Fact]
    public void A_loaded_definition_still_has_the_text_that_was_loaded()
    {
        foreach (var path in Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path);
            WorkflowDefinition.Load(text, ActivityCatalog.BuiltIn).Source.ShouldBe(text);
        }
    }

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');
}
