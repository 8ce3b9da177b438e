using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Notifications;

/// <summary>A claimed mail has left.</summary>
public sealed record MarkMailSent(Guid Id) : ICommand<Done>, IRule<MarkMailSent>
{
    /// <inheritdoc />
    public static Who<MarkMailSent> Who => People.Who.Program<MarkMailSent>();
}

internal sealed class MarkMailSentHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<MarkMailSent, Result<Done>>
{
    public async Task<Result<Done>> Handle(MarkMailSent request, CancellationToken cancellationToken)
    {
        var mail = await db.LockAsync<OutgoingMail>(request.Id, cancellationToken);
        if (mail is null)
            return Error.Of("mail.not-found");
        mail.SentAt ??= clock.GetUtcNow().UtcDateTime;
        mail.NextAttemptAt = null;
        mail.LastError = null;
        return default(Done);
    }
}
