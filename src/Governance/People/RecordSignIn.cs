using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Second half of signing in: counts failures, locks after the fifth, and grants the session. Decides on the row as it is now,
/// so that many guesses at once gain nothing over the same guesses in a row.</summary>
public sealed record RecordSignIn(Guid PersonId, bool PasswordIsRight) : ICommand<SignInOutcome>, IRule<RecordSignIn>
{
    /// <summary>Wrong passwords in a row until the name is locked.</summary>
    public const int FailuresUntilLocked = 5;

    /// <summary>How long it is locked then.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public static Who<RecordSignIn> Who => People.Who.Program<RecordSignIn>();
}

/// <summary>How it went. A failure is a value and no refusal, because it must be saved.</summary>
/// <param name="Stamp">The security stamp that the session carries, or null when there is none.</param>
public sealed record SignInOutcome(string? Stamp);

internal sealed class RecordSignInHandler(GovernanceDb db, AuditTrail audit, TimeProvider clock) : IRequestHandler<RecordSignIn, Result<SignInOutcome>>
{
    public async Task<Result<SignInOutcome>> Handle(RecordSignIn request, CancellationToken cancellationToken)
    {
        // Counting by statement takes the row's lock: attempts at the same time queue up here.
        var row = db.Users.Where(person => person.Id == request.PersonId);
        var failure = request.PasswordIsRight ? 0 : 1;
        await row.ExecuteUpdateAsync(person => person.SetProperty(one => one.AccessFailedCount, one => one.AccessFailedCount + failure), cancellationToken);
        var person = await row.AsNoTracking().SingleAsync(cancellationToken);

        var now = clock.GetUtcNow();
        if (person.LockoutEnd > now)
            return new SignInOutcome(null);
        if (request.PasswordIsRight)
        {
            if (person.AccessFailedCount > 0)
                await SetAsync(row, failures: 0, person.LockoutEnd, cancellationToken);
            return new SignInOutcome(person.SecurityStamp);
        }

        if (person.AccessFailedCount >= RecordSignIn.FailuresUntilLocked)
        {
            await SetAsync(row, failures: 0, now + RecordSignIn.LockedFor, cancellationToken);
            await audit.RecordAsync(person.Id, "person.locked-after-failures", new { failures = person.AccessFailedCount }, cancellationToken);
        }

        return new SignInOutcome(null);
    }

    private static Task<int> SetAsync(IQueryable<Person> row, int failures, DateTimeOffset? lockedUntil, CancellationToken ct) =>
        row.ExecuteUpdateAsync(
            person => person.SetProperty(one => one.AccessFailedCount, failures).SetProperty(one => one.LockoutEnd, lockedUntil), ct);
}
