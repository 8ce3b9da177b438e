using System.Text.Json.Nodes;
using Governance.Inbox;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Turns what a burst of the engine did into rows: state, journal, bookmarks, incidents, and tasks whose bookmark burnt.</summary>
public sealed class ProcessRecorder(GovernanceDb db, IncidentMails mails)
{
    // The bookmark, the tasks that wait for it, and whether somebody saved a draft to one of them.
    private static readonly CompiledQuery<string, Waited?> WaitedFor = new((db, key, _) => db.Set<Bookmark>().AsSingleQuery().Where(row => row.Key == key)
        .Select(row => new Waited(
            row,
            db.Set<InboxTask>().Where(task => task.BookmarkKey == row.Key && task.IsOpen).ToList(),
            db.Set<InboxTask>().Any(task => task.BookmarkKey == row.Key && db.Set<TaskDraft>().Any(draft => draft.TaskId == task.Id))))
        .SingleOrDefault());

    private readonly Dictionary<string, Waited> _waits = new(StringComparer.Ordinal);

    /// <summary>Takes what waits for a bookmark from whoever read it with other rows, once the case was locked.</summary>
    /// <param name="bookmark">The bookmark, tracked.</param>
    /// <param name="tasks">All tasks that waited for it, tracked.</param>
    /// <param name="hasDrafts">Whether somebody saved a draft to one of its tasks.</param>
    internal void Waits(Bookmark bookmark, List<InboxTask> tasks, bool hasDrafts) => _waits[bookmark.Key] = new(bookmark, tasks, hasDrafts);

    /// <summary>Adds and changes the rows; saves nothing.</summary>
    /// <param name="instance">The locked instance.</param>
    /// <param name="stimulus">What made it go on, or null for the start.</param>
    /// <param name="result">What the engine did.</param>
    public async Task RecordAsync(ProcessInstance instance, Stimulus? stimulus, RunResult result, CancellationToken ct)
    {
        instance.State = result.State.ToJson();
        instance.Status = Enum.Parse<ProcessStatus>(result.Status.ToString());
        var now = result.Journal.Count > 0 ? result.Journal[^1].Instant.UtcDateTime : (DateTime?)null;
        instance.EndedAt = instance.HasEnded ? now : null;
        instance.CorrelationId = ProcessInstance.Correlation(result.State.CorrelationId);
        if (result.Journal.Count > 0)
        {
            db.Add(JournalStep.Of(instance.Id, stimulus, result.Journal));
            instance.JournalLength = result.Journal[^1].Number;
        }

        db.AddRange(result.CreatedBookmarks.Select(bookmark => Row(instance, bookmark)));
        db.AddRange(result.Incidents.Select(incident => Row(instance, incident)));
        if (result.Incidents.LastOrDefault(incident => incident.Open || result.Status == WorkflowStatus.Faulted) is { } stopped)
            await mails.TellAsync(instance, stopped, ct);
        if (result.SettledIncidents.Count > 0)
            await SettleAsync(result.SettledIncidents, now ?? instance.StartedAt, ct);
        db.AddRange(Waits(instance, result));
        if (result.BurntBookmarks.Count > 0)
            await BurnAsync(result.BurntBookmarks, now ?? instance.StartedAt, ct);
        if (instance.HasEnded && instance.ParentBookmark is not null)
            db.Add(CaseMessage.Ended(instance, now ?? instance.StartedAt));
    }

    // Only what came to its end: what a withdrawal or another branch cut off says nothing about the station's pace.
    private static IEnumerable<StationWait> Waits(ProcessInstance instance, RunResult result)
    {
        var completed = result.Journal.Where(entry => entry.Event == JournalEvent.Completed).ToLookup(entry => entry.ActivityId, entry => entry.Instant, StringComparer.Ordinal);
        return result.BurntBookmarks.Where(bookmark => completed.Contains(bookmark.ActivityId)).Select(bookmark => new StationWait
        {
            InstanceId = instance.Id,
            DefinitionId = instance.DefinitionId,
            DefinitionNumber = instance.DefinitionNumber,
            ActivityId = bookmark.ActivityId,
            EndedAt = completed[bookmark.ActivityId].First().UtcDateTime,
            Hours = (int)Math.Round((completed[bookmark.ActivityId].First() - bookmark.CreatedAt).TotalHours, MidpointRounding.AwayFromZero),
        });
    }

    private async Task SettleAsync(IReadOnlyList<Workflows.Incident> incidents, DateTime now, CancellationToken ct)
    {
        var keys = incidents.Select(incident => incident.Id).ToArray();
        foreach (var incident in await db.Set<Incident>().Where(row => keys.Contains(row.Key)).ToListAsync(ct))
            incident.ResolvedAt = now;
    }

    private async Task BurnAsync(IReadOnlyList<Workflows.Bookmark> bookmarks, DateTime now, CancellationToken ct)
    {
        var keys = bookmarks.Select(bookmark => bookmark.Id).ToHashSet(StringComparer.Ordinal);

        // A bookmark that was made and burnt in one command is known only to the context.
        foreach (var entry in db.ChangeTracker.Entries<Bookmark>().Where(entry => entry.State == EntityState.Added && keys.Contains(entry.Entity.Key)).ToList())
            entry.State = EntityState.Detached;
        foreach (var key in keys)
        {
            if ((_waits.Remove(key, out var known) ? known : await WaitedFor.AskAsync(db, key, ct)) is not var (bookmark, tasks, hasDrafts))
                continue;
            db.Remove(bookmark);
            foreach (var task in tasks)
            {
                task.Close(now);
                if (hasDrafts)
                    await TaskDraft.ForgetAsync(db, task.Id, ct);
            }
        }
    }

    private static Bookmark Row(ProcessInstance instance, Workflows.Bookmark bookmark) => new()
    {
        Key = bookmark.Id,
        InstanceId = instance.Id,
        ActivityId = bookmark.ActivityId,
        ActivityType = bookmark.Kind,
        StimulusHash = bookmark.StimulusHash,
        FiresAt = ProcessTimers.FiresAtOf(bookmark),
        TimerOutcome = bookmark.Due is null ? (string?)(bookmark.Payload as JsonObject)?[ProcessTimers.Outcome] : null,
        CreatedAt = bookmark.CreatedAt.UtcDateTime,
    };

    private static Incident Row(ProcessInstance instance, Workflows.Incident incident) => new()
    {
        Key = incident.Id,
        InstanceId = instance.Id,
        ActivityId = incident.ActivityId,
        Message = incident.Message.Length <= 2000 ? incident.Message : incident.Message[..2000],
        At = incident.Instant.UtcDateTime,
        ResolvedAt = incident.Open ? null : incident.Instant.UtcDateTime,
    };

    // Drafts are written only while the case is locked, as it is here.
    private sealed record Waited(Bookmark Bookmark, List<InboxTask> Tasks, bool HasDrafts);
}
