using Governance.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Persistence;

/// <summary>Removes keys older than a day: nobody repeats a request that late, and the answers may name people.</summary>
public sealed record ForgetIdempotencyKeys : ICommand<int>, IRule<ForgetIdempotencyKeys>
{
    /// <summary>How long a key gives its first answer again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public static Who<ForgetIdempotencyKeys> Who => People.Who.Program<ForgetIdempotencyKeys>();
}

internal sealed class ForgetIdempotencyKeysHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ForgetIdempotencyKeys, Result<int>>
{
    public async Task<Result<int>> Handle(ForgetIdempotencyKeys request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - ForgetIdempotencyKeys.Kept;
        return await db.Set<IdempotencyKey>().Where(row => row.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
