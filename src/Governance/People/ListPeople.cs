using FluentValidation;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Everybody who can sign in, by name, 50 a page.</summary>
/// <param name="Search">Part of name, sign-in name, mail address or unit; empty for all.</param>
/// <param name="Role">Only holders of the role today.</param>
/// <param name="Locked">Only locked ones, only others, or both when null.</param>
/// <param name="Page">Counted from 1.</param>
public sealed record ListPeople(string Search = "", Role? Role = null, bool? Locked = null, int Page = 1) : IQuery<PeoplePage>, IRule<ListPeople>
{
    /// <summary>Lines of a page.</summary>
    public const int Lines = 50;

    /// <inheritdoc />
    public static Who<ListPeople> Who => People.Who.Holds<ListPeople>(People.Role.Administrator, People.Role.Auditor);
}

/// <summary>A page of people.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Items">Those of this page.</param>
public sealed record PeoplePage(int Total, IReadOnlyList<PersonLine> Items);

/// <summary>One person with the roles of today.</summary>
public sealed record PersonLine(Guid Id, string UserName, string FullName, string Unit, bool IsLocked, IReadOnlyList<Role> Roles);

internal sealed class ListPeopleValidator : AbstractValidator<ListPeople>
{
    private const int LongestSearch = 200;
    private const int LastPage = 100_000;

    public ListPeopleValidator()
    {
        RuleFor(request => request.Search).MaximumLength(LongestSearch).WithErrorCode("input.too-long");
        RuleFor(request => request.Page).InclusiveBetween(1, LastPage).WithErrorCode("input.out-of-range");
    }
}

internal sealed class ListPeopleHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ListPeople, Result<PeoplePage>>
{
    public async Task<Result<PeoplePage>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), Today.InBerlin(clock));
        var inForce = db.Set<Appointment>().Where(row => row.From <= today && (row.Until == null || row.Until >= today));
        var people = db.Users.AsNoTracking();
        var search = request.Search.Trim().ToUpperInvariant();
        if (search.Length > 0)
            people = people.Where(person => person.NormalizedUserName!.Contains(search) || person.NormalizedEmail!.Contains(search)
                || person.FullName.ToUpper().Contains(search) || person.Unit.ToUpper().Contains(search));
        if (request.Role is { } role)
            people = people.Where(person => inForce.Any(row => row.PersonId == person.Id && row.Role == role));

        // Neither SQLite compares instants with an offset: the few that are locked at all are compared here.
        var locked = (await db.Users.Where(person => person.LockoutEnd != null).Select(person => new { person.Id, person.LockoutEnd }).ToListAsync(cancellationToken))
            .Where(person => person.LockoutEnd > now).Select(person => person.Id).ToHashSet();
        if (request.Locked is { } only)
            people = people.Where(person => locked.Contains(person.Id) == only);

        var page = await people.OrderBy(person => person.FullName).ThenBy(person => person.Id).Skip((request.Page - 1) * ListPeople.Lines).Take(ListPeople.Lines).Select(person => new
        {
            person.Id, person.UserName, person.FullName, person.Unit, Roles = inForce.Where(row => row.PersonId == person.Id).Select(row => row.Role).ToList(),
        }).ToListAsync(cancellationToken);
        return new PeoplePage(
            await people.CountAsync(cancellationToken),
            [.. page.Select(person => new PersonLine(person.Id, person.UserName!, person.FullName, person.Unit, locked.Contains(person.Id), [.. person.Roles.Distinct().Order()]))]);
    }
}
