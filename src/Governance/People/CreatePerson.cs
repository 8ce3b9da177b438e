using FluentValidation;
using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Somebody new who can sign in, with roles from today on.</summary>
public sealed record CreatePerson(
    string UserName, string FullName, string Email, string Unit, string Culture, IReadOnlyList<Role> Roles, string Password)
    : ICommand<Guid>, IRule<CreatePerson>, IPersonFields
{
    /// <inheritdoc />
    public static Who<CreatePerson> Who => People.Who.Holds<CreatePerson>(Role.Administrator);

    // The password never into a log.
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append("UserName = ").Append(UserName);
        return true;
    }
}

internal sealed class CreatePersonValidator : PersonFieldsValidator<CreatePerson>
{
    public CreatePersonValidator()
    {
        RuleFor(request => request.UserName).Matches("^[A-Za-z0-9._@-]{2,60}$").WithErrorCode("person.user-name-invalid");
        RuleForEach(request => request.Roles).IsInEnum().WithErrorCode("person.role-unknown");
        RuleFor(request => request.Roles).Must(roles => Separation.Allows(roles)).WithErrorCode("appointment.excluded");
        RuleFor(request => request.Password).MinimumLength(Passwords.Shortest).WithErrorCode("password.too-short").MaximumLength(Passwords.Longest).WithErrorCode("password.too-long");
    }
}

internal sealed class CreatePersonHandler(
    GovernanceDb db, IPasswordHasher<Person> hasher, ILookupNormalizer names, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<CreatePerson, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(CreatePerson request, CancellationToken cancellationToken)
    {
        var normal = names.NormalizeName(request.UserName);
        if (await db.Users.AnyAsync(one => one.NormalizedUserName == normal, cancellationToken))
            return Error.Of("person.user-name-taken", ("userName", request.UserName));
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            UserName = request.UserName,
            NormalizedUserName = normal,
            Email = request.Email,
            NormalizedEmail = names.NormalizeEmail(request.Email),
            FullName = request.FullName,
            Unit = request.Unit,
            Culture = request.Culture,
            LockoutEnabled = true,
        };
        Passwords.Set(person, request.Password, hasher);
        db.Add(person);
        foreach (var role in request.Roles.Distinct())
            db.Add(new Appointment { PersonId = person.Id, Role = role, From = Today.InBerlin(clock) });
        await audit.RecordAsync(person.Id, "person.created", new { userName = request.UserName, roles = request.Roles.Select(role => role.ToString()) }, cancellationToken);
        return person.Id;
    }
}
