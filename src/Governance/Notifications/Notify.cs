using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Notifications;

/// <summary>Tells the owner, the holders of a role or the members of bodies: a notice in their inbox and a mail, or the mail alone.
/// Waits for nothing.</summary>
[Activity("Governance.Notify", Category = "People", DisplayName = "Notify", Description = "Tells the owner, a role or the members of bodies. Waits for nothing.")]
[Outcomes("Done")]
public sealed class Notify(GovernanceDb db, ProposalOfCase proposals, TaskOpening tasks) : ProcessActivity
{
    /// <summary>How long a notice stays in the inbox without turning overdue.</summary>
    private static readonly Period NoticePeriod = new(14, PeriodUnit.Days);
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whom.</summary>
    [Input(Description = "Whom to tell: owner, names of roles, codes of bodies.", Required = true, RefersTo = MissingReferences.Recipients)]
    public string[] To { get; set; } = [];

    /// <summary>In a few words.</summary>
    [Input(Description = "The subject in German and English.", Required = true, IsDetail = true)]
    public LocalText Subject { get; set; } = new("", "");

    /// <summary>In a sentence.</summary>
    [Input(Description = "The text in German and English.", Required = true, IsDetail = true)]
    public LocalText Text { get; set; } = new("", "");

    /// <summary>No notice in the inbox.</summary>
    [Input(Description = "True for a mail without a notice in the inbox.", IsDetail = true)]
    public bool MailOnly { get; set; }

    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var proposal = await proposals.OfAsync(step, ct);
        var recipients = new List<Guid>();
        foreach (var target in To)
        {
            if (await RecipientsAsync(target, proposal, BerlinTime.DayOf(step.Now), ct) is not { } found)
                return HostResult.Fault($"{step.Node.Id}: '{target}' is neither owner nor a role nor a body.");
            recipients.AddRange(found);
        }

        foreach (var person in recipients.Distinct())
        {
            db.Add(Mail(step, proposal, person));
            if (!MailOnly)
                _ = tasks.Open(step, TaskKind.Notice, Assignee.Person(person), new TaskForm(Subject, []), TaskWhy.Because(Why), NoticePeriod, resumes: false);
        }

        return HostResult.Done();
    }

    private static LocalText Why { get; } = LocalText.Of("task.because-told");

    private OutgoingMail Mail(ProcessStep step, Proposal proposal, Guid person) => new()
    {
        PersonId = person,
        Template = "process.notice",
        Facts = JsonSerializer.Serialize(new { link = $"/proposals/{proposal.Id}", number = proposal.Number, title = proposal.Title, subject = Subject, text = Text }, Json),
        Key = $"{step.Instance.Id:N}:{step.Node.Id}:{step.Instance.JournalLength}:{person:N}",
        CreatedAt = step.Now,
        NextAttemptAt = step.Now,
    };

    private async Task<IReadOnlyList<Guid>?> RecipientsAsync(string target, Proposal proposal, DateOnly today, CancellationToken ct)
    {
        if (target == "owner")
            return [proposal.OwnerId];
        if (Enum.TryParse<Role>(target, out var role))
            return await HoldersAsync(role, today, ct);
        var body = await db.Set<Body>().Where(row => row.Code == target).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct);
        return body is null ? null : await db.Set<Seat>().Where(seat => seat.BodyId == body && seat.SubstituteOrder == null && seat.From <= today && (seat.Until == null || seat.Until >= today))
            .Select(seat => seat.PersonId).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<Guid>> HoldersAsync(Role role, DateOnly today, CancellationToken ct)
    {
        var holders = db.Set<Appointment>().Where(row => row.Role == role && row.From <= today && (row.Until == null || row.Until >= today)).Select(row => row.PersonId);

        // A notice is in the inbox of who deputises anyway; a mail alone would reach nobody while its reader is away.
        return MailOnly
            ? await holders.Union(db.Set<Deputy>().ActingOn(today).Where(row => holders.Contains(row.PersonId)).Select(row => row.DeputyId)).ToListAsync(ct)
            : await holders.ToListAsync(ct);
    }
}
