using Governance.Bodies;
using Governance.Deadlines;
using Governance.Documents;
using Governance.Funding;
using Governance.LifeAreas;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Tests.Databases;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Governance.Tests.City;

/// <summary>A small city on a real database with a clock of its own: every body, three members each, a budget line for every life
/// area, year and source. Use cases are sent as people send them.</summary>
public sealed class TestCity : IAsyncDisposable
{
    /// <summary>Where workflows may send requests.</summary>
    public const string OtherSystem = "https://register.example/api";

    /// <summary>A Monday morning.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);

    private TestCity(TestDatabase database, ServiceProvider services, FakeTimeProvider clock) => (_database, _services, Clock) = (database, services, clock);

    /// <summary>The city's clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The database under it.</summary>
    public TestDatabase Database => _database;

    /// <summary>Founds a city.</summary>
    /// <param name="provider">On which database.</param>
    /// <param name="interceptors">Seen by every context of the city, for injected faults.</param>
    /// <param name="appropriation">Euro on every budget line.</param>
    public static async Task<TestCity> FoundAsync(Provider provider, IReadOnlyList<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>? interceptors = null, long appropriation = 1_000_000) =>
        await FoundAsync(await TestDatabase.CreateAsync(provider), Monday, interceptors, appropriation);

    /// <summary>Founds a city on a database that a test made, at an instant of its choice.</summary>
    public static async Task<TestCity> FoundAsync(
        TestDatabase database, DateTimeOffset now, IReadOnlyList<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>? interceptors = null, long appropriation = 1_000_000,
        Action<IServiceCollection>? also = null)
    {
        var clock = new FakeTimeProvider(now);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new AllowedAddresses([new(OtherSystem)]));
        services.AddSingleton<IAttachmentStore>(new FileAttachmentStore(Path.Combine(Path.GetTempPath(), "governance-attachments")));
        services.AddGovernance((_, options) => database.Use(options).AddInterceptors(interceptors ?? []), singleWriter: database.Provider == Provider.Sqlite);
        also?.Invoke(services);
        var city = new TestCity(database, services.BuildServiceProvider(validateScopes: true), clock);
        await city.SettleAsync(appropriation);
        return city;
    }

    /// <summary>The actor of that name: owner, office, treasurer, dpo, clerk, or body1 … body3.</summary>
    public Actor this[string name] => OfToday(_people[name]);

    /// <summary>All members of a body.</summary>
    public IEnumerable<Actor> MembersOf(string body) => _people.Where(person => person.Key.StartsWith(body + "-", StringComparison.Ordinal)).Select(person => person.Value);

    /// <summary>Sends a use case as somebody.</summary>
    public async Task<T> Send<T>(Actor actor, IRequest<T> request)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandScope>().Actor = OfToday(actor);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a use case that must not be refused; returns its value.</summary>
    public async Task<T> Do<T>(Actor actor, IRequest<Result<T>> request)
    {
        var result = await Send(actor, request);
        result.Error.ShouldBeNull(result.Error?.Code + " " + string.Join(", ", result.Error?.Facts.Select(fact => $"{fact.Key}={fact.Value}") ?? []));
        return result.Value;
    }

    /// <summary>Looks at the rows.</summary>
    public async Task<T> Look<T>(Func<GovernanceDb, Task<T>> look)
    {
        await using var db = _database.Open();
        return await look(db);
    }

    /// <summary>Does something that no use case does, in one transaction as a command has.</summary>
    public Task Change(Func<IServiceProvider, Task> change) => _services.GetRequiredService<ITransactions>().RunAsync(
        async (services, _) =>
        {
            services.GetRequiredService<CommandScope>().Actor = Actor.System;
            await change(services);
            return true;
        },
        CancellationToken.None);

    private Actor OfToday(Actor actor) => actor with { Today = BerlinTime.DayOf(Clock.GetUtcNow().UtcDateTime) };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task SettleAsync(long appropriation)
    {
        await using (var db = _database.Open())
        {
            People(db);
            Bodies(db);
            db.Add(new AuthorityVersion { Number = 1, ValidFrom = new DateOnly(2020, 1, 1), Rules = AuthorityJson.Write(DefaultAuthorityTable.Table) });
            foreach (var year in Enumerable.Range(2026, 3))
                foreach (var area in LifeAreaCodes.All)
                    foreach (var source in new[] { "city", "state" })
                        db.Add(new BudgetLine { FiscalYear = year, LifeArea = area, FundingSource = source, Product = "P-" + area, CostCentre = "K1" });
            await db.SaveChangesAsync();
        }

        foreach (var name in Repository.Workflows)
            await Do(Actor.System, new PublishDefinition(await File.ReadAllTextAsync(Repository.File($"workflows/{name}.json")), "first"));
        if (appropriation > 0)
            foreach (var line in await Look(db => db.Set<BudgetLine>().Select(line => line.Id).ToListAsync()))
                await Do(Actor.System, new PostAppropriation(line, appropriation * 100, "Haushalt"));
    }

    private void People(GovernanceDb db)
    {
        Add(db, "owner", Role.ProjectOwner);
        Add(db, "owner2", Role.ProjectOwner);
        Add(db, "office", Role.Office);
        Add(db, "treasurer", Role.Treasurer);
        Add(db, "auditor", Role.Auditor);
        Add(db, "dpo", Role.DataProtectionOfficer);
        Add(db, "security", Role.SecurityOfficer);
        Add(db, "mayor", Role.Mayor);
        Add(db, "deputymayor", Role.DeputyMayor);
        Add(db, "clerk", Role.Clerk);
        Add(db, "admin", Role.Administrator);
        Add(db, "citizen", Role.Citizen);
    }

    private Actor Add(GovernanceDb db, string name, params Role[] roles)
    {
        var person = new Person { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = name, Email = name + "@city.example" };
        db.Add(person);
        foreach (var role in roles)
            db.Add(new Appointment { PersonId = person.Id, Role = role, From = new DateOnly(2020, 1, 1) });
        return _people[name] = new Actor(person.Id, name, roles.ToHashSet(), [], default);
    }

    private void Bodies(GovernanceDb db)
    {
        foreach (var (code, kind, procedure) in new[]
        {
            (BodyCodes.Office, BodyKind.Administration, VotingProcedure.Office),
            (BodyCodes.Steering, BodyKind.Administration, VotingProcedure.Circular),
            (BodyCodes.Advisory, BodyKind.Advisory, VotingProcedure.Circular),
            (BodyCodes.MobilityCommittee, BodyKind.Committee, VotingProcedure.InSession),
            (BodyCodes.EducationCommittee, BodyKind.Committee, VotingProcedure.InSession),
            (BodyCodes.SafetyCommittee, BodyKind.Committee, VotingProcedure.InSession),
            (BodyCodes.Finance, BodyKind.Committee, VotingProcedure.InSession),
            (BodyCodes.Council, BodyKind.Council, VotingProcedure.InSession),
        })
        {
            var body = new Body { Code = code, NameDe = code, NameEn = code, Kind = kind, StatutoryMembers = 3, Procedure = procedure };
            db.Add(body);
            if (procedure == VotingProcedure.Office)
                continue;
            for (var seat = 1; seat <= 3; seat++)
            {
                var member = Add(db, $"{code}-{seat}");
                db.Add(new Seat
                {
                    BodyId = body.Id,
                    PersonId = member.PersonId,
                    Kind = kind == BodyKind.Administration ? SeatKind.Administration : SeatKind.CouncilMember,
                    Function = seat == 1 ? SeatFunction.Chair : SeatFunction.Member,
                    From = new DateOnly(2020, 1, 1),
                });
            }
        }
    }
}
