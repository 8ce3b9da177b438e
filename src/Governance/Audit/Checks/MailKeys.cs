using Governance.Notifications;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>No mail was written twice.</summary>
internal sealed class MailKeys : ICheck
{
    public string Name => "mail-keys";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var mails = db.Set<OutgoingMail>().AsNoTracking();
        found.Looked(await mails.LongCountAsync(ct));
        await found.AddEachAsync(
            "mail.twice",
            mails.GroupBy(mail => mail.Key).Where(same => same.Count() > 1).Select(same => new { same.Key, Count = same.Count() }).AsAsyncEnumerable(),
            same => [("key", same.Key), ("mails", same.Count)],
            ct);
    }
}
