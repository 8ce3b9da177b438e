using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Deadlines;
using Governance.Notifications;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Tells whoever is administrator that day of a case that an error has stopped or ended: nobody else can do anything about it.</summary>
public sealed class IncidentMails(GovernanceDb db)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds a mail for each of them; saves nothing.</summary>
    public async Task TellAsync(ProcessInstance instance, Workflows.Incident incident, CancellationToken ct)
    {
        var now = incident.Instant.UtcDateTime;
        var today = BerlinTime.DayOf(now);
        var number = await db.Set<Proposal>().Where(row => row.Id == instance.SubjectId).Select(row => row.Number).SingleOrDefaultAsync(ct);
        var administrators = await db.Set<Appointment>().Where(row => row.Role == Role.Administrator && row.From <= today && (row.Until == null || row.Until >= today))
            .Select(row => row.PersonId).Distinct().ToListAsync(ct);
        db.AddRange(administrators.Select(person => new OutgoingMail
        {
            PersonId = person,
            Template = incident.Open ? "incident.opened" : "incident.fatal",
            Facts = JsonSerializer.Serialize(new { link = incident.Open ? "/admin/incidents" : $"/admin/workflows/{instance.DefinitionId}?version={instance.DefinitionNumber}", number = number ?? instance.DefinitionId, message = incident.Message }, Json),
            Key = $"{incident.Id}:{person:N}",
            CreatedAt = now,
            NextAttemptAt = now,
        }));
    }
}
