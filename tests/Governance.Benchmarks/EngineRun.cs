using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Workflows;
using Jint;

namespace Governance.Benchmarks;

/// <summary>The engine alone, in memory, on one thread: activities, decisions by script, starts, resumes; each beside a raw loop of the same
/// kind, measured right after it.</summary>
internal static class EngineRun
{
    private const int Turns = 1_000;
    private static readonly RunContext Context = new(new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero), 42, RunLimits.Default with { MaxActivitiesPerBurst = int.MaxValue });

    /// <summary>Measures and prints.</summary>
    public static void Print()
    {
        Console.WriteLine("\n## The engine in memory, one thread\n\n| what | a second | µs each | bytes each | raw | raw a second | ratio |\n|---|---|---|---|---|---|---|");
        var lines = Load(Chain(2 * Turns, i => i % 2 == 0 ? Line(i) : Assign(i)));
        Row("simple activity (WriteLine, SetVariable; literals, Flowchart)", 2 * Turns, () => Run(lines), "two journal entries, one line", RawActivities);
        var decisions = Load(Loop("variables.N < 1000"));
        Row("activity with a JavaScript expression (FlowDecision, SetVariable), a fresh engine each", (2 * Turns) + 1, () => Run(decisions), "a bare Jint engine with the same prepared script", RawDecisions);
        var fifty = Load(Chain(50, i => i == 0 ? Wait() : Line(i)));
        Row("start of an instance of 50 activities, to its first wait", 1, () => Start(fifty), "its JSON parsed", () => JsonNode.Parse(fifty.Source));
        var sixty = Load(Chain(60, i => i % 3 == 0 ? Wait() : Line(i)));
        var waiting = Start(sixty).State.ToJson();
        Row("resume from the stored state and back (60 activities, 20 waits)", 1, () => Resume(sixty, waiting), "the state parsed and written", () => JsonNode.Parse(waiting)!.ToJsonString());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nState of the 60-activity workflow while it waits: {waiting.Length:N0} bytes."));
    }

    private static void Row(string what, int times, Action action, string rawWhat, Action raw)
    {
        var (seconds, bytes) = Measure(action);
        var (rawSeconds, _) = Measure(raw);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {times / seconds:N0} | {1e6 * seconds / times:0.00} | {bytes / times:N0} | {rawWhat} | {times / rawSeconds:N0} | {rawSeconds / seconds:0.00} |"));
    }

    /// <summary>Seconds and bytes of one call: the best of some rounds of half a second, after the runtime has compiled for the second time.</summary>
    private static (double Seconds, double Bytes) Measure(Action action)
    {
        Round(action, 2);
        return Enumerable.Range(0, 5).Select(_ => Round(action, 0.5)).MinBy(round => round.Seconds);
    }

    private static (double Seconds, double Bytes) Round(Action action, double seconds)
    {
        var (watch, calls, bytes) = (Stopwatch.StartNew(), 0, GC.GetAllocatedBytesForCurrentThread());
        do
        {
            action();
            calls++;
        }
        while (watch.Elapsed.TotalSeconds < seconds);
        return (watch.Elapsed.TotalSeconds / calls, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)calls);
    }

    private static RunResult Start(WorkflowDefinition definition) => Drive(WorkflowRun.Start(definition, "i", [], Context));

    private static void Run(WorkflowDefinition definition)
    {
        if (Start(definition).Status != WorkflowStatus.Finished) throw new InvalidOperationException("It did not finish.");
    }

    private static void Resume(WorkflowDefinition definition, string stored)
    {
        var state = WorkflowState.Parse(stored);
        var result = Drive(WorkflowRun.Resume(definition, state, new Stimulus.ResumeBookmark(state.Bookmarks[0].Id), Context));
        if (!result.Applied) throw new InvalidOperationException(result.Refusal);
        _ = result.State.ToJson();
    }

    private static RunResult Drive(WorkflowRun run)
    {
        while (run.Next() is not null) run.Feed(HostResult.Done());
        return run.Result;
    }

    private static void RawActivities()
    {
        var (journal, lines) = (new List<JournalEntry>(), new List<string>());
        for (var i = 0; i < 2 * Turns; i++)
        {
            journal.Add(new(2 * i, "a", "Elsa.WriteLine", JournalEvent.Started, [], Context.Instant, null));
            journal.Add(new((2 * i) + 1, "a", "Elsa.WriteLine", JournalEvent.Completed, ["Done"], Context.Instant, null));
            lines.Add("text");
        }
    }

    private static readonly Prepared<Acornima.Ast.Script> Less = Engine.PrepareScript("variables.N < 1000");

    private static void RawDecisions()
    {
        for (var i = 0; i <= 2 * Turns; i++)
        {
            using var engine = new Engine();
            var variables = new Jint.Native.JsObject(engine);
            variables.Set("N", i);
            engine.SetValue("variables", variables);
            _ = engine.Evaluate(Less).AsBoolean();
        }
    }

    private static WorkflowDefinition Load(JsonObject root) => WorkflowDefinition.Load(new JsonObject
    {
        ["definitionId"] = "benchmark",
        ["version"] = 1,
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "N", ["name"] = "N", ["typeName"] = "Int32", ["value"] = "0" }),
        ["root"] = root,
    }.ToJsonString(), ActivityCatalog.BuiltIn);

    private static JsonObject Chain(int count, Func<int, JsonObject> activity)
    {
        var activities = Enumerable.Range(0, count).Select(i =>
        {
            var made = activity(i);
            made["id"] = $"a{i}";
            return made;
        }).ToArray();
        return Flowchart(activities, [.. Enumerable.Range(1, count - 1).Select(i => ($"a{i - 1}", "Done", $"a{i}"))]);
    }

    /// <summary>Counts up by one script until another says no.</summary>
    private static JsonObject Loop(string condition) => Flowchart(
        [
            new() { ["type"] = "Elsa.Start", ["id"] = "start" },
            new() { ["type"] = "Elsa.FlowDecision", ["id"] = "more", ["condition"] = Expression("JavaScript", condition) },
            new() { ["type"] = "Elsa.SetVariable", ["id"] = "set", ["variable"] = new JsonObject { ["id"] = "N" }, ["value"] = Expression("JavaScript", "variables.N + 1") },
        ],
        [("start", "Done", "more"), ("more", "True", "set"), ("set", "Done", "more")]);

    private static JsonObject Flowchart(JsonObject[] activities, (string From, string Port, string To)[] connections) => new()
    {
        ["type"] = "Elsa.Flowchart",
        ["id"] = "flow",
        ["activities"] = new JsonArray([.. activities]),
        ["connections"] = new JsonArray([.. connections.Select(c => (JsonNode)new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = c.From, ["port"] = c.Port },
            ["target"] = new JsonObject { ["activity"] = c.To, ["port"] = "In" },
        })]),
    };

    /// <summary>Sixty activities for twenty waits that are over at once.</summary>
    public static JsonObject Approvals(int waits) => Chain(3 * waits, i => i % 3 == 0 ? Delay() : Line(i));

    /// <summary>A wait that is over at once, again and again.</summary>
    public static JsonObject Endless()
    {
        var wait = Delay();
        wait["id"] = "wait";
        return Flowchart([new() { ["type"] = "Elsa.Start", ["id"] = "start" }, wait], [("start", "Done", "wait"), ("wait", "Done", "wait")]);
    }

    private static JsonObject Delay() => new() { ["type"] = "Elsa.Delay", ["timeSpan"] = Expression("Literal", "00:00:00") };

    private static JsonObject Line(int i) => new() { ["type"] = "Elsa.WriteLine", ["text"] = Expression("Literal", $"line {i}") };

    private static JsonObject Assign(int i) => new() { ["type"] = "Elsa.SetVariable", ["variable"] = new JsonObject { ["id"] = "N" }, ["value"] = Expression("Literal", i) };

    private static JsonObject Wait() => new() { ["type"] = "Elsa.Event", ["eventName"] = Expression("Literal", "approved") };

    private static JsonObject Expression(string type, JsonNode value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
