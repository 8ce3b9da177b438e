using Governance.Inbox;
using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>A suspended case waits for something or has an open incident; an ended one waits for nothing and asks nobody for
/// anything; one that waits for cases that it started waits for one that still runs, or is about to be told. Notices stay in the inbox until they are read.</summary>
internal sealed class ProcessWaits : ICheck
{
    private static readonly ProcessStatus[] Ended = [ProcessStatus.Finished, ProcessStatus.Faulted, ProcessStatus.Cancelled];

    private static readonly string[] ForOthers = ["Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows"];

    private static readonly string[] ForAnswers = ["Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest"];

    public string Name => "process-waits";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var instances = db.Set<ProcessInstance>().AsNoTracking();
        var bookmarks = db.Set<Bookmark>();
        found.Looked(await instances.LongCountAsync(ct));
        await found.AddEachAsync(
            "process.waits-for-nothing",
            instances.Where(instance => instance.Status == ProcessStatus.Suspended && !bookmarks.Any(row => row.InstanceId == instance.Id)
                && !db.Set<Incident>().Any(row => row.InstanceId == instance.Id && row.ResolvedAt == null)).Select(instance => instance.Id).AsAsyncEnumerable(),
            id => [("instance", id)],
            ct);
        await found.AddEachAsync(
            "process.ended-with-bookmark",
            instances.Where(instance => Ended.Contains(instance.Status) && bookmarks.Any(row => row.InstanceId == instance.Id)).Select(instance => instance.Id).AsAsyncEnumerable(),
            id => [("instance", id)],
            ct);
        await found.AddEachAsync(
            "process.waits-for-ended-case",
            bookmarks.AsNoTracking().Where(mark => ForOthers.Contains(mark.ActivityType)
                && !instances.Any(child => child.ParentId == mark.InstanceId && child.ParentBookmark == mark.Key && ChildCases.Running.Contains(child.Status))
                && !db.Set<CaseMessage>().Any(message => message.BookmarkKey == mark.Key)).Select(mark => new { mark.InstanceId, mark.Key }).AsAsyncEnumerable(),
            row => [("instance", row.InstanceId), ("bookmark", row.Key)],
            ct);
        await found.AddEachAsync(
            "process.waits-for-no-answer",
            bookmarks.AsNoTracking().Where(mark => ForAnswers.Contains(mark.ActivityType) && !db.Set<OutgoingRequest>().Any(request => request.BookmarkKey == mark.Key))
                .Select(mark => new { mark.InstanceId, mark.Key }).AsAsyncEnumerable(),
            row => [("instance", row.InstanceId), ("bookmark", row.Key)],
            ct);
        await found.AddEachAsync(
            "process.ended-with-task",
            db.Set<InboxTask>().AsNoTracking().Where(task => task.IsOpen && task.Kind != TaskKind.Notice)
                .Join(instances.Where(instance => Ended.Contains(instance.Status)), task => task.InstanceId, instance => instance.Id, (task, instance) => new { Task = task.Id, Instance = instance.Id }).AsAsyncEnumerable(),
            row => [("instance", row.Instance), ("task", row.Task)],
            ct);
    }
}
