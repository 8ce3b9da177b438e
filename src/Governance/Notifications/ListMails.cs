using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Notifications;

/// <summary>What left, what waits and what the mail server said, newest first. Facts are left out: an administrator has no say and
/// no look at the matters themselves.</summary>
public sealed record ListMails(bool WaitingOnly, long? Before, int Limit) : IQuery<IReadOnlyList<MailLine>>, IRule<ListMails>
{
    /// <summary>Most lines at once.</summary>
    public const int MostLines = 200;

    /// <inheritdoc />
    public static Who<ListMails> Who => People.Who.Holds<ListMails>(Role.Administrator);
}

/// <summary>One mail.</summary>
/// <param name="Sequence">Cursor of the next page.</param>
public sealed record MailLine(
    long Sequence, Guid Id, string Recipient, string Template, DateTime CreatedAt, DateTime? SentAt, int Attempts, DateTime? NextAttemptAt, string? LastError);

internal sealed class ListMailsHandler(GovernanceDb db) : IRequestHandler<ListMails, Result<IReadOnlyList<MailLine>>>
{
    public async Task<Result<IReadOnlyList<MailLine>>> Handle(ListMails request, CancellationToken cancellationToken)
    {
        var mails = db.Set<OutgoingMail>().AsNoTracking();
        if (request.WaitingOnly)
            mails = mails.Where(mail => mail.SentAt == null);
        if (request.Before is { } before)
            mails = mails.Where(mail => mail.Sequence < before);
        return await (
            from mail in mails
            join person in db.Users on mail.PersonId equals person.Id
            orderby mail.Sequence descending
            select new MailLine(
                mail.Sequence, mail.Id, person.FullName, mail.Template, mail.CreatedAt, mail.SentAt, mail.Attempts, mail.NextAttemptAt, mail.LastError))
            .Take(Math.Clamp(request.Limit, 1, ListMails.MostLines)).ToArrayAsync(cancellationToken);
    }
}
