using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Funding;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.Databases;
using Governance.Texts;
using Governance.Web.Tests.Hosting;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Inbox;

/// <summary>A small city in the running program: offices, the steering group (three), the mobility committee (nine), money for three
/// years. Everybody signs in with <see cref="TestProgram.Password"/>; use cases can be sent as anybody.</summary>
public sealed class WebCity : IAsyncLifetime
{
    private static readonly DateOnly Long = new(2020, 1, 1);
    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);

    /// <summary>The program.</summary>
    public TestProgram Program { get; private set; } = null!;

    private readonly List<AuthorityVersion> _authority = [];

    /// <summary>Whether browsers reach it on a port of this machine.</summary>
    public bool Listens { get; init; }

    /// <summary>Its database.</summary>
    public Provider Provider { get; init; }

    /// <summary>Founds one for a test that needs it for itself.</summary>
    public static async Task<WebCity> FoundAsync()
    {
        var city = new WebCity();
        await city.InitializeAsync();
        return city;
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Program = await TestProgram.StartAsync(Provider);
        if (Listens)
        {
            Program.UseKestrel(0);
            Program.StartServer();
        }

        using var scope = Program.Services.CreateScope();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>().HashPassword(new Person { FullName = "" }, TestProgram.Password);
        await using (var db = Program.Open())
        {
            Offices(db, hash);
            Body(db, hash, BodyCodes.Steering, "Lenkungskreis", "Steering group", BodyKind.Administration, VotingProcedure.Circular, 3, 3);
            Body(db, hash, BodyCodes.MobilityCommittee, "Ausschuss für Mobilität und Umwelt", "Committee for mobility and environment", BodyKind.Committee, VotingProcedure.InSession, 11, 9);
            Body(db, hash, BodyCodes.Finance, "Haupt- und Finanzausschuss", "Finance committee", BodyKind.Committee, VotingProcedure.InSession, 3, 1);
            db.Add(new AuthorityVersion { Number = 1, ValidFrom = Long, Rules = AuthorityJson.Write(DefaultAuthorityTable.Table) });
            foreach (var year in Enumerable.Range(2026, 3))
                foreach (var source in new[] { "city", "state" })
                    db.Add(new BudgetLine { FiscalYear = year, LifeArea = "mobility", FundingSource = source, Product = "P-1", CostCentre = "K1" });
            await db.SaveChangesAsync();
        }

        foreach (var name in new[] { "urgent-decision-approval", "urgent-decision", "project-proposal" })
            (await Program.SendAsync(new PublishDefinition(await File.ReadAllTextAsync(Workflow(name)), "first"))).Error.ShouldBeNull();
        await using var look = Program.Open();
        foreach (var line in await look.Set<BudgetLine>().Select(line => line.Id).ToListAsync())
            (await Program.SendAsync(new PostAppropriation(line, 500_000_000, "Haushalt"))).Error.ShouldBeNull();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Program.DisposeAsync();

    /// <summary>The person's id.</summary>
    public Guid Id(string name) => _people[name].PersonId;

    /// <summary>The person's full name.</summary>
    public string Name(string name) => _people[name].Name;

    /// <summary>A browser with a session.</summary>
    public Task<Hosting.Browser> SignInAsync(string name) => Program.SignInAsync(name);

    /// <summary>A program with a token.</summary>
    public async Task<HttpClient> CallAsync(string name) => Program.Call(await Program.AddTokenAsync(name));

    /// <summary>Sends a use case that must not be refused.</summary>
    public async Task<T> DoAsync<T>(string who, IRequest<Result<T>> request)
    {
        await using var scope = Program.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandScope>().Actor = _people[who] with { Today = BerlinTime.DayOf(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime) };
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        result.Error.ShouldBeNull(result.Error?.Code);
        return result.Value;
    }

    /// <summary>Drafts and submits.</summary>
    public Task<Guid> SubmitAsync(long euro, string title = "Vorfahrt für Rettungswagen", bool personalData = false) => SubmitAsync(Content(euro, title, personalData));

    /// <summary>Drafts and submits that content.</summary>
    public async Task<Guid> SubmitAsync(ProposalContent content)
    {
        var id = await DoAsync("owner", new CreateDraft(content));
        await DoAsync("owner", new SubmitProposal(id, 0));
        return id;
    }

    /// <summary>A finance block with every choice that asks for a sentence.</summary>
    public static FinanceBlock Block { get; } = new()
    {
        Investment = true,
        Budgeted = BudgetState.Partly,
        CounterFinanceWays = [CounterFinanceWay.HigherReceipts, CounterFinanceWay.WithinDepartment],
        CounterFinance = "Die Wartung der alten Steuergeräte entfällt.",
        FollowUpYears = [new(1, 600_000, 25), .. Enumerable.Range(2, 4).Select(number => new FollowUpYear(number, 840_000, 50))],
        FollowUpBearer = "Tiefbauamt",
        ClimateEffect = ClimateEffect.SmallPositive,
        Climate = "Weniger Halte sparen Kraftstoff.",
    };

    /// <summary>The three values with their reasons.</summary>
    public static ProposalValues Values { get; } = new()
    {
        Economic = 2, EconomicReason = "Kürzere Einsätze.", Ecological = 1, EcologicalReason = "Weniger Anfahrten.", Social = 5, SocialReason = "Hilfe ist schneller da.",
    };

    /// <summary>A content of two years and two sources.</summary>
    public static ProposalContent Content(long euro, string title = "Vorfahrt für Rettungswagen", bool personalData = false) =>
        new()
        {
            Title = title,
            LeadingLifeArea = "mobility",
            Project = Guid.NewGuid().ToString("N"),
            Problem = "Rettungswagen verlieren an vier Achsen im Mittel 95 Sekunden je Einsatz an roten Ampeln.",
            Goal = "An 42 Kreuzungen schaltet die Ampel auf Grün, sobald sich ein Rettungswagen im Einsatz nähert.",
            Resolution = $"Das Projekt „{title}“ wird mit Gesamtkosten von {new Money(euro * 100).ToString(System.Globalization.CultureInfo.GetCultureInfo("de-DE"))} bewilligt. Fahrzeugkennungen werden nach 24 Stunden gelöscht.",
            PersonalData = personalData,
            ImpactAssessment = personalData ? true : null,
            Start = new DateOnly(2027, 1, 1),
            End = new DateOnly(2028, 12, 31),
            Finance = Block,
            Values = Values,
            Costs = [new CostItem("investment", 2027, euro * 60), new CostItem("services", 2028, euro * 40)],
            Cover = [new CoverItem("city", 2027, euro * 20), new CoverItem("state", 2027, euro * 40), new CoverItem("city", 2028, euro * 40)],
        };

    /// <summary>The open task of an activity.</summary>
    public async Task<Guid> TaskAsync(Guid proposal, string activity)
    {
        await using var db = Program.Open();
        return await db.Set<InboxTask>().Where(task => task.ProposalId == proposal && task.ActivityId == activity && task.IsOpen).Select(task => task.Id).SingleAsync();
    }

    /// <summary>Answers the open task of an activity.</summary>
    public async Task AnswerAsync(Guid proposal, string activity, string who, string outcome, string? comment = null) =>
        await DoAsync(who, new CompleteTask(await TaskAsync(proposal, activity), outcome, comment));

    /// <summary>Submits and takes the proposal to its first ballot: up to 100,000 € the steering group decides.</summary>
    public async Task<Guid> ToBallotAsync(long euro, string title = "Vorfahrt für Rettungswagen", bool personalData = false)
    {
        var id = await SubmitAsync(euro, title, personalData);
        await AnswerAsync(id, "formal-check", "office", "Complete");
        await AnswerAsync(id, "cover-check", "treasurer", "Confirmed", "Deckung aus dem Ansatz Verkehrstechnik.");
        if (personalData)
            await AnswerAsync(id, "data-protection", "dpo", "NoConcerns", "Kennungen werden nach 24 Stunden gelöscht.");
        await AnswerAsync(id, "recommendation", "office", "Recommend");
        return await BallotAsync(id);
    }

    /// <summary>The same, on to the committee that votes in session; the steering group has been heard.</summary>
    public async Task<Guid> ToSessionAsync(string title = "Vorfahrt für Rettungswagen")
    {
        var hearing = await ToBallotAsync(186_400, title, personalData: true);
        foreach (var seat in Enumerable.Range(1, 3))
            await DoAsync($"steering-{seat}", new CastVote(hearing, VoteChoice.Yes));
        await using var db = Program.Open();
        return await BallotAsync(await db.Set<Ballot>().Where(row => row.Id == hearing).Select(row => row.ProposalId).SingleAsync());
    }

    /// <summary>Submits and recommends while no authority table is in force: the case stops, since nobody knows who decides.</summary>
    public async Task<Guid> ToIncidentAsync(string title = "Vorfahrt für Rettungswagen")
    {
        var id = await SubmitAsync(48_900, title);
        await AnswerAsync(id, "formal-check", "office", "Complete");
        await AnswerAsync(id, "cover-check", "treasurer", "Confirmed");
        await using (var db = Program.Open())
        {
            _authority.AddRange(await db.Set<AuthorityVersion>().AsNoTracking().ToListAsync());
            await db.Set<AuthorityVersion>().ExecuteDeleteAsync();
        }

        await AnswerAsync(id, "recommendation", "office", "Recommend");
        return id;
    }

    /// <summary>The authority table is in force again.</summary>
    public async Task MendAsync()
    {
        await using var db = Program.Open();
        db.AddRange(_authority.Select(version => new AuthorityVersion { Number = version.Number, ValidFrom = version.ValidFrom, Rules = version.Rules }));
        await db.SaveChangesAsync();
        _authority.Clear();
    }

    /// <summary>A notice for somebody.</summary>
    public async Task<Guid> NoticeAsync(Guid proposal, string who)
    {
        await using var db = Program.Open();
        var instance = await db.Set<InboxTask>().Where(task => task.ProposalId == proposal).Select(task => task.InstanceId).FirstAsync();
        var notice = new InboxTask
        {
            InstanceId = instance, ProposalId = proposal, ActivityId = "report", Kind = TaskKind.Notice, Assignee = Assignee.Person(Id(who)),
            Form = new TaskForm(new LocalText("Der Antrag wurde entschieden.", "The proposal was decided."), []).ToJson(),
            Why = Governance.Texts.ReasonJson.Serialize(TaskWhy.Because(new LocalText("Entscheidungen Ihnen mitgeteilt werden", "decisions are reported to you"))),
            OpenedAt = Program.Clock.GetUtcNow().UtcDateTime, DueAt = BerlinTime.EndOfDay(new DateOnly(2026, 12, 4)),
        };
        db.Add(notice);
        await db.SaveChangesAsync();
        return notice.Id;
    }

    /// <summary>Sets a task's last day.</summary>
    public async Task DueAsync(Guid task, DateOnly day)
    {
        await using var db = Program.Open();
        var end = BerlinTime.EndOfDay(day);
        await db.Set<InboxTask>().Where(row => row.Id == task).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, end));
    }

    /// <summary>A task as it stands.</summary>
    public async Task<InboxTask> ReadAsync(Guid task)
    {
        await using var db = Program.Open();
        return await db.Set<InboxTask>().AsNoTracking().SingleAsync(row => row.Id == task);
    }

    /// <summary>The open ballot of a proposal.</summary>
    public async Task<Guid> BallotAsync(Guid proposal)
    {
        await using var db = Program.Open();
        return await db.Set<Ballot>().Where(row => row.ProposalId == proposal && row.Status != BallotStatus.Closed).Select(row => row.Id).SingleAsync();
    }

    private void Offices(GovernanceDb db, string hash)
    {
        Add(db, hash, "owner", "Frank Osterholz", Role.ProjectOwner);
        Add(db, hash, "office", "Sabine Kruse", Role.Office);
        Add(db, hash, "office2", "Mirko Stahlberg", Role.Office);
        Add(db, hash, "treasurer", "Ute Brandes", Role.Treasurer);
        Add(db, hash, "dpo", "Nils Petersen", Role.DataProtectionOfficer);
        Add(db, hash, "clerk", "Anne Wolters", Role.Clerk);
        Add(db, hash, "citizen", "Peter Maas", Role.Citizen);
    }

    private Guid Add(GovernanceDb db, string hash, string name, string fullName, params Role[] roles)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = fullName, Email = name + "@stadt.example",
            PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Add(person);
        foreach (var role in roles)
            db.Add(new Appointment { PersonId = person.Id, Role = role, From = Long });
        _people[name] = new Actor(person.Id, fullName, roles.ToHashSet(), [], default);
        return person.Id;
    }

    private void Body(GovernanceDb db, string hash, string code, string german, string english, BodyKind kind, VotingProcedure procedure, int statutory, int seats)
    {
        string[] names = ["Jana Thelen", "Holger Brinkmann", "Meryem Aydin", "Lars Overbeck", "Gisela Pohl", "Tim Hagemann", "Ruth Ellermann", "Jonas Vogt", "Clara Nolte"];
        string[] groups = ["Fraktion A", "Fraktion B", "Fraktion C"];
        var body = new Body { Code = code, NameDe = german, NameEn = english, Kind = kind, StatutoryMembers = statutory, Procedure = procedure };
        db.Add(body);
        for (var seat = 1; seat <= seats; seat++)
            db.Add(new Seat
            {
                BodyId = body.Id,
                PersonId = Add(db, hash, $"{code}-{seat}", names[seat - 1]),
                Kind = kind == BodyKind.Administration ? SeatKind.Administration : SeatKind.CouncilMember,
                Function = seat == 1 ? SeatFunction.Chair : SeatFunction.Member,
                Group = kind == BodyKind.Administration ? "" : groups[seat % 3],
                From = Long,
            });
    }

    /// <summary>The path of a definition that comes with the program: without a name the one that proposals run on.</summary>
    public static string Workflow(string name = "project-proposal")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Governance.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "workflows", name + ".json");
    }
}
