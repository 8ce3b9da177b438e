using FluentValidation;
using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>A bearer token of the API for a person. The token is in the answer and nowhere else.</summary>
public sealed record CreateAccessToken(string UserName, string Label, int Days) : ICommand<CreatedToken>, IRule<CreateAccessToken>
{
    /// <summary>Longest life in days.</summary>
    public const int MostDays = 366;

    /// <summary>Only the administrator's shell: an administrator in a browser must not be able to act as somebody else.</summary>
    public static Who<CreateAccessToken> Who => People.Who.Program<CreateAccessToken>();
}

/// <summary>The new token.</summary>
public sealed record CreatedToken(string Token, DateTime ExpiresAt);

internal sealed class CreateAccessTokenValidator : AbstractValidator<CreateAccessToken>
{
    public CreateAccessTokenValidator()
    {
        RuleFor(request => request.Label).NotEmpty().WithErrorCode("input.required").MaximumLength(200).WithErrorCode("input.too-long");
        RuleFor(request => request.Days).InclusiveBetween(1, CreateAccessToken.MostDays).WithErrorCode("token.days-out-of-range");
    }
}

internal sealed class CreateAccessTokenHandler(GovernanceDb db, ILookupNormalizer names, IDemoSignIns demo, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<CreateAccessToken, Result<CreatedToken>>
{
    public async Task<Result<CreatedToken>> Handle(CreateAccessToken request, CancellationToken cancellationToken)
    {
        var normal = names.NormalizeName(await demo.UserNameOfAsync(request.UserName, cancellationToken));
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedUserName == normal, cancellationToken);
        if (person is null)
            return Error.Of("person.not-found", ("userName", request.UserName));
        var token = Secrets.Token();
        var expires = clock.GetUtcNow().UtcDateTime.AddDays(request.Days);
        db.Add(new AccessToken { PersonId = person.Id, Label = request.Label, Hash = Secrets.Hash(token), ExpiresAt = expires });
        await audit.RecordAsync(person.Id, "person.token-created", new { label = request.Label, expires }, cancellationToken);
        return new CreatedToken(token, expires);
    }
}
