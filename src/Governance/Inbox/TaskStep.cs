using Governance.Audit;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Reads what answering a task needs in one question, for each further one is a way to the database and back while the case is
/// locked: the task, its proposal, the end of the proposal's audit trail, and what waits for the task's bookmark.</summary>
public sealed class TaskStep(GovernanceDb db, AuditTrail audit, ProcessRecorder recorder)
{
    private static readonly CompiledListQuery<Guid, Rows> RowsOf = new((db, id) =>
        from task in db.Set<InboxTask>().AsSingleQuery()
        join proposal in db.Set<Proposal>() on task.ProposalId equals proposal.Id
        join row in db.Set<Bookmark>() on task.BookmarkKey equals row.Key into bookmarks
        from bookmark in bookmarks.DefaultIfEmpty()
        join waits in db.Set<InboxTask>() on task.BookmarkKey equals waits.BookmarkKey into others
        from other in others.DefaultIfEmpty()
        where task.Id == id
        select new Rows(
            task,
            proposal,
            db.Set<AuditEntry>().Where(entry => entry.SubjectId == task.ProposalId).Max(entry => (int?)entry.Number),
            db.Set<AuditEntry>().Where(entry => entry.SubjectId == task.ProposalId).OrderByDescending(entry => entry.Number).Select(entry => entry.Hash).FirstOrDefault(),
            bookmark,
            other,
            db.Set<TaskDraft>().Any(draft => draft.TaskId == other.Id)));

    /// <summary>Locks the case of a task that exists, and reads.</summary>
    /// <param name="taskId">Which task.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The case and the task as they are now.</returns>
    public async Task<(ProcessInstance Instance, InboxTask Task)> LockAsync(Guid taskId, CancellationToken ct)
    {
        var instance = await db.LockCaseOfTaskAsync(taskId, ct);
        var rows = await RowsOf.AskAsync(db, taskId, ct);
        var first = rows[0];
        audit.Ends(first.Task.ProposalId, first.Number, first.Hash);
        if (first.Bookmark is { } bookmark)
            recorder.Waits(bookmark, [.. rows.Select(row => row.Waiting).OfType<InboxTask>()], rows.Exists(row => row.HasDraft));
        return (instance, first.Task);
    }

    private sealed record Rows(InboxTask Task, Proposal Proposal, int? Number, string? Hash, Bookmark? Bookmark, InboxTask? Waiting, bool HasDraft);
}
