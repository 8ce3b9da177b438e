using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Workflows.Tests;

/// <summary>Spoils texts: single characters, pieces, and, where it is JSON, values, names and parts of the tree. The same number spoils the same
/// text in the same way.</summary>
internal sealed class Mutations(int number)
{
    private static readonly string[] Words =
    [
        "", " ", "null", "True", "false", "0", "-1", "1e400", "9007199254740993", "NaN", "\u0000", "\uD800", "😀", "ß", "../..", "{{ Variables", "{% for x in (1..100000) %}{{ x }}{% endfor %}",
        "while(true){}", "'x'.repeat(1e9)", "throw 1", "a.b.c", "return", "(function f(){ f() })()", "new Array(1e9).fill(0)", "/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')", "getVariable('x')", "setVariable('x', 1n)",
        "Elsa.Flowchart", "Elsa.Sequence", "Elsa.While", "Elsa.For", "Elsa.ForEach", "Elsa.ParallelForEach", "Elsa.FlowJoin", "Elsa.Break", "Elsa.Event", "Elsa.Delay", "Elsa.Fork", "Elsa.Switch", "Elsa.FlowFork",
        "JavaScript", "Liquid", "Literal", "Object", "Variable", "Input", "Output", "WaitAll", "WaitAny", "Int32", "DateTime", "Guid[]", "9999-12-31T23:59:59Z", "0001-01-01", "P9999999D", "10675199.02:48:05", "* * * * *", "Done",
    ];

    private readonly Random random = new(number);

    /// <summary>A number below the limit.</summary>
    public int Next(int limit) => random.Next(limit);

    /// <summary>One of them.</summary>
    public T One<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Spoils a text that holds JSON.</summary>
    public string Spoil(string json)
    {
        if (random.Next(4) == 0) return Characters(json);
        var tree = JsonNode.Parse(json, documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!;
        for (var turn = random.Next(1, 5); turn > 0; turn--) Tree(tree);
        return tree.ToJsonString(new() { MaxDepth = 0 });
    }

    /// <summary>Removes, doubles, swaps and replaces characters.</summary>
    public string Characters(string text)
    {
        var spoilt = new StringBuilder(text);
        for (var turn = random.Next(1, 8); turn > 0 && spoilt.Length > 0; turn--)
        {
            var at = random.Next(spoilt.Length);
            var length = random.Next(1, Math.Min(20, spoilt.Length - at) + 1);
            switch (random.Next(5))
            {
                case 0:
                    spoilt.Remove(at, length);
                    break;
                case 1:
                    spoilt.Insert(at, spoilt.ToString(at, length));
                    break;
                case 2:
                    spoilt[at] = (char)random.Next(0x20, 0x7F);
                    break;
                case 3:
                    spoilt.Insert(at, One(Words));
                    break;
                default:
                    spoilt[at] = "{}[]\",:\\0"[random.Next(9)];
                    break;
            }
        }
        return spoilt.ToString();
    }

    /// <summary>Any value that JSON has.</summary>
    public JsonNode? Value(int depth = 2) => random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.Next(-3, 100)),
        3 => JsonNode.Parse(One(["1e308", "-0.0", "12345678901234567890123", "0.1", "9007199254740993", "-2147483649"])),
        4 or 5 or 6 => JsonValue.Create(One(Words)),
        7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1))]),
        _ => new JsonObject { [One(Words)] = Value(depth - 1), ["type"] = Value(depth - 1) },
    };

    private void Tree(JsonNode tree)
    {
        var places = new List<JsonNode>();
        Collect(tree, places);
        var place = One(places);
        switch (place)
        {
            case JsonObject { Count: > 0 } json:
                Property(json, One(json.Select(property => property.Key).ToList()), places);
                break;
            case JsonArray { Count: > 0 } array:
                Item(array, random.Next(array.Count), places);
                break;
        }
    }

    private void Property(JsonObject json, string name, List<JsonNode> places)
    {
        switch (random.Next(5))
        {
            case 0:
                json.Remove(name);
                break;
            case 1:
                json[name] = Value();
                break;
            case 2:
                json[name] = Words.Length > 0 && json[name] is JsonValue ? One(Words) : One(places).DeepClone();
                break;
            case 3:
                json[One(Words)] = json[name]?.DeepClone();
                break;
            default:
                var other = One(places);
                json[name] = other is JsonObject { Count: > 0 } same && same.ContainsKey(name) ? same[name]?.DeepClone() : other.DeepClone();
                break;
        }
    }

    private void Item(JsonArray array, int at, List<JsonNode> places)
    {
        switch (random.Next(4))
        {
            case 0:
                array.RemoveAt(at);
                break;
            case 1:
                array.Insert(random.Next(array.Count), array[at]?.DeepClone());
                break;
            case 2:
                array[at] = Value();
                break;
            default:
                array.Add(One(places).DeepClone());
                break;
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject json)
        {
            places.Add(json);
            foreach (var (_, value) in json) Collect(value, places);
        }
        else if (node is JsonArray array)
        {
            places.Add(array);
            foreach (var value in array) Collect(value, places);
        }
    }
}
