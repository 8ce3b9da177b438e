using Governance.Bodies;
using Governance.Deadlines;
using Governance.Funding;
using Governance.LifeAreas;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.Demo;

/// <summary>Founds Musterstadt: the standard city with people on its seats and a budget. Refused when anybody is there already.</summary>
/// <param name="Scale">How many times project owners and citizens are there. Offices and bodies keep their size: by statute, and because
/// what is asked of an office would go to all of its people. The budget grows along.</param>
public sealed record FoundDemoCity(int Scale = 1) : ICommand<Done>, IRule<FoundDemoCity>
{
    /// <inheritdoc />
    public static Who<FoundDemoCity> Who => People.Who.Program<FoundDemoCity>();
}

internal sealed class FoundDemoCityHandler(GovernanceDb db, IMediator mediator, Ledger ledger, IPasswordHasher<Person> hasher, TimeProvider clock) : IRequestHandler<FoundDemoCity, Result<Done>>
{
    private static readonly DateOnly Elected = new(2025, 11, 1);
    private readonly Dictionary<string, Guid> _people = new(StringComparer.Ordinal);
    private string? _hash;

    public async Task<Result<Done>> Handle(FoundDemoCity request, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
            return Error.Of("demo.city-not-empty");
        var city = await mediator.Send(new FoundCity(), cancellationToken);
        if (!city.IsSuccess)
            return city.Error;
        Offices();
        for (var copy = 2; copy <= request.Scale; copy++)
            Multiply(copy);
        Seats();
        Budget(request.Scale);
        return new Done();
    }

    private void Offices()
    {
        var number = 0;
        foreach (var (name, function, unit, role) in new[]
        {
            ("owner", "Projektleitung Verkehr", "Tiefbauamt", Role.ProjectOwner), ("owner2", "Projektleitung Bildung", "Schulverwaltungsamt", Role.ProjectOwner),
            ("office", "Stabsstelle Digitalisierung", "Stabsstelle Digitalisierung", Role.Office), ("office2", "Stabsstelle Digitalisierung", "Stabsstelle Digitalisierung", Role.Office),
            ("treasurer", "Kämmerei", "Kämmerei", Role.Treasurer), ("treasurer2", "Kämmerei", "Kämmerei", Role.Treasurer),
            ("auditor", "Rechnungsprüfung", "Rechnungsprüfungsamt", Role.Auditor), ("dpo", "Datenschutz", "Behördlicher Datenschutz", Role.DataProtectionOfficer),
            ("mayor", "Oberbürgermeisterin", "Büro der Oberbürgermeisterin", Role.Mayor), ("clerk", "Schriftführung", "Ratsbüro", Role.Clerk),
            ("admin", "Systemadministration", "Informationstechnik", Role.Administrator), ("citizen", "Bürger", "", Role.Citizen),
        })
        {
            Add(name, ++number, unit);
            db.Add(new Appointment { PersonId = _people[name], Role = role, From = Elected });
            Alias(name, name, function, listed: true);
        }
    }

    // The sign-in page lists the first of each only.
    private void Multiply(int copy)
    {
        foreach (var (name, place, unit, role) in new[] { ("owner", 0, "Tiefbauamt", Role.ProjectOwner), ("owner2", 1, "Schulverwaltungsamt", Role.ProjectOwner), ("citizen", 2, "", Role.Citizen) })
        {
            var own = DemoPeople.Copy(name, copy);
            Add(own, 150 + (copy * 3) + place, unit);
            db.Add(new Appointment { PersonId = _people[own], Role = role, From = Elected });
            Alias(own, own, "", listed: false);
        }
    }

    private void Seats()
    {
        var bodies = db.Set<Body>().Local.ToDictionary(body => body.Code, StringComparer.Ordinal);
        Fill(bodies[BodyCodes.Steering], "steering", 7, seat => Add($"steering{seat}", 20 + seat, "Verwaltungsvorstand"), SeatKind.Administration);
        Fill(bodies[BodyCodes.Council], "council", 58, seat => Add($"council{seat}", 40 + seat, ""), SeatKind.CouncilMember);
        Seat(bodies[BodyCodes.Council], "mayor", SeatKind.CouncilMember, SeatFunction.Chair, "");
        Committee(bodies[BodyCodes.MobilityCommittee], "mobility", firstCouncilSeat: 1, number: 110);
        Committee(bodies[BodyCodes.EducationCommittee], "education", firstCouncilSeat: 14, number: 120);
        Committee(bodies[BodyCodes.SafetyCommittee], "safety", firstCouncilSeat: 27, number: 130);
        Fill(bodies[BodyCodes.Finance], "finance", 17, seat => seat == 1 ? "mayor" : $"council{38 + seat}", SeatKind.CouncilMember);
        Fill(bodies[BodyCodes.Advisory], "advisory", 9, seat => Add($"advisory{seat}", 140 + seat, ""), SeatKind.Administration);
    }

    // Thirteen council members and two expert citizens, with three elected substitutes from the council.
    private void Committee(Body body, string prefix, int firstCouncilSeat, int number)
    {
        Fill(body, prefix, 13, seat => $"council{firstCouncilSeat + seat - 1}", SeatKind.CouncilMember);
        for (var seat = 14; seat <= 15; seat++)
        {
            Add($"{prefix}{seat}", number + seat - 14, "");
            Seat(body, $"{prefix}{seat}", SeatKind.ExpertCitizen, SeatFunction.Member, "");
            Alias($"{prefix}{seat}", $"{prefix}{seat}", "Sachkundige/r Bürger/in, " + body.NameDe, listed: false);
        }

        for (var order = 1; order <= 3; order++)
            Seat(body, $"council{55 + order}", SeatKind.CouncilMember, SeatFunction.Member, "", order);
    }

    private void Fill(Body body, string prefix, int seats, Func<int, string> holder, SeatKind kind)
    {
        for (var seat = 1; seat <= seats; seat++)
        {
            var name = holder(seat);
            var place = body.Kind == BodyKind.Council ? SeatFunction.Member : seat switch { 1 => SeatFunction.Chair, 2 => SeatFunction.DeputyChair, _ => SeatFunction.Member };
            Seat(body, name, kind, place, kind == SeatKind.CouncilMember && name != "mayor" ? DemoPeople.Group(Number(name)) : "");
            Alias($"{prefix}{seat}", name, place == SeatFunction.Chair ? "Vorsitz, " + body.NameDe : body.NameDe, listed: seat <= 2);
        }
    }

    private void Budget(int scale)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var thisYear = BerlinTime.DayOf(now).Year;
        foreach (var (area, place) in LifeAreaCodes.All.Select((area, place) => (area, place)))
            foreach (var year in Enumerable.Range(thisYear, 3))
                foreach (var (source, euro) in new[] { ("city", 900_000L), ("state", 420_000L), ("federal", 160_000L), ("eu", 90_000L) })
                {
                    var line = new BudgetLine { FiscalYear = year, LifeArea = area, FundingSource = source, Product = $"11.{place + 10}.0{year % 10}", CostCentre = $"{4100 + (place * 10)}" };
                    db.Add(line);
                    ledger.Book(line, LedgerEntryKind.Appropriation, (euro + (place * 35_000) - ((year - thisYear) * 25_000)) * 100 * scale, proposalId: null, now, $"Haushaltsplan {year}");
                }
    }

    private void Seat(Body body, string person, SeatKind kind, SeatFunction function, string group, int? substitute = null) => db.Add(new Seat
    {
        BodyId = body.Id,
        PersonId = _people[person],
        Kind = kind,
        Function = function,
        Group = group,
        SubstituteOrder = substitute,
        From = Elected,
    });

    private string Add(string name, int number, string unit)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            FullName = DemoPeople.Name(number),
            Email = $"{name}@musterstadt.example",
            NormalizedEmail = $"{name}@musterstadt.example".ToUpperInvariant(),
            Unit = unit,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };

        // One hash for all: they share the password anyway, and a hundred slow hashes would delay the first start by seconds.
        person.PasswordHash = _hash ??= hasher.HashPassword(person, DemoPeople.Password);
        db.Add(person);
        _people[name] = person.Id;
        return name;
    }

    private void Alias(string name, string person, string function, bool listed) =>
        db.Add(new SignInAlias { Name = name, PersonId = _people[person], Function = function, IsListed = listed });

    private static int Number(string name) => int.Parse(name.AsSpan("council".Length), System.Globalization.CultureInfo.InvariantCulture);
}
