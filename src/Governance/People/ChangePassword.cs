using FluentValidation;
using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>The signed-in person takes a new password. Every other session of theirs ends.</summary>
public sealed record ChangePassword(string Current, string New) : ICommand<NewPassword>, IRule<ChangePassword>
{
    /// <inheritdoc />
    public static Who<ChangePassword> Who => new("signed in as a person", (_, actor, _, _) => new(actor.IsPerson));

    // Never into a log.
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(nameof(Current)).Append(Current.Length > 0 ? " given, " : " missing, ").Append(nameof(New)).Append(New.Length > 0 ? " given" : " missing");
        return true;
    }
}

/// <summary>The stamp that the present session carries on with.</summary>
public sealed record NewPassword(string Stamp);

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(request => request.Current).NotEmpty().WithErrorCode("input.required");
        RuleFor(request => request.New).MinimumLength(Passwords.Shortest).WithErrorCode("password.too-short").MaximumLength(Passwords.Longest).WithErrorCode("password.too-long");
    }
}

internal sealed class ChangePasswordHandler(GovernanceDb db, CommandScope scope, IPasswordHasher<Person> hasher, AuditTrail audit)
    : IRequestHandler<ChangePassword, Result<NewPassword>>
{
    public async Task<Result<NewPassword>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var person = await db.Users.SingleAsync(one => one.Id == scope.Actor.PersonId, cancellationToken);
        if (person.PasswordHash is null || hasher.VerifyHashedPassword(person, person.PasswordHash, request.Current) == PasswordVerificationResult.Failed)
            return Error.Of("password.wrong");
        Passwords.Set(person, request.New, hasher);
        await audit.RecordAsync(person.Id, "person.password-changed", new { }, cancellationToken);
        return new NewPassword(person.SecurityStamp!);
    }
}
