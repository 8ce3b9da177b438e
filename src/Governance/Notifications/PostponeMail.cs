using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Notifications;

/// <summary>A claimed mail could not be sent: it is tried again, after longer and longer times, and never given up, for a mail server
/// that was down over a long weekend must not lose a deadline's notice.</summary>
public sealed record PostponeMail(Guid Id, string Reason) : ICommand<Done>, IRule<PostponeMail>
{
    private const int LongestExponent = 8;
    private const int ReasonLength = 1000;

    /// <inheritdoc />
    public static Who<PostponeMail> Who => People.Who.Program<PostponeMail>();

    /// <summary>1, 2, 4 … 256 minutes after the first, second, third … failure.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(1 << Math.Clamp(attempts - 1, 0, LongestExponent));

    internal string ShortReason => Reason.Length <= ReasonLength ? Reason : Reason[..ReasonLength];
}

internal sealed class PostponeMailHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<PostponeMail, Result<Done>>
{
    public async Task<Result<Done>> Handle(PostponeMail request, CancellationToken cancellationToken)
    {
        var mail = await db.LockAsync<OutgoingMail>(request.Id, cancellationToken);
        if (mail is null)
            return Error.Of("mail.not-found");
        if (mail.SentAt is not null)
            return default(Done);
        mail.NextAttemptAt = clock.GetUtcNow().UtcDateTime + PostponeMail.Pause(mail.Attempts);
        mail.LastError = request.ShortReason;
        return default(Done);
    }
}
