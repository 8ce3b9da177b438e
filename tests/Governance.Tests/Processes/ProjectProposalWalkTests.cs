using System.Text.Json.Nodes;
using CsCheck;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Workflows;

namespace Governance.Tests.Processes;

/// <summary>Whatever is answered at its stations, in whatever order, a case of the process that comes with the program ends where the definition
/// says that it ends: nothing waits in vain at a join, and nothing stands still.</summary>
public sealed class ProjectProposalWalkTests
{
    private static readonly WorkflowDefinition Definition = WorkflowDefinition.Load(File.ReadAllText(Repository.File("workflows/project-proposal.json")), ActivityRegistry.Catalog);

    private static readonly ILookup<string, string> Ports = Definition.Root.Connections.ToLookup(way => way.Source.Id, way => way.Port, StringComparer.Ordinal);

    private static readonly HashSet<string> Early = new(["Reject", "Rejected", "Return", "Noted", "Settled", "Withdrawn", "Annulled"], StringComparer.Ordinal);

    private static readonly string[] Urgent = ["Adopted", "Rejected", "NotUrgent"];

    [Fact]
    public void A_case_ends_at_an_end() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            var (status, last, notes) = Walk(new Random(seed));
            (status, notes).ShouldBe((WorkflowStatus.Finished, 0));
            last.ShouldStartWith("end");
        },
        iter: 600);

    private static (WorkflowStatus Status, string Last, int Notes) Walk(Random random)
    {
        var (notes, last) = (0, "");
        var result = Drive(WorkflowRun.Start(Definition, "walk", [], new RunContext(DateTimeOffset.UnixEpoch, 1)));
        for (var turn = 0; turn < 2_000 && result.State.Bookmarks.Count > 0; turn++)
        {
            var bookmark = result.State.Bookmarks[random.Next(result.State.Bookmarks.Count)];
            var stored = WorkflowState.Parse(result.State.ToJson());
            result = Drive(WorkflowRun.Resume(Definition, stored, new Stimulus.ResumeBookmark(bookmark.Id, [Outcome(bookmark.ActivityId)], Outputs()), new RunContext(DateTimeOffset.UnixEpoch, 1)));
        }

        return (result.Status, last, notes);

        RunResult Drive(WorkflowRun run)
        {
            while (run.Next() is { } call)
                run.Feed(random.Next(3) > 0 ? HostResult.Wait() : HostResult.Done([Outcome(call.ActivityId)], Outputs()));
            notes += run.Result.Incidents.Count;
            last = run.Result.Journal.LastOrDefault(entry => entry.Event == JournalEvent.Completed && entry.ActivityId != Definition.Root.Id)?.ActivityId ?? last;
            return run.Result;
        }

        // Mostly onward, or few would get far.
        string Outcome(string activity)
        {
            var all = Ports[activity].Distinct(StringComparer.Ordinal).ToList();
            var onward = all.Where(outcome => !Early.Contains(outcome)).ToList();
            var choice = onward.Count == 0 || random.Next(12) == 0 ? all : onward;
            return choice.Count == 0 ? "Done" : choice[random.Next(choice.Count)];
        }

        JsonObject Outputs() => new() { ["HearingBodies"] = new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(n => (JsonNode)$"body{n}")]), ["PersonalData"] = random.Next(2) == 0, ["result"] = new JsonObject { ["Result"] = Urgent[random.Next(Urgent.Length)] } };
    }
}
