namespace Governance.Workflows;

/// <summary>What a stimulus is for, told by activity: ids of bookmarks and incidents are numbered as they came, and another version makes others.</summary>
internal static class StimulusTarget
{
    /// <summary>The activity whose wait or incident it is for, and which of several; no activity where it is for none.</summary>
    public static (string? ActivityId, int Place) Of(Stimulus stimulus, WorkflowState state)
    {
        if (BookmarkOf(stimulus) is { } mark)
        {
            var activity = state.Bookmarks.FirstOrDefault(bookmark => bookmark.Id == mark)?.ActivityId;
            return (activity, Place(state.Bookmarks.Where(bookmark => bookmark.ActivityId == activity).Select(bookmark => bookmark.Id), mark));
        }
        if (IncidentOf(stimulus) is { } failed)
        {
            var activity = state.OpenIncidents.FirstOrDefault(incident => incident.Id == failed)?.ActivityId;
            return (activity, Place(state.OpenIncidents.Where(incident => incident.ActivityId == activity).Select(incident => incident.Id), failed));
        }
        return (null, 0);
    }

    /// <summary>The same stimulus for that wait or incident of this state; null when there is none.</summary>
    public static Stimulus? At(Stimulus stimulus, WorkflowState state, (string? ActivityId, int Place) target)
    {
        if (BookmarkOf(stimulus) is not null)
        {
            return Nth(state.Bookmarks.Where(bookmark => bookmark.ActivityId == target.ActivityId).Select(bookmark => bookmark.Id), target.Place) is not { } id ? null : stimulus switch
            {
                Stimulus.ResumeBookmark resume => resume with { BookmarkId = id },
                Stimulus.FaultBookmark fault => fault with { BookmarkId = id },
                Stimulus.Elapse elapse => elapse with { BookmarkId = id },
                _ => ((Stimulus.TaskCompleted)stimulus) with { BookmarkId = id },
            };
        }
        if (IncidentOf(stimulus) is not null)
        {
            return Nth(state.OpenIncidents.Where(incident => incident.ActivityId == target.ActivityId).Select(incident => incident.Id), target.Place) is not { } id ? null
                : stimulus is Stimulus.RetryIncident retry ? retry with { IncidentId = id } : ((Stimulus.SkipIncident)stimulus) with { IncidentId = id };
        }
        return stimulus;
    }

    private static string? BookmarkOf(Stimulus stimulus) => stimulus switch
    {
        Stimulus.ResumeBookmark resume => resume.BookmarkId,
        Stimulus.FaultBookmark fault => fault.BookmarkId,
        Stimulus.Elapse elapse => elapse.BookmarkId,
        Stimulus.TaskCompleted task => task.BookmarkId,
        _ => null,
    };

    private static string? IncidentOf(Stimulus stimulus) => stimulus switch
    {
        Stimulus.RetryIncident retry => retry.IncidentId,
        Stimulus.SkipIncident skip => skip.IncidentId,
        _ => null,
    };

    private static int Place(IEnumerable<string> ids, string id) => Math.Max(0, ids.ToList().IndexOf(id));

    // Where fewer wait now, the first of them.
    private static string? Nth(IEnumerable<string> ids, int place)
    {
        var all = ids.ToList();
        return all.Count == 0 ? null : all[place < all.Count ? place : 0];
    }
}
