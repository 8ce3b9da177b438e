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

/// <summary>Founds Musterstadt: people, bodies with their seats, authority table and budget. Refused when anybody is there already.</summary>
public sealed record FoundDemoCity : ICommand<Done>, IRule<FoundDemoCity>
{
    /// <inheritdoc />
    public static Who<FoundDemoCity> Who => People.Who.Program<FoundDemoCity>();
}

internal sealed class FoundDemoCityHandler(GovernanceDb db, Ledger ledger, IPasswordHasher<Person> hasher, TimeProvider clock) : IRequestHandler<FoundDemoCity, Result<Done>>
{
    private static readonly DateOnly Elected = new(2025, 11, 1);
    private readonly Dictionary<string, Guid> _people = new(StringComparer.Ordinal);
    private string? _hash;

    public async Task<Result<Done>> Handle(FoundDemoCity request, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
            return Error.Of("demo.city-not-empty");
        Offices();
        Bodies();
        db.Add(new AuthorityVersion { Number = DefaultAuthorityTable.Table.Version, ValidFrom = DefaultAuthorityTable.Table.ValidFrom, Rules = AuthorityJson.Write(DefaultAuthorityTable.Table) });
        Budget();
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

    private void Bodies()
    {
        db.Add(Body(BodyCodes.Office, "Stabsstelle Digitalisierung", "Digitalisation office", BodyKind.Administration, 1, VotingProcedure.Office));
        var steering = Body(BodyCodes.Steering, "Lenkungskreis", "Steering group", BodyKind.Administration, 7, VotingProcedure.Circular);
        Fill(steering, "steering", 7, seat => Add($"steering{seat}", 20 + seat, "Verwaltungsvorstand"), SeatKind.Administration, "Lenkungskreis");
        var council = Body(BodyCodes.Council, "Rat der Stadt", "City council", BodyKind.Council, 59, VotingProcedure.InSession);
        Fill(council, "council", 58, seat => Add($"council{seat}", 40 + seat, ""), SeatKind.CouncilMember, "Rat");
        Seat(council, "mayor", SeatKind.CouncilMember, SeatFunction.Chair, "");
        Committee(BodyCodes.MobilityCommittee, "mobility", "Ausschuss für Mobilität und Umwelt", "Committee on mobility and environment", firstCouncilSeat: 1, number: 110);
        Committee(BodyCodes.EducationCommittee, "education", "Ausschuss für Bildung und Gesellschaft", "Committee on education and society", firstCouncilSeat: 14, number: 120);
        Committee(BodyCodes.SafetyCommittee, "safety", "Ausschuss für Sicherheit und Gesundheit", "Committee on safety and health", firstCouncilSeat: 27, number: 130);
        var finance = Body(BodyCodes.Finance, "Haupt- und Finanzausschuss", "Main and finance committee", BodyKind.Committee, 17, VotingProcedure.InSession);
        Fill(finance, "finance", 17, seat => seat == 1 ? "mayor" : $"council{38 + seat}", SeatKind.CouncilMember, "Haupt- und Finanzausschuss");
        var advisory = Body(BodyCodes.Advisory, "Beirat Digitale Stadt", "Advisory board", BodyKind.Advisory, 9, VotingProcedure.Circular);
        Fill(advisory, "advisory", 9, seat => Add($"advisory{seat}", 140 + seat, ""), SeatKind.Administration, "Beirat");
    }

    // Thirteen council members and two expert citizens, with three elected substitutes from the council.
    private void Committee(string code, string prefix, string de, string en, int firstCouncilSeat, int number)
    {
        var body = Body(code, de, en, BodyKind.Committee, 15, VotingProcedure.InSession);
        Fill(body, prefix, 13, seat => $"council{firstCouncilSeat + seat - 1}", SeatKind.CouncilMember, de);
        for (var seat = 14; seat <= 15; seat++)
        {
            Add($"{prefix}{seat}", number + seat - 14, "");
            Seat(body, $"{prefix}{seat}", SeatKind.ExpertCitizen, SeatFunction.Member, "");
            Alias($"{prefix}{seat}", $"{prefix}{seat}", "Sachkundige/r Bürger/in, " + de, listed: false);
        }

        for (var order = 1; order <= 3; order++)
            Seat(body, $"council{55 + order}", SeatKind.CouncilMember, SeatFunction.Member, "", order);
    }

    private void Fill(Body body, string prefix, int seats, Func<int, string> holder, SeatKind kind, string function)
    {
        for (var seat = 1; seat <= seats; seat++)
        {
            var name = holder(seat);
            var place = body.Kind == BodyKind.Council ? SeatFunction.Member : seat switch { 1 => SeatFunction.Chair, 2 => SeatFunction.DeputyChair, _ => SeatFunction.Member };
            Seat(body, name, kind, place, kind == SeatKind.CouncilMember && name != "mayor" ? DemoPeople.Group(Number(name)) : "");
            Alias($"{prefix}{seat}", name, place == SeatFunction.Chair ? "Vorsitz, " + function : function, listed: seat <= 2);
        }
    }

    private void Budget()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var thisYear = BerlinTime.DayOf(now).Year;
        foreach (var (area, place) in LifeAreaCodes.All.Select((area, place) => (area, place)))
            foreach (var year in Enumerable.Range(thisYear, 3))
                foreach (var (source, euro) in new[] { ("city", 900_000L), ("state", 420_000L), ("federal", 160_000L), ("eu", 90_000L) })
                {
                    var line = new BudgetLine { FiscalYear = year, LifeArea = area, FundingSource = source, Product = $"11.{place + 10}.0{year % 10}", CostCentre = $"{4100 + (place * 10)}" };
                    db.Add(line);
                    ledger.Book(line, LedgerEntryKind.Appropriation, (euro + (place * 35_000) - ((year - thisYear) * 25_000)) * 100, proposalId: null, now, $"Haushaltsplan {year}");
                }
    }

    private Body Body(string code, string de, string en, BodyKind kind, int members, VotingProcedure procedure)
    {
        var body = new Body { Code = code, NameDe = de, NameEn = en, Kind = kind, StatutoryMembers = members, Procedure = procedure };
        db.Add(body);
        return body;
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
