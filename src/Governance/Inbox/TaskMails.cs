using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Deadlines;
using Governance.Notifications;
using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Tells somebody that a task was handed to them, or is no longer theirs.</summary>
internal static class TaskMails
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The mail of a handing on that stands in the task's row.</summary>
    public static async Task<OutgoingMail> OfAsync(GovernanceDb db, InboxTask task, string template, Guid to, string by, CancellationToken ct)
    {
        var proposal = await db.Set<Proposal>().AsNoTracking().Where(row => row.Id == task.ProposalId).Select(row => new { row.Number, row.Title }).SingleAsync(ct);
        var at = task.DelegatedAt!.Value;
        return new OutgoingMail
        {
            PersonId = to,
            Template = template,
            Facts = JsonSerializer.Serialize(
                new { link = $"/inbox/{task.Id}", number = proposal.Number, title = proposal.Title, by, reason = task.DelegationReason, due = new { date = BerlinTime.DayOf(task.DueAt.AddTicks(-1)) } }, Json),
            Key = $"{template}:{task.Id:N}:{task.Version}:{to:N}",
            CreatedAt = at,
            NextAttemptAt = at,
        };
    }
}
