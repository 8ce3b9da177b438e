using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>First half of signing in: is it the person's password? Changes nothing, so that the slow hash is computed outside of any
/// transaction; <see cref="RecordSignIn"/> is the second half and has the last word.</summary>
public sealed record CheckPassword(string Name, string Password) : IQuery<PasswordCheck>, IRule<CheckPassword>
{
    /// <inheritdoc />
    public static Who<CheckPassword> Who => People.Who.Anyone<CheckPassword>();

    // Never into a log.
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append("Name = ").Append(Name);
        return true;
    }
}

/// <summary>What came out.</summary>
/// <param name="PersonId">Who bears the name, or null when nobody does.</param>
/// <param name="IsRight">True when the password is theirs.</param>
public sealed record PasswordCheck(Guid? PersonId, bool IsRight);

internal sealed class CheckPasswordHandler(GovernanceDb db, IPasswordHasher<Person> hasher, ILookupNormalizer names, IDemoSignIns demo)
    : IRequestHandler<CheckPassword, Result<PasswordCheck>>
{
    private static readonly Person Nobody = new() { FullName = "" };
    private static string? _nobodysHash;

    public async Task<Result<PasswordCheck>> Handle(CheckPassword request, CancellationToken cancellationToken)
    {
        var name = names.NormalizeName(await demo.UserNameOfAsync(request.Name.Trim(), cancellationToken));
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedUserName == name, cancellationToken);

        // Takes as long for a name that nobody bears: the answer's time must not tell which names exist.
        var hash = person?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(Nobody, Secrets.Token()));
        var right = hasher.VerifyHashedPassword(person ?? Nobody, hash, request.Password) != PasswordVerificationResult.Failed;
        return new PasswordCheck(person?.Id, right && person?.PasswordHash is not null);
    }
}
