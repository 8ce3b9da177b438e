using Governance.Demo;
using Governance.Funding;
using Governance.LifeAreas;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.Databases;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Governance.Benchmarks;

/// <summary>The demo city's people, bodies and authority on a database of its own, with more money than the measured cases cost.</summary>
internal sealed class BenchmarkCity : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly PostgreSqlServer? _server;

    private BenchmarkCity(GovernanceSettings settings, PostgreSqlServer? server)
    {
        (Settings, _server) = (settings, server);
        _services = new ServiceCollection().AddLogging().AddProduct(settings).AddScoped<Schema>().BuildServiceProvider();
    }

    /// <summary>How the program reaches it.</summary>
    public GovernanceSettings Settings { get; }

    /// <summary>Founds it on SQLite in a temporary folder, or on a private PostgreSQL with its default durability.</summary>
    public static async Task<BenchmarkCity> FoundAsync(DatabaseProvider provider, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("governance-bench-").FullName;
        var server = provider == DatabaseProvider.PostgreSql ? await PostgreSqlServer.StartAsync(durable: true) : null;
        var connection = server is null ? $"Data Source={Path.Combine(folder, "governance.db")}" : await server.CloneAsync();
        var city = new BenchmarkCity(
            new()
            {
                Database = new(provider, connection), DataPath = folder, Role = NodeRole.All, Demo = true, PublicUrl = new("http://localhost"), Culture = "de", FederalState = "NW",
                KnownProxies = [], RateLimits = new() { Person = 0, Visitors = 0, SignIn = 0, SignInAddress = 0, BadToken = 0 },
                Mail = new() { Port = 587, Tls = MailTls.Auto, From = "governance@localhost" },
            },
            server);
        await using (var scope = city._services.CreateAsyncScope())
            _ = await scope.ServiceProvider.GetRequiredService<Schema>().MigrateAsync(ct);
        await FirstStart.PublishAsync(city._services.GetRequiredService<AsProgram>(), ct);
        _ = await city.DoAsync(Actor.System, new FoundDemoCity(), ct);
        foreach (var line in await city.LookAsync(db => db.Set<BudgetLine>().Select(row => row.Id).ToListAsync(ct)))
            _ = await city.DoAsync(Actor.System, new PostAppropriation(line, 100_000_000_000, "Haushalt"), ct);
        return city;
    }

    /// <summary>Looks at the rows.</summary>
    public async Task<T> LookAsync<T>(Func<GovernanceDb, Task<T>> look)
    {
        await using var scope = _services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GovernanceDb>());
    }

    /// <summary>Sends a use case that must not be refused.</summary>
    public async Task<T> DoAsync<T>(Actor actor, IRequest<Result<T>> request, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandScope>().Actor = actor;
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
        return result.Error is { } error ? throw new InvalidOperationException($"{request.GetType().Name}: {error.Code} {string.Join(", ", error.Facts)}") : result.Value;
    }

    /// <summary>Adds rows that no use case adds.</summary>
    public Task ChangeAsync(Action<GovernanceDb> change, CancellationToken ct) => LookAsync(async db =>
    {
        change(db);
        return await db.SaveChangesAsync(ct);
    });

    /// <summary>Starts a case of a definition that belongs to no proposal.</summary>
    public async Task<Guid> StartAsync(string definition, CancellationToken ct)
    {
        var id = Guid.Empty;
        await _services.GetRequiredService<ITransactions>().RunAsync(
            async (services, token) =>
            {
                services.GetRequiredService<CommandScope>().Actor = Actor.System;
                id = (await services.GetRequiredService<ProcessRunner>().StartAsync(definition, Guid.CreateVersion7(), [], token)).Value.Id;
                return true;
            },
            ct);
        return id;
    }

    /// <summary>The actor of a sign-in name.</summary>
    public async Task<Actor> ActorAsync(string name, CancellationToken ct)
    {
        var id = await LookAsync(db => db.Set<SignInAlias>().Where(alias => alias.Name == name).Select(alias => alias.PersonId).SingleAsync(ct));
        return new(id, name, new HashSet<Role> { Role.ProjectOwner }, [], default);
    }

    /// <summary>A bearer token of a sign-in name.</summary>
    public async Task<string> TokenAsync(string name, CancellationToken ct) => (await DoAsync(Actor.System, new CreateAccessToken(name, "benchmark", 1), ct)).Token;

    /// <summary>Drafts that the steering group may decide, spread over life areas and years.</summary>
    public async Task<List<Guid>> DraftAsync(int count, CancellationToken ct)
    {
        var owner = await ActorAsync("owner", ct);
        var years = await LookAsync(db => db.Set<BudgetLine>().Select(line => line.FiscalYear).Distinct().Order().ToListAsync(ct));
        var drafts = new List<Guid>(count);
        for (var number = 0; number < count; number++)
        {
            var year = years[number % years.Count];
            drafts.Add(await DoAsync(owner, new CreateDraft(new ProposalContent
            {
                Title = $"Vorfahrt für Rettungswagen, Abschnitt {number}",
                LeadingLifeArea = LifeAreaCodes.All[number % LifeAreaCodes.All.Count],
                Project = Guid.NewGuid().ToString("N"),
                Problem = string.Concat(Enumerable.Repeat("Rettungswagen verlieren an vier Achsen im Mittel 95 Sekunden je Einsatz an roten Ampeln. ", 8)),
                Goal = string.Concat(Enumerable.Repeat("An 42 Kreuzungen schaltet die Ampel auf Grün, sobald sich ein Rettungswagen nähert. ", 8)),
                Resolution = "Das Projekt wird bewilligt.",
                PersonalData = false,
                Unit = "Tiefbauamt",
                End = new DateOnly(years[^1], 12, 31),
                Costs = [new CostItem("investment", year, 2_000_000), new CostItem("services", year, 2_000_000)],
                Cover = [new CoverItem("city", year, 3_000_000), new CoverItem("state", year, 1_000_000)],
                Finance = new() { Investment = true, Budgeted = BudgetState.Fully, ClimateEffect = ClimateEffect.None },
                Values = new() { Economic = 2, EconomicReason = "Kürzere Einsätze.", Ecological = 1, EcologicalReason = "Weniger Anfahrten.", Social = 5, SocialReason = "Hilfe ist schneller da." },
            }), ct));
        }

        return drafts;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(Settings.DataPath, recursive: true);
    }
}
