using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Notifications;

/// <summary>Takes one due mail for sending. Whoever claims it has some minutes; nobody else gets it meanwhile, and if the node dies it
/// is due again afterwards.</summary>
public sealed record ClaimMail(Guid Id) : ICommand<ClaimedMail>, IRule<ClaimMail>
{
    /// <summary>How long a claim holds: longer than the slowest mail server is waited for.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public static Who<ClaimMail> Who => People.Who.Program<ClaimMail>();
}

/// <summary>What is sent, to whom, in which language.</summary>
public sealed record ClaimedMail(Guid Id, string Template, string Facts, DateTime CreatedAt, string Name, string? Address, string Culture);

internal sealed class ClaimMailHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ClaimMail, Result<ClaimedMail>>
{
    public async Task<Result<ClaimedMail>> Handle(ClaimMail request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mail = await db.LockAsync<OutgoingMail>(request.Id, cancellationToken);
        if (mail?.NextAttemptAt is not { } due || due > now)
            return Error.Of("mail.not-due");
        mail.NextAttemptAt = now + ClaimMail.HeldFor;
        mail.Attempts++;
        var person = await db.Users.AsNoTracking().SingleAsync(one => one.Id == mail.PersonId, cancellationToken);
        return new ClaimedMail(mail.Id, mail.Template, mail.Facts, mail.CreatedAt, person.FullName, person.Email, person.Culture);
    }
}
