using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Notifications;

/// <summary>Claimed mails have left.</summary>
public sealed record MarkMailsSent(IReadOnlyList<Guid> Ids) : ICommand<Done>, IRule<MarkMailsSent>
{
    /// <inheritdoc />
    public static Who<MarkMailsSent> Who => People.Who.Program<MarkMailsSent>();
}

internal sealed class MarkMailsSentHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<MarkMailsSent, Result<Done>>
{
    public async Task<Result<Done>> Handle(MarkMailsSent request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<OutgoingMail>().Where(mail => request.Ids.Contains(mail.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.SentAt, mail => mail.SentAt ?? now).SetProperty(mail => mail.NextAttemptAt, (DateTime?)null).SetProperty(mail => mail.LastError, (string?)null),
            cancellationToken);
        return default(Done);
    }
}
