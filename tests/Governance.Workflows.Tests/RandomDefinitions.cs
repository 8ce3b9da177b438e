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
    public sealed record ForBlock(int Count, Block Body) : Block;
    public sealed record WhileBlock(int Count, Block Body) : Block;
    public sealed record ParallelForEachBlock(int Count, Block Body) : Block;
    public sealed record ForkBlock(Block[] Branches) : Block;

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
            (1, Gen.Select(Gen.Int[0, 3], inner).Select((count, body) => (Block)new ForBlock(count, body))),
            (1, Gen.Select(Gen.Int[0, 3], inner).Select((count, body) => (Block)new ParallelForEachBlock(count, body))),
            (1, Gen.Select(Gen.Int[0, 3], inner).Select((count, body) => (Block)new WhileBlock(count, body))),
            (1, inner.Array[1, 3].Select(branches => (Block)new ForkBlock(branches))),
            (3, Gen.Select(Gen.OneOfConst("WaitAll", "WaitAllActive", "implicit"), Gen.Select(inner, Gen.Int[1, 3]).Array[2, 3])
                .Select((mode, branches) => (Block)new DiamondBlock(mode, branches))));
    }

    public static (string Json, string[] Lines) Definition(Block block)
    {
        var writer = new Writer();
        var root = Build.Sequence("root", writer.Write(block, 1), writer.Write(new LineBlock(), 1));
        return (Build.Workflow(root), [.. writer.Lines]);
    }

    private sealed class Writer
    {
        private int next;

        public List<string> Lines { get; } = [];

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
                case ForBlock f:
                    return Build.Activity("Elsa.For", id, ("start", Build.Lit(1)), ("end", Build.Lit(f.Count)), ("step", Build.Lit(1)), ("body", Write(f.Body, times * f.Count)));
                case ParallelForEachBlock p:
                    return Build.Activity("Elsa.ParallelForEach", id, ("items", Build.Js($"Array.from({{length: {p.Count}}}, (_, i) => i)")), ("body", Write(p.Body, times * p.Count)));
                case ForkBlock k:
                    return Build.Activity("Elsa.Fork", id, ("joinMode", "WaitAll"), ("branches", new JsonArray([.. k.Branches.Select(branch => Write(branch, times))])));
                case WhileBlock w:
                    return While(id, w, times);
                case DiamondBlock d:
                    return Diamond(id, d, times);
                default:
                    throw new InvalidOperationException();
            }
        }

        // The counter is the container's own: a loop in a loop that runs at once several times has one each.
        private JsonObject While(string id, WhileBlock loop, int times)
        {
            var counter = id + "n";
            var body = Build.Sequence(id + "turn", Write(loop.Body, times * loop.Count), Build.Activity("Elsa.RunJavaScript", id + "count", ("script", Build.Lit($"setVariable('{counter}', getVariable('{counter}') + 1)"))));
            var sequence = Build.Sequence(id, Build.Activity("Elsa.While", id + "while", ("condition", Build.Js($"getVariable('{counter}') < {loop.Count}")), ("body", body)));
            return WithCounters(sequence, [counter]);
        }

        private static JsonObject WithCounters(JsonObject container, IEnumerable<string> counters)
        {
            container["variables"] = new JsonArray([.. counters.Select(c => (JsonNode)new JsonObject { ["id"] = c, ["name"] = c, ["typeName"] = "Int32", ["value"] = "0" })]);
            return container;
        }

        private JsonObject Diamond(string id, DiamondBlock diamond, int times)
        {
            var children = new List<JsonObject> { Build.Activity("Elsa.Start", id + "start") };
            var connections = new List<string>();
            var counters = new List<string>();
            foreach (var (index, branch) in diamond.Branches.Index())
            {
                var prefix = $"{id}b{index}";
                var counter = prefix + "n";
                counters.Add(counter);
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
            return WithCounters(Build.Flowchart(id, children, [.. connections]), counters);
        }
    }
}
