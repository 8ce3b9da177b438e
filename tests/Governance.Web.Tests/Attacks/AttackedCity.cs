using Governance.Ballots;
using Governance.Bodies;
using Governance.Documents;
using Governance.Funding;
using Governance.Inbox;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.Databases;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Governance.Web.Tests.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Attacks;

/// <summary>A city with a row in every state, on a real port of this machine, and what an attacker needs: sessions, tokens, addresses.</summary>
public sealed class AttackedCity : IAsyncDisposable
{
    /// <summary>Everybody with something to lose or to win.</summary>
    public static readonly string[] People = ["owner", "office", "treasurer", "dpo", "clerk", "steering-1", "committee-mobility-2", "auditor", "admin", "citizen"];

    private readonly Dictionary<string, string[]> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HttpClient> _callers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Browser> _browsers = new(StringComparer.Ordinal);

    private const string Visitor = "";

    private AttackedCity(WebCity city) => City = city;

    /// <summary>The city.</summary>
    public WebCity City { get; }

    /// <summary>Founds it.</summary>
    public static async Task<AttackedCity> FoundAsync(Provider provider)
    {
        var city = new WebCity { Listens = true, Provider = provider };
        await city.InitializeAsync();
        var attacked = new AttackedCity(city);
        await city.Program.AddPersonAsync("auditor", Role.Auditor);
        await city.Program.AddPersonAsync("admin", Role.Administrator);
        await attacked.FillAsync();
        foreach (var name in People)
        {
            attacked._callers[name] = attacked.Nobody();
            attacked._callers[name].DefaultRequestHeaders.Authorization = new("Bearer", await city.Program.AddTokenAsync(name));
            attacked._browsers[name] = new(attacked.Nobody());
            (await attacked._browsers[name].SignInAsync(name, TestProgram.Password)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
            var page = await attacked._browsers[name].OpenAsync("/account/password");
            attacked._tokens[name] = page.QuerySelector($"input[name={SentForm.Token}]")!.GetAttribute("value")!;
        }

        attacked._browsers[Visitor] = new(attacked.Nobody());

        return attacked;
    }

    /// <summary>A client over a real connection that follows nothing and is nobody yet.</summary>
    public HttpClient Nobody() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, CookieContainer = new(), RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.Latin1,
    }) { BaseAddress = City.Program.ClientOptions.BaseAddress };

    /// <summary>A program with this person's token.</summary>
    public HttpClient Caller(string name) => _callers[name];

    /// <summary>The client of a person's session, or of a visitor.</summary>
    public HttpClient ClientOf(string? name) => _browsers[name ?? Visitor].Client;

    /// <summary>An antiforgery token of a person's session.</summary>
    public string TokenOf(string name) => _tokens[name];

    /// <summary>The ids that may stand behind a part of an address: <c>proposals</c>, <c>inbox</c> …; fails when nobody said which.</summary>
    public IReadOnlyList<string> RowsOf(string segment) =>
        _rows.TryGetValue(segment, out var rows) ? rows : throw new InvalidOperationException($"AttackedCity knows no row for an address part behind \"{segment}\": add some.");

    /// <summary>A digest of all rows.</summary>
    public async Task<string> FingerprintAsync()
    {
        await using var db = City.Program.Open();
        return await Fingerprint.OfAsync(db);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var caller in _callers.Values)
            caller.Dispose();
        await City.DisposeAsync();
    }

    private async Task FillAsync()
    {
        var draft = await City.DoAsync("owner", new CreateDraft(new ProposalContent { Title = "Entwurf", LeadingLifeArea = "mobility", Costs = [new("material", 2027, 100)], Cover = [new("city", 2027, 100)] }));
        using (var content = new MemoryStream([.. "%PDF-"u8, .. new byte[500]]))
            _rows["documents"] = [(await City.DoAsync("owner", new AddAttachment(draft, "Plan.pdf", content))).ToString()];
        await City.PublishOthersAsync();
        var submitted = await City.SubmitAsync(48_900);
        var returned = await City.SubmitAsync(48_900);
        await City.AnswerAsync(returned, "formal-check", "office", "Return", "Bitte ergänzen.");
        var covering = await City.SubmitAsync(48_900, personalData: true);
        await City.AnswerAsync(covering, "formal-check", "office", "Complete");
        var circular = await City.ToBallotAsync(50_000);
        var invited = await City.ToSessionAsync();
        var open = await City.ToSessionAsync();
        await City.DoAsync("clerk", new OpenBallot(open));
        var closed = await City.ToSessionAsync();
        await City.DoAsync("clerk", new RecordBallotResult(closed, DecisionOutcome.AdoptedUnanimously, null));
        var notice = await City.NoticeAsync(submitted, "office");
        await City.ToIncidentAsync();
        await City.MendAsync();
        (await City.Program.SendAsync(new PublishDefinition(await File.ReadAllTextAsync(WebCity.Workflow()) + "\n", "Versuch"))).Error.ShouldBeNull();
        (await City.Program.SendAsync(new MoveCases("project-proposal", 1, 2, [Guid.NewGuid()], "Versuch"))).Error.ShouldBeNull();
        (await City.Program.SendAsync(new SaveDefinitionDraft(await File.ReadAllTextAsync(WebCity.Workflow()) + " ", "Versuch", null))).Error.ShouldBeNull();
        await using var db = City.Program.Open();
        _rows["incidents"] = await Ids(db.Set<Incident>().Select(row => row.Id));
        _rows["proposals"] = [.. new[] { draft, returned, submitted, covering }.Select(id => id.ToString()), .. await Ids(db.Set<Ballot>().Where(row => row.Id == closed).Select(row => row.ProposalId))];
        _rows["inbox"] = _rows["tasks"] = [notice.ToString(), .. await Ids(db.Set<InboxTask>().Where(row => row.IsOpen && row.Id != notice && row.Kind != TaskKind.Vote).Select(row => row.Id)),
            .. await Ids(db.Set<InboxTask>().Where(row => row.IsOpen && row.Kind == TaskKind.Vote).OrderBy(row => row.Sequence).Select(row => row.Id).Take(1)), .. await Ids(db.Set<InboxTask>().Where(row => !row.IsOpen).OrderBy(row => row.Sequence).Select(row => row.Id).Take(1))];
        _rows["ballots"] = [circular.ToString(), invited.ToString(), open.ToString(), closed.ToString()];
        _rows["lines"] = _rows["budget-lines"] = await Ids(db.Set<BudgetLine>().OrderBy(row => row.Sequence).Select(row => row.Id).Take(2));
        _rows["bodies"] = _rows["edit"] = ["steering", "committee-mobility"];
        _rows["seats"] = ["new", .. await Ids(db.Set<Seat>().OrderBy(row => row.Sequence).Select(row => row.Id).Take(2))];

        // Nobody of those who attack: an administrator who is let lock one would end their session.
        _rows["people"] = [City.Id("office2").ToString(), City.Id("committee-mobility-3").ToString()];
        _rows["roles"] = ["new", .. await Ids(db.Set<Appointment>().OrderBy(row => row.Sequence).Select(row => row.Id).Take(2))];
        var today = DateOnly.FromDateTime(City.Program.Clock.GetUtcNow().UtcDateTime);
        _rows["deputies"] = [(await City.DoAsync("treasurer", new AppointDeputy(City.Id("treasurer"), City.Id("office"), today, today.AddDays(7)))).ToString()];
        _rows["cases"] = await Ids(db.Set<ProcessInstance>().OrderBy(row => row.Sequence).Select(row => row.Id).Take(2));
        _rows["workflows"] = ["project-proposal"];
        _rows["moves"] = [.. (await City.Program.SendAsync(new GetDefinition("project-proposal"))).Value.Moves.Select(move => move.Id.ToString())];
        _rows["begin"] = ["circular-resolution", "progress-report"];
        _rows["error"] = ["404", "500"];
    }

    private static async Task<string[]> Ids(IQueryable<Guid> ids) => [.. (await ids.ToListAsync()).Select(id => id.ToString())];
}
