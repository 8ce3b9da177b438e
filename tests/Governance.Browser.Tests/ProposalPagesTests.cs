using Governance.Documents;
using Governance.Proposals;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>The pages of proposals in every look: axe finds nothing, nothing scrolls sideways, pictures are kept.</summary>
public sealed class ProposalPagesTests(BrowserFixture browser, ProposalCity city) : IClassFixture<ProposalCity>
{
    private static readonly string[] InEveryLook = ["proposals", "proposal", "proposal-route", "proposal-edit-5"];

    [Theory, InlineData(1280, false), InlineData(1280, true), InlineData(390, false), InlineData(390, true), InlineData(1280, true, "en")]
    public async Task Every_page_is_accessible_and_the_main_ones_in_every_look(int width, bool dark, string language = "de")
    {
        var look = new Look(width, dark, language);
        await using var visit = await browser.VisitAsync(look);
        await visit.Page.GotoAsync(city.Address + "/account/sign-in");
        await visit.Page.FillAsync("#Name", "owner");
        await visit.Page.FillAsync("#Password", TestProgram.Password);
        await visit.Page.Locator("[data-testid=sign-in]").ClickAsync();
        foreach (var (path, name) in city.Pages.Where(page => dark == (width == 390) || language == "en" || InEveryLook.Contains(page.Name)))
        {
            await visit.Page.GotoAsync(city.Address + path);
            (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
            await visit.Page.SaveAsync($"{name}-{look}");
            await visit.Page.ShouldNotScrollSidewaysAsync();
            await visit.Page.ShouldBeAccessibleAsync();
        }
    }
}

/// <summary>The city with proposals in several states, on a port of its own.</summary>
public sealed class ProposalCity : IAsyncLifetime
{
    /// <summary>The city.</summary>
    public WebCity City { get; } = new() { Listens = true };

    /// <summary>Where it listens, without the last slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the owner looks at.</summary>
    public IReadOnlyList<(string Path, string Name)> Pages { get; private set; } = [];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await City.InitializeAsync();
        Address = City.Program.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        var ballot = await City.ToSessionAsync("Vorfahrt für Rettungswagen: vernetzte Ampeln auf vier Achsen");
        await using var db = City.Program.Open();
        var decided = db.Set<Governance.Ballots.Ballot>().Single(row => row.Id == ballot).ProposalId;
        var returned = await City.SubmitAsync(48_900, "Sensornetz für Straßenbäume");
        await City.AnswerAsync(returned, "formal-check", "office", "Return", "Bitte den Nutzen genauer beschreiben.");
        var stored = await City.DoAsync("owner", new GetProposal(returned));
        await City.DoAsync("owner", new SaveDraft(returned, stored.Content with { Goal = "500 Bäume melden ihren Wasserbedarf; gegossen wird nur, wo es nötig ist." }, stored.Version));
        var draft = await City.DoAsync("owner", new CreateDraft(Draft()));
        using (var content = new MemoryStream([.. "%PDF-"u8, .. new byte[421_000]]))
            await City.DoAsync("owner", new AddAttachment(draft, "Lageplan der Achsen.pdf", content));
        Pages =
        [
            ("/proposals", "proposals"), ("/proposals?q=gibt-es-nicht", "proposals-none"), ($"/proposals/{decided}", "proposal"), ($"/proposals/{decided}/route", "proposal-route"), ($"/proposals/{decided}/financing", "proposal-financing"),
            ($"/proposals/{decided}/history", "proposal-history"), ($"/proposals/{returned}/changes", "proposal-changes"), ($"/proposals/{returned}/withdraw", "proposal-withdraw"),
            ($"/proposals/{draft}", "proposal-draft"), ($"/proposals/{draft}/documents", "proposal-documents"), ($"/proposals/{draft}/discard", "proposal-discard"),
            .. Enumerable.Range(1, EditSteps).Select(step => ($"/proposals/{draft}/edit/{step}{(step == 7 ? "?check=true" : "")}", $"proposal-edit-{step}")),
        ];
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => City.DisposeAsync();

    private const int EditSteps = 9;

    private static ProposalContent Draft() => new()
    {
        Title = "Digitaler Hitzeschutz-Lotse", LeadingLifeArea = "health", FurtherLifeAreas = ["environment"], Unit = "Gesundheitsamt", Contact = "hitze@stadt.example",
        Problem = "An heißen Tagen erreichen Warnungen ältere Menschen zu spät.", Goal = "Wer gefährdet ist, wird am Vorabend gewarnt.",
        Start = new DateOnly(2027, 2, 1), End = new DateOnly(2028, 9, 30),
        WorkPackages = [new("Planung", "Konzept ist abgestimmt", new DateOnly(2027, 5, 31)), new("Betrieb", "Lotse läuft in drei Stadtteilen", null)],
        Costs = [new("personnel", 2027, 2_460_000), new("personnel", 2028, 1_820_000), new("services", 2027, 1_785_000), new("services", 2028, 1_065_000)],
        Cover = [new("state", 2027, 3_000_000), new("state", 2028, 2_000_000), new("city", 2027, 1_245_000), new("city", 2028, 885_000)],
        Values = new() { Social = 5, SocialReason = "Schutz für besonders Gefährdete", Economic = 2, EconomicReason = "weniger Einsätze" },
    };
}
