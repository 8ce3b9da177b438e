using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Notifications;

/// <summary>Takes due mails for sending, those of them that nobody else took. Whoever claims them has some minutes; nobody else gets
/// them meanwhile, and if the node dies they are due again afterwards.</summary>
public sealed record ClaimMails(IReadOnlyList<Guid> Ids) : ICommand<IReadOnlyList<ClaimedMail>>, IRule<ClaimMails>
{
    /// <summary>How long a claim holds: longer than the slowest mail server is waited for.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public static Who<ClaimMails> Who => People.Who.Program<ClaimMails>();
}

/// <summary>What is sent, to whom, in which language.</summary>
public sealed record ClaimedMail(Guid Id, string Template, string Facts, DateTime CreatedAt, string Name, string? Address, string Culture);

internal sealed class ClaimMailsHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ClaimMails, Result<IReadOnlyList<ClaimedMail>>>
{
    public async Task<Result<IReadOnlyList<ClaimedMail>>> Handle(ClaimMails request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Locked<OutgoingMail>().Where(mail => request.Ids.Contains(mail.Id) && mail.NextAttemptAt <= now)
            .OrderBy(mail => mail.Sequence).Select(mail => mail.Id).ToListAsync(cancellationToken);
        await db.Set<OutgoingMail>().Where(mail => due.Contains(mail.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.NextAttemptAt, now + ClaimMails.HeldFor).SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1), cancellationToken);
        return await (
            from mail in db.Set<OutgoingMail>()
            where due.Contains(mail.Id)
            join person in db.Users on mail.PersonId equals person.Id
            orderby mail.Sequence
            select new ClaimedMail(mail.Id, mail.Template, mail.Facts, mail.CreatedAt, person.FullName, person.Email, person.Culture)).ToArrayAsync(cancellationToken);
    }
}
