using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Notifications;

/// <summary>The mails that are due, those that waited longest first.</summary>
public sealed record DueMails(int Limit) : IQuery<IReadOnlyList<Guid>>, IRule<DueMails>
{
    /// <inheritdoc />
    public static Who<DueMails> Who => People.Who.Program<DueMails>();
}

internal sealed class DueMailsHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<DueMails, Result<IReadOnlyList<Guid>>>
{
    public async Task<Result<IReadOnlyList<Guid>>> Handle(DueMails request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<OutgoingMail>().Where(mail => mail.NextAttemptAt <= now)
            .OrderBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.Sequence).Select(mail => mail.Id).Take(request.Limit).ToArrayAsync(cancellationToken);
    }
}
