using System.Text;
using CsCheck;
using Shouldly;
using Xunit;

namespace Governance.Workflows.Tests;

/// <summary>What must hold for every definition, wherever it waits.</summary>
public sealed class SuspensionProperties
{
    [Fact]
    public void Storing_and_loading_at_every_wait_changes_nothing_and_no_token_is_lost() =>
        Gen.Select(RandomDefinitions.Blocks(3), Gen.UInt).Sample((block, order) =>
        {
            var (json, lines) = RandomDefinitions.Definition(block);
            var kept = Play(json, order, store: false);
            var stored = Play(json, order, store: true);

            stored.Journal.ShouldBe(kept.Journal);
            kept.Status.ShouldBe(WorkflowStatus.Finished);
            kept.Informed.ShouldBe(0);
            kept.Lines.Order(StringComparer.Ordinal).ShouldBe(lines.Order(StringComparer.Ordinal));
        }, iter: 300);

    [Fact]
    public void Moving_to_an_equal_version_at_every_wait_changes_nothing() =>
        Gen.Select(RandomDefinitions.Blocks(3), Gen.UInt).Sample((block, order) =>
        {
            var json = RandomDefinitions.Definition(block).Json;
            Play(json, order, store: false, move: true).Journal.ShouldBe(Play(json, order, store: false).Journal);
        }, iter: 100);

    [Fact]
    public void The_same_run_gives_the_same_bytes() =>
        RandomDefinitions.Blocks(3).Sample(block =>
        {
            var definition = WorkflowDefinition.Load(RandomDefinitions.Definition(block).Json, ActivityCatalog.BuiltIn);
            var state = Build.Start(definition).State.ToJson();
            state.ShouldBe(Build.Start(definition).State.ToJson());
            WorkflowState.Parse(state).ToJson().ShouldBe(state);
        }, iter: 100);

    [Fact]
    public void Every_definition_lived_again_from_its_record_comes_to_the_same_bytes_and_through_itself_to_the_same_way() =>
        Gen.Select(RandomDefinitions.Blocks(3), Gen.UInt).Sample((block, order) =>
        {
            var case_ = new Recording(WorkflowDefinition.Load(RandomDefinitions.Definition(block).Json, ActivityCatalog.BuiltIn)).Start();
            for (var turn = 0; !case_.State.HasEnded && turn < 5000; turn++)
            {
                var bookmark = case_.State.Bookmarks[(int)((ulong)(order + turn) * 2654435761ul % (ulong)case_.State.Bookmarks.Count)];
                _ = case_.Give(new Stimulus.ResumeBookmark(bookmark.Id));
            }

            var exact = case_.Exact();
            exact.Stop.ShouldBeNull();
            exact.State!.ToJson().ShouldBe(case_.State.ToJson());
            var (trace, comparison) = case_.Through(case_.Definition);
            trace.State!.ToJson().ShouldBe(case_.State.ToJson());
            comparison.Differences.ShouldBeEmpty();
        }, iter: 200);

    /// <summary>Plays a definition to its end; the events come in an order that depends on the seed.</summary>
    private static (string Journal, List<string> Lines, WorkflowStatus Status, int Informed) Play(string json, uint seed, bool store, bool move = false)
    {
        var definition = WorkflowDefinition.Load(json, ActivityCatalog.BuiltIn);
        var journal = new StringBuilder();
        var lines = new List<string>();
        var informed = 0;
        var result = Take(Build.Start(definition));
        for (var turn = 0; result.Status == WorkflowStatus.Suspended && turn < 5000; turn++)
        {
            var state = result.State;
            if (store)
            {
                state = WorkflowState.Parse(state.ToJson());
                definition = WorkflowDefinition.Load(json, ActivityCatalog.BuiltIn);
            }
            if (move)
            {
                var other = WorkflowDefinition.Load(json.Replace($"\"version\":{definition.Version},\"name\"", $"\"version\":{definition.Version + 1},\"name\"", StringComparison.Ordinal), ActivityCatalog.BuiltIn);
                state = StateMove.Of(state, definition, other).State.ShouldNotBeNull();
                (json, definition) = (other.Source, other);
            }
            var bookmark = state.Bookmarks[(int)((ulong)(seed + turn) * 2654435761ul % (ulong)state.Bookmarks.Count)];
            result = Take(Build.Resume(definition, state, new Stimulus.ResumeBookmark(bookmark.Id)));
        }
        return (journal.ToString(), lines, result.Status, informed);

        RunResult Take(RunResult burst)
        {
            foreach (var entry in burst.Journal) journal.Append(entry.ActivityId).Append(' ').Append(entry.Event).Append(' ').AppendJoin(',', entry.Outcomes).AppendLine(entry.Detail?.ToJsonString());
            lines.AddRange(burst.Lines);
            informed += burst.Incidents.Count;
            return burst;
        }
    }
}
