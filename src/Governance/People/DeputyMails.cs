using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Notifications;

namespace Governance.People;

/// <summary>What the two people are told when a deputising begins or ends.</summary>
internal static class DeputyMails
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A mail for each, in words of their own: templates <c>deputy.EVENT</c> and <c>deputy.EVENT-for-you</c>.</summary>
    public static IEnumerable<OutgoingMail> Of(Deputy row, string happened, Person person, Person deputy, Actor by, TimeProvider clock)
    {
        yield return Mail(row, $"deputy.{happened}", deputy.Id, "/inbox", person.FullName, by, clock);
        yield return Mail(row, $"deputy.{happened}-for-you", person.Id, "/account/deputy", deputy.FullName, by, clock);
    }

    private static OutgoingMail Mail(Deputy row, string template, Guid to, string link, string other, Actor by, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new OutgoingMail
        {
            PersonId = to,
            Template = template,
            Facts = JsonSerializer.Serialize(new { link, other, by = by.Name, from = new { date = row.From }, until = new { date = row.Until } }, Json),
            Key = $"deputy:{row.Id:N}:{template}:{to:N}",
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }
}
