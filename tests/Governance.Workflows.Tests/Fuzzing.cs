using System.Globalization;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Governance.Workflows.Tests;

/// <summary>Spoilt files and spoilt stimuli: each is refused with a message or runs; nothing crashes, hangs or takes all memory.
/// <c>GOVERNANCE_LONG_TESTS=1</c> tries 100,000 of each, otherwise some thousand, always the same. <c>GOVERNANCE_TEST_SEED=N</c> tries the
/// number N alone and prints it.</summary>
public sealed class Fuzzing
{
    private const long Megabyte = 1_048_576;
    private static readonly string? Only = Environment.GetEnvironmentVariable("GOVERNANCE_TEST_SEED");
    private static readonly bool Long = Environment.GetEnvironmentVariable("GOVERNANCE_LONG_TESTS") == "1";
    private static readonly int Count = Long ? 100_000 : 3_000;

    // Of the processor, for the whole process: the machine may have other things to do. The long form takes one after the other; in the
    // short one other tests run beside it.
    private static readonly int Seconds = Long ? 1 : 20;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "scenarios");
    private static readonly string[] Definitions = [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    [Fact]
    public void A_spoilt_definition_is_refused_or_runs()
    {
        // What is not compiled yet is no hang.
        foreach (var json in Definitions.Take(100)) Take(json, new(0));
        var tried = new Tried();
        ForEach(Count, number =>
        {
            var mutations = new Mutations(number);
            var json = mutations.Spoil(mutations.One(Definitions));
            Print(json);
            tried.Measure(number, () => Take(json, mutations));
        });
        tried.ShouldBeModest();
        tried.Refused.ShouldBeGreaterThan(Count / 20);
        tried.Ran.ShouldBeGreaterThan(Count / 3);
    }

    [Fact]
    public void A_spoilt_stimulus_is_refused_or_resumes()
    {
        var waiting = Waiting();
        waiting.Count.ShouldBeGreaterThan(100);
        var tried = new Tried();
        ForEach(Count, number =>
        {
            var mutations = new Mutations(number);
            var (definition, state) = mutations.One(waiting);
            var stimulus = Stimulus(state, mutations);
            Print($"{state.ToJson()}\n{stimulus}");
            tried.Measure(number, () =>
            {
                var before = state.ToJson();
                var result = Drive(WorkflowRun.Resume(definition, state, stimulus, Build.Context()), mutations);
                state.ToJson().ShouldBe(before);
                if (!result.Applied)
                {
                    result.Refusal.ShouldNotBeNullOrEmpty();
                    result.State.ShouldBeSameAs(state);
                    result.Journal.ShouldBeEmpty();
                }
                else WorkflowState.Parse(result.State.ToJson()).ToJson().ShouldBe(result.State.ToJson());
                return result.Applied;
            });
        });
        tried.ShouldBeModest();
        tried.Refused.ShouldBeGreaterThan(Count / 20);
        tried.Ran.ShouldBeGreaterThan(Count / 20);
    }

    [Fact]
    public void A_spoilt_state_is_refused_or_goes_on()
    {
        var waiting = Waiting();
        var tried = new Tried();
        ForEach(Count / 3, number =>
        {
            var mutations = new Mutations(number);
            var (definition, state) = mutations.One(waiting);
            var json = mutations.Spoil(state.ToJson());
            Print(json);
            tried.Measure(number, () =>
            {
                try
                {
                    var spoilt = WorkflowState.Parse(json);
                    if (spoilt.Bookmarks.Count > 0) _ = Drive(WorkflowRun.Resume(definition, spoilt, new Stimulus.ResumeBookmark(spoilt.Bookmarks[0].Id), Build.Context()), mutations);
                    return true;
                }
                catch (Exception e) when (e is FormatException or ArgumentException)
                {
                    e.Message.ShouldNotBeNullOrEmpty();
                    return false;
                }
            });
        });
        tried.ShouldBeModest();
        tried.Refused.ShouldBeGreaterThan(Count / 60);
        tried.Ran.ShouldBeGreaterThan(Count / 60);
    }

    private static void ForEach(int count, Action<int> action)
    {
        if (Long && Only is null) for (var number = 0; number < count; number++) action(number);
        else if (Only is null) Parallel.For(0, count, action);
        else action(int.Parse(Only, CultureInfo.InvariantCulture));
    }

    private static void Print(string what)
    {
        if (Only is not null) TestContext.Current.TestOutputHelper?.WriteLine(what);
    }

    /// <summary>Loads, checks, starts, and resumes what waits some times.</summary>
    private static bool Take(string json, Mutations mutations)
    {
        WorkflowDefinition definition;
        try
        {
            definition = WorkflowDefinition.Load(json, ActivityCatalog.BuiltIn);
        }
        catch (DefinitionException e)
        {
            e.Message.ShouldNotBeNullOrEmpty();
            return false;
        }

        foreach (var problem in DefinitionValidator.Validate(definition)) problem.Message.ShouldNotBeNullOrEmpty();
        var result = Drive(WorkflowRun.Start(definition, "i", [], Build.Context()), mutations);
        for (var turn = 0; turn < 3 && result.Status == WorkflowStatus.Suspended; turn++)
        {
            var state = WorkflowState.Parse(result.State.ToJson());
            result = Drive(WorkflowRun.Resume(definition, state, Stimulus(state, mutations), Build.Context()), mutations);
        }
        return true;
    }

    private static RunResult Drive(WorkflowRun run, Mutations mutations)
    {
        while (run.Next() is not null)
        {
            run.Feed(mutations.Next(4) switch
            {
                0 => HostResult.Wait(mutations.Value()),
                1 => HostResult.Fault("broken"),
                2 => HostResult.Done(["Done"], new JsonObject { ["result"] = mutations.Value() }),
                _ => HostResult.Done(),
            });
        }
        return run.Result;
    }

    private static Stimulus Stimulus(WorkflowState state, Mutations mutations)
    {
        var bookmark = state.Bookmarks.Count > 0 && mutations.Next(4) > 0 ? mutations.One(state.Bookmarks).Id : mutations.Characters(state.InstanceId + ":1");
        var incident = state.OpenIncidents.Count > 0 ? mutations.One(state.OpenIncidents).Id : mutations.Characters(state.InstanceId + ":i1");
        var outcomes = mutations.Next(3) switch
        {
            0 => null,
            1 => ["Done"],
            _ => new[] { mutations.Value()?.ToString() ?? "", "Done" },
        };
        var outputs = mutations.Next(2) == 0 ? null : new JsonObject { ["result"] = mutations.Value(), [mutations.Value()?.ToString() ?? ""] = mutations.Value() };
        var name = state.Bookmarks.Count > 0 && mutations.Next(2) == 0 ? mutations.One(state.Bookmarks).Payload?.ToString() ?? "" : mutations.Value()?.ToString() ?? "";
        return mutations.Next(9) switch
        {
            0 or 1 or 2 => new Stimulus.ResumeBookmark(bookmark, outcomes, outputs),
            3 => new Stimulus.FaultBookmark(bookmark, mutations.Value()?.ToString() ?? ""),
            4 => new Stimulus.PublishEvent(name, mutations.Value()),
            5 => new Stimulus.Elapse(bookmark),
            6 => new Stimulus.TaskCompleted(bookmark, mutations.Value()),
            7 => new Stimulus.RetryIncident(incident),
            _ => new Stimulus.SkipIncident(incident, outcomes),
        };
    }

    /// <summary>Where the scenarios wait after their start, and where they stand after an incident.</summary>
    private static List<(WorkflowDefinition Definition, WorkflowState State)> Waiting() =>
        [.. from json in Definitions
            from strategy in new[] { json, json.Replace("\"incidentStrategyType\": null", "\"incidentStrategyType\": \"ContinueWithIncidents\"", StringComparison.Ordinal) }.Distinct(StringComparer.Ordinal)
            let definition = WorkflowDefinition.Load(strategy, ActivityCatalog.BuiltIn)
            let state = Build.Start(definition).State
            where state.Status == WorkflowStatus.Suspended
            select (definition, state)];

    /// <summary>What came of it and what it took.</summary>
    private sealed class Tried
    {
        private readonly Lock gate = new();
        private readonly List<string> excessive = [];
        private readonly List<string> failures = [];
        private (double Seconds, int Number) slowest;
        private (long Bytes, int Number) largest;

        public int Ran { get; private set; }

        public int Refused { get; private set; }

        public void Measure(int number, Func<bool> action)
        {
            var (before, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            var ran = false;
            string? failure = null;
            try
            {
                ran = action();
            }
            catch (Exception e)
            {
                failure = $"number {number}: {e}";
            }
            (var seconds, bytes) = ((Environment.CpuUsage.TotalTime - before).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
            lock (gate)
            {
                if (failure is not null) failures.Add(failure);
                else if (ran) Ran++;
                else Refused++;
                if (seconds > slowest.Seconds) slowest = (seconds, number);
                if (bytes > largest.Bytes) largest = (bytes, number);
                if (seconds > Seconds || bytes > 200 * Megabyte) excessive.Add(string.Create(CultureInfo.InvariantCulture, $"number {number}: {seconds:0.00} s, {bytes / Megabyte} MB"));
            }
        }

        /// <summary>Nothing failed, hung, or took over 200 MB, all its garbage counted.</summary>
        public void ShouldBeModest()
        {
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Ran} ran, {Refused} refused; slowest {slowest.Seconds:0.00} s (number {slowest.Number}), most allocated {largest.Bytes / Megabyte} MB (number {largest.Number})"));
            failures.Concat(excessive).ShouldBeEmpty();
        }
    }
}
