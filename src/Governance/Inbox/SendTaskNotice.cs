using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Deadlines;
using Governance.Notifications;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Sends the notice of a task that is due: reminder, due day, escalation to the deputy who can answer it, otherwise to the
/// Stabsstelle, which cannot open others' tasks and is told of the case. Which one, and that it was sent, stands in the task's row: a
/// second run, another node or a restart finds nothing left to do.</summary>
public sealed record SendTaskNotice(Guid TaskId) : ICommand<Done>, IRule<SendTaskNotice>
{
    /// <inheritdoc />
    public static Who<SendTaskNotice> Who => People.Who.Program<SendTaskNotice>();
}

internal sealed class SendTaskNoticeHandler(GovernanceDb db, CityCalendar calendar, TimeProvider clock) : IRequestHandler<SendTaskNotice, Result<Done>>
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Result<Done>> Handle(SendTaskNotice request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.LockAsync<InboxTask>(request.TaskId, cancellationToken) is not { IsOpen: true, NextNoticeAt: { } due } task || due > now)
            return new Done();
        var dates = TaskDates.On(BerlinTime.DayOf(task.DueAt.AddTicks(-1)), calendar);
        if (!dates.IsSuccess)
            return dates.Error!;

        var sent = task.NextNotice;
        var proposal = await db.Set<Proposal>().AsNoTracking().Where(row => row.Id == task.ProposalId).Select(row => new { row.Id, row.Number, row.Title }).SingleAsync(cancellationToken);
        var holders = await HoldersAsync(task.Assignee, BerlinTime.DayOf(now), cancellationToken);
        var (readers, mayOpen) = sent == TaskNotice.Escalation ? await EscalationAsync(task, BerlinTime.DayOf(now), cancellationToken) : (holders, true);
        foreach (var person in readers)
            db.Add(new OutgoingMail
            {
                PersonId = person,
                Template = $"task.{sent}".ToLowerInvariant() + (mayOpen ? "" : "-office"),
                Facts = JsonSerializer.Serialize(
                    new
                    {
                        link = mayOpen ? $"/inbox/{task.Id}" : $"/proposals/{proposal.Id}",
                        number = proposal.Number,
                        title = proposal.Title,
                        due = new { date = BerlinTime.DayOf(task.DueAt.AddTicks(-1)) },
                        asked = TaskForm.Parse(task.Form).Question,
                        holders = mayOpen ? null : await NamesAsync(holders, cancellationToken),
                    },
                    Json),
                Key = $"task:{task.Id:N}:{sent}:{person:N}",
                CreatedAt = now,
                NextAttemptAt = now,
            });
        (task.NextNotice, task.NextNoticeAt) = Following(sent, dates.Value);
        return new Done();
    }

    // A program that stood still for days sends the latest notice only once each is due; none is skipped, none doubled.
    private static (TaskNotice Notice, DateTime? At) Following(TaskNotice sent, TaskDates dates) => sent switch
    {
        TaskNotice.Reminder => (TaskNotice.Due, dates.DueDayAt),
        TaskNotice.Due => (TaskNotice.Escalation, dates.EscalateAt),
        _ => (TaskNotice.None, null),
    };

    // A deputy acts for a person, never for a role, and votes for nobody. What is only to be read holds nothing up.
    private async Task<(List<Guid> Readers, bool MayOpen)> EscalationAsync(InboxTask task, DateOnly today, CancellationToken ct)
    {
        if (task.Kind == TaskKind.Notice)
            return ([], true);
        if (Assignee.RoleOf(task.Assignee) is null && task.Kind != TaskKind.Vote && Assignee.PersonOf(task.Assignee) is { } absent)
        {
            var deputies = await db.Set<Deputy>().ActingOn(today).Where(row => row.PersonId == absent).Select(row => row.DeputyId).Distinct().ToListAsync(ct);
            if (deputies.Count > 0)
                return (deputies, true);
        }

        var office = Assignee.Role(Role.Office);
        return (await HoldersAsync(office, today, ct), task.Assignee == office);
    }

    private async Task<List<string>> NamesAsync(List<Guid> persons, CancellationToken ct) =>
        await db.Users.Where(person => persons.Contains(person.Id)).OrderBy(person => person.FullName).Select(person => person.FullName).ToListAsync(ct);

    private async Task<List<Guid>> HoldersAsync(string assignee, DateOnly today, CancellationToken ct)
    {
        if (Assignee.PersonOf(assignee) is { } person)
            return [person];
        var role = Assignee.RoleOf(assignee);
        return await db.Set<Appointment>().Where(row => row.Role == role && row.From <= today && (row.Until == null || row.Until >= today)).Select(row => row.PersonId).Distinct().ToListAsync(ct);
    }
}

/// <summary>The tasks whose next notice is due, oldest first.</summary>
public sealed record DueTaskNotices(int Limit) : IQuery<IReadOnlyList<Guid>>, IRule<DueTaskNotices>
{
    /// <inheritdoc />
    public static Who<DueTaskNotices> Who => People.Who.Program<DueTaskNotices>();
}

internal sealed class DueTaskNoticesHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<DueTaskNotices, Result<IReadOnlyList<Guid>>>
{
    public async Task<Result<IReadOnlyList<Guid>>> Handle(DueTaskNotices request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<InboxTask>().AsNoTracking().Where(task => task.NextNoticeAt != null && task.NextNoticeAt <= now)
            .OrderBy(task => task.NextNoticeAt).Take(request.Limit).Select(task => task.Id).ToListAsync(cancellationToken);
    }
}
