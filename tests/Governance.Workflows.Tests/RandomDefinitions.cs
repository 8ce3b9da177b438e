using System.Text.Json.Nodes;
using CsCheck;

namespace Governance.Workflows.Tests;

/// <summary>Random structured definitions, each with the lines it must print in the end.</summary>
internal static class RandomDefinitions
{
    /// <summary>A block without ids: what it is and what is in it.</summary>
    public abstract record Block;
    public sealed record LineBlock : Block;
    public sealed record EventBlock : Block;
    public sealed record SequenceBlock(Block[] Items) : Block;
    public sealed record IfBlock(bool Holds, Block Then, Block Else) : Block;
    public sealed record ForEachBlock(int Count, Block Body) : Block;

    /// <summary>Branches that start together and meet in a join of the mode; a branch turns as often as its loop says.</summary>
    public sealed record DiamondBlock(string Mode, (Block Body, int Turns)[] Branches) : Block;

    public static Gen<Block> Blocks(int depth)
    {
        var leaf = Gen.OneOfConst<Block>(new LineBlock(), new LineBlock(), new EventBlock());
        if (depth == 0) return leaf;
        var inner = Blocks(depth - 1);
        return Gen.Frequency<Block>(
            (2, leaf),
            (3, inner.Array[1, 4].Select(items => (Block)new SequenceBlock(items))),
            (1, Gen.Select(Gen.Bool, inner, inner).Select((holds, a, b) => (Block)new IfBlock(holds, a, b))),
            (1, Gen.Select(Gen.Int[0, 3], inner).Select((count, body) => (Block)new ForEachBlock(count, body))),
            (3, Gen.Select(Gen.OneOfConst("WaitAll", "WaitAllActive", "implicit"), Gen.Select(inner, Gen.Int[1, 3]).Array[2, 3])
                .Select((mode, branches) => (Block)new DiamondBlock(mode, branches))));
    }

    public static (string Json, string[] Lines) Definition(Block block)
    {
        var writer = new Writer();
        var root = Build.Sequence("root", writer.Write(block, 1), writer.Write(new LineBlock(), 1));
        return (Build.Workflow(root, new JsonArray([.. writer.Counters.Select(c => (JsonNode)new JsonObject { ["id"] = c, ["name"] = c, ["typeName"] = "Int32", ["value"] = "0" })]).ToJsonString()), [.. writer.Lines]);
    }

    private sealed class Writer
    {
        private int next;

        public List<string> Lines { get; } = [];
        public List<string> Counters { get; } = [];

        public JsonObject Write(Block block, int times)
        {
            var id = $"a{++next}";
            switch (block)
            {
                case LineBlock:
                    Lines.AddRange(Enumerable.Repeat(id, times));
                    return Build.Line(id);
                case EventBlock:
                    return Build.Event(id);
                case SequenceBlock s:
                    return Build.Sequence(id, [.. s.Items.Select(item => Write(item, times))]);
                case IfBlock i:
                    return Build.Activity("Elsa.If", id, ("condition", Build.Js(i.Holds ? "1 < 2" : "1 > 2")), ("then", Write(i.Then, i.Holds ? times : 0)), ("else", Write(i.Else, i.Holds ? 0 : times)));
                case ForEachBlock f:
                    return Build.Activity("Elsa.ForEach", id, ("items", Build.Js($"Array.from({{length: {f.Count}}}, (_, i) => i)")), ("body", Write(f.Body, times * f.Count)));
                case DiamondBlock d:
                    return Diamond(id, d, times);
                default:
                    throw new InvalidOperationException();
            }
        }

        private JsonObject Diamond(string id, DiamondBlock diamond, int times)
        {
            var children = new List<JsonObject> { Build.Activity("Elsa.Start", id + "start") };
            var connections = new List<string>();
            foreach (var (index, branch) in diamond.Branches.Index())
            {
                var prefix = $"{id}b{index}";
                var counter = prefix + "n";
                Counters.Add(counter);
                var body = Write(branch.Body, times * branch.Turns);
                children.AddRange([
                    Build.Activity("Elsa.RunJavaScript", prefix + "zero", ("script", Build.Lit($"setVariable('{counter}', 0)"))),
                    body,
                    Build.Activity("Elsa.RunJavaScript", prefix + "count", ("script", Build.Lit($"setVariable('{counter}', getVariable('{counter}') + 1)"))),
                    Build.Activity("Elsa.FlowDecision", prefix + "again", ("condition", Build.Js($"getVariable('{counter}') < {branch.Turns}")))]);
                connections.AddRange([$"{id}start>{prefix}zero", $"{prefix}zero>{body["id"]}", $"{body["id"]}>{prefix}count", $"{prefix}count>{prefix}again",
                    $"{prefix}again.True>{body["id"]}", $"{prefix}again.False>{id}join"]);
            }
            children.Add(diamond.Mode == "implicit" ? Build.Activity("Elsa.SetName", id + "join", ("value", Build.Lit("x"))) : Build.Join(id + "join", diamond.Mode));
            children.Add(Write(new LineBlock(), times));
            connections.Add($"{id}join>{children[^1]["id"]}");
            return Build.Flowchart(id, children, [.. connections]);
        }
    }
}
