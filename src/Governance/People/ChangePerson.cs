using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Corrects what is known of a person. The sign-in name stays: the audit trail knows people by it.</summary>
/// <param name="Id">Who.</param>
/// <param name="FullName">First and last name.</param>
/// <param name="Email">Address for notices.</param>
/// <param name="Unit">Unit of the administration, or empty.</param>
/// <param name="Culture">Language of mails: de or en.</param>
/// <param name="Stamp">The stamp that was seen.</param>
public sealed record ChangePerson(Guid Id, string FullName, string Email, string Unit, string Culture, string Stamp) : ICommand<Done>, IRule<ChangePerson>, IPersonFields
{
    /// <inheritdoc />
    public static Who<ChangePerson> Who => People.Who.Holds<ChangePerson>(Role.Administrator);
}

internal sealed class ChangePersonValidator : PersonFieldsValidator<ChangePerson>;

internal sealed class ChangePersonHandler(GovernanceDb db, ILookupNormalizer names, AuditTrail audit) : IRequestHandler<ChangePerson, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangePerson request, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken) is not { } person)
            return Error.Of("people.not-found");
        if (person.ConcurrencyStamp != request.Stamp)
            return Error.Of("version.stale");
        var before = new { fullName = person.FullName, email = person.Email, unit = person.Unit, culture = person.Culture };
        (person.FullName, person.Email, person.NormalizedEmail) = (request.FullName.Trim(), request.Email.Trim(), names.NormalizeEmail(request.Email.Trim()));
        (person.Unit, person.Culture, person.ConcurrencyStamp) = (request.Unit.Trim(), request.Culture, Guid.NewGuid().ToString("N"));
        await audit.RecordAsync(
            person.Id, "person.changed", new { fullName = person.FullName, email = person.Email, unit = person.Unit, culture = person.Culture, before }, cancellationToken);
        return new Done();
    }
}
