using Governance.Deadlines;
using Governance.Persistence;
using Governance.Processes;
using Governance.Texts;

namespace Governance.Inbox;

/// <summary>Opens tasks for an activity of a case, in the context of the running command.</summary>
public sealed class TaskOpening(GovernanceDb db, CityCalendar calendar)
{
    /// <summary>Opens one task that may take a period; returns the calendar's refusal when a date cannot be computed.</summary>
    public Result<InboxTask> Open(ProcessStep step, TaskKind kind, string assignee, TaskForm form, Reason why, Period due, Guid? ballot = null, bool resumes = true) =>
        Open(step, kind, assignee, form, why, TaskDates.Of(step.Now, due, calendar), ballot, resumes);

    /// <summary>Opens one task that is due on a day that somebody named; returns the calendar's refusal when a notice's day cannot be computed.</summary>
    public Result<InboxTask> Open(ProcessStep step, TaskKind kind, string assignee, TaskForm form, Reason why, DateOnly due) =>
        Open(step, kind, assignee, form, why, TaskDates.On(due, calendar), ballot: null, resumes: true);

    private Result<InboxTask> Open(ProcessStep step, TaskKind kind, string assignee, TaskForm form, Reason why, Result<TaskDates> dates, Guid? ballot, bool resumes)
    {
        if (!dates.IsSuccess)
            return dates.Error;
        var task = Add(step, kind, assignee, form, why, dates.Value.DueAt, ballot, resumes);
        (task.NextNotice, task.NextNoticeAt) = dates.Value.Next(step.Now);
        return task;
    }

    /// <summary>Opens a task that is due once a meeting calls it: nobody is reminded of it, for nobody could act.</summary>
    public void OpenForMeeting(ProcessStep step, TaskKind kind, string assignee, TaskForm form, Reason why, Guid ballot) =>
        Add(step, kind, assignee, form, why, InboxTask.WithTheMeeting, ballot, resumes: false);

    private InboxTask Add(ProcessStep step, TaskKind kind, string assignee, TaskForm form, Reason why, DateTime dueAt, Guid? ballot, bool resumes)
    {
        var task = new InboxTask
        {
            InstanceId = step.Instance.Id,
            BookmarkKey = resumes ? step.BookmarkKey : null,
            BallotId = ballot,
            ProposalId = step.ProposalId,
            ActivityId = step.Node.Id,
            Kind = kind,
            Assignee = assignee,
            Form = form.ToJson(),
            Why = ReasonJson.Serialize(why),
            OpenedAt = step.Now,
            DueAt = dueAt,
        };
        db.Add(task);
        return task;
    }
}
