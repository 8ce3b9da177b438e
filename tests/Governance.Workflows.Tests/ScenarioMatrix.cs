using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Governance.Workflows.Tests;

/// <summary>The scenarios cover each activity in each situation: in a Flowchart, in a Sequence, in an instance that is suspended and resumed, and
/// failing or with a failure beside or in it; each at least twice in all, the normal case and an edge.</summary>
public sealed class ScenarioMatrix(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "scenarios");

    // A connection leads into them or out of them by a port; a Sequence has none.
    private static readonly string[] InFlowchartsAlone = ["Elsa.FlowDecision", "Elsa.FlowSwitch", "Elsa.FlowFork", "Elsa.FlowJoin"];

    // They ask other systems; Elsa printed nothing of theirs here. Their tests are HttpRequests and RequestsSweepTests.
    private static readonly string[] WithoutScenario = ["Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest"];

    [Fact]
    public void Every_activity_is_there_in_every_situation()
    {
        var seen = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Folder, "*.json").Concat(Directory.GetFiles(Path.Combine(Folder, "differs"), "*.json")))
        {
            var stem = file[..^".json".Length];
            var (resumed, failed) = (File.Exists(stem + ".steps"), File.ReadAllText(stem + ".expected").Contains("status: Faulted", StringComparison.Ordinal));
            foreach (var (type, parent) in Activities(JsonNode.Parse(File.ReadAllText(file))!["root"]!, "").Distinct())
            {
                var cells = seen.TryGetValue(type, out var known) ? known : seen[type] = new(StringComparer.Ordinal);
                Count(cells, "scenarios");
                if (parent == "Elsa.Flowchart") Count(cells, "in a Flowchart");
                if (parent == "Elsa.Sequence") Count(cells, "in a Sequence");
                if (resumed) Count(cells, "resumed");
                if (failed) Count(cells, "failed");
            }
        }

        string[] situations = ["scenarios", "in a Flowchart", "in a Sequence", "resumed", "failed"];
        var (table, missing) = (new StringBuilder($"| Activity | {string.Join(" | ", situations)} |\n|---|{string.Concat(situations.Select(_ => "---:|"))}\n"), new List<string>());
        foreach (var type in ActivityCatalog.BuiltIn.Descriptors.Select(descriptor => descriptor.Type).Except(WithoutScenario).Order(StringComparer.Ordinal))
        {
            var cells = seen.GetValueOrDefault(type) ?? [];
            table.Append("| ").Append(type).Append(" | ").AppendJoin(" | ", situations.Select(situation => cells.GetValueOrDefault(situation))).AppendLine(" |");
            missing.AddRange(situations.Where(situation => cells.GetValueOrDefault(situation) < (situation == "scenarios" ? 2 : 1) && !(situation == "in a Sequence" && InFlowchartsAlone.Contains(type)))
                .Select(situation => $"{type} {situation}"));
        }
        output.WriteLine(table.ToString());
        missing.ShouldBeEmpty();
    }

    private static void Count(Dictionary<string, int> cells, string situation) => cells[situation] = cells.GetValueOrDefault(situation) + 1;

    // Activities with the container around them, wherever they stand: in lists, in ports, in cases.
    private static IEnumerable<(string Type, string Parent)> Activities(JsonNode? node, string parent)
    {
        if (node is JsonArray list) return list.SelectMany(item => Activities(item, parent));
        if (node is not JsonObject one) return [];
        var type = one["id"] is not null && one["type"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Contains('.', StringComparison.Ordinal) ? text : null;
        var inner = one.Where(property => property.Key is not ("metadata" or "customProperties" or "connections" or "variables")).SelectMany(property => Activities(property.Value, type ?? parent));
        return type is null ? inner : inner.Prepend((type, parent));
    }
}
