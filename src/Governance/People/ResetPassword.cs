using System.Text.Json;
using Governance.Audit;
using Governance.Notifications;
using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>A new password for somebody who forgot theirs: made up, in the answer and nowhere else. All their sessions end, and a mail
/// tells them who did it, so that nobody signs in as somebody else unseen.</summary>
public sealed record ResetPassword(Guid PersonId) : ICommand<MadeUpPassword>, IRule<ResetPassword>
{
    /// <inheritdoc />
    public static Who<ResetPassword> Who => People.Who.Holds<ResetPassword>(Role.Administrator);
}

/// <summary>The new password, to be told to the person.</summary>
public sealed record MadeUpPassword(string Password)
{
    // Never into a log.
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(nameof(Password)).Append(Password.Length > 0 ? " given" : " missing");
        return true;
    }
}

internal sealed class ResetPasswordHandler(GovernanceDb db, CommandScope scope, IPasswordHasher<Person> hasher, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<ResetPassword, Result<MadeUpPassword>>
{
    public async Task<Result<MadeUpPassword>> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(one => one.Id == request.PersonId, cancellationToken) is not { } person)
            return Error.Of("people.not-found");
        if (person.Id == scope.Actor.PersonId)
            return Error.Of("password.own");
        var password = Secrets.Readable();
        Passwords.Set(person, password, hasher);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new OutgoingMail
        {
            PersonId = person.Id, Template = "person.password-reset", Facts = JsonSerializer.Serialize(new { link = "/account/password", by = scope.Actor.Name }),
            Key = $"password:{person.SecurityStamp}", CreatedAt = now, NextAttemptAt = now,
        });
        await audit.RecordAsync(person.Id, "person.password-reset", new { }, cancellationToken);
        return new MadeUpPassword(password);
    }
}
