using Governance.Ballots;
using Governance.Inbox;
using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Bookmark = Governance.Processes.Bookmark;

namespace Governance.Audit.Checks;

/// <summary>Whoever is asked can answer, and whatever waits for an answer has asked exactly once: open tasks and waiting
/// activities belong together.</summary>
internal sealed class OpenTasks : ICheck
{
    private static readonly string AskingType = ActivityDescriptor.From(typeof(RequestDecision)).Type;

    public string Name => "open-tasks";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var open = db.Set<InboxTask>().AsNoTracking().Where(task => task.IsOpen);
        var bookmarks = db.Set<Bookmark>().AsNoTracking();
        found.Looked(await open.LongCountAsync(ct));
        await found.AddEachAsync(
            "task.nothing-waits",
            open.Where(task => task.BookmarkKey != null && !bookmarks.Any(row => row.Key == task.BookmarkKey)).Select(task => new { task.Id, task.BookmarkKey }).AsAsyncEnumerable(),
            task => [("task", task.Id), ("bookmark", task.BookmarkKey)],
            ct);
        await found.AddEachAsync(
            "process.not-asked-once",
            bookmarks.Where(row => row.ActivityType == AskingType).Select(row => new { row.InstanceId, row.Key, Tasks = open.Count(task => task.BookmarkKey == row.Key) })
                .Where(row => row.Tasks != 1).AsAsyncEnumerable(),
            row => [("instance", row.InstanceId), ("bookmark", row.Key), ("tasks", row.Tasks)],
            ct);
        await found.AddEachAsync(
            "task.ballot-closed",
            open.Where(task => task.BallotId != null).Join(db.Set<Ballot>().Where(ballot => ballot.Status == BallotStatus.Closed), task => task.BallotId, ballot => ballot.Id, (task, ballot) => new { Task = task.Id, Ballot = ballot.Id })
                .AsAsyncEnumerable(),
            row => [("task", row.Task), ("ballot", row.Ballot)],
            ct);
    }
}
