using Governance.Ballots;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>Inbox, task and ballot in a founded city: axe finds nothing, nothing scrolls sideways, pictures are kept, and a vote is
/// cast as people cast it, without scripts.</summary>
public sealed class DecisionPagesTests(BrowserFixture browser, DecisionCity city) : IClassFixture<DecisionCity>
{
    /// <summary>Width, dark, language.</summary>
    public static TheoryData<int, bool, string> Looks() =>
        new([.. from width in new[] { 1280, 390 } from dark in new[] { false, true } select (width, dark, "de"), (1280, false, "en")]);

    [Theory, MemberData(nameof(Looks))]
    public async Task Every_page_is_accessible_in_every_look(int width, bool dark, string language)
    {
        var look = new Look(width, dark, language);
        foreach (var (who, path, name) in city.Pages)
        {
            await using var visit = await browser.VisitAsync(look);
            await city.SignInAsync(visit.Page, who);
            await visit.Page.GotoAsync(city.Address + path);
            (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
            await visit.Page.SaveAsync($"{name}-{look}");
            await visit.Page.ShouldNotScrollSidewaysAsync();
            await visit.Page.ShouldBeAccessibleAsync();
        }
    }

    [Fact]
    public async Task A_vote_is_cast_in_three_steps_without_scripts()
    {
        var ballot = await city.City.ToBallotAsync(50_000);
        await using var visit = await browser.VisitAsync(new Look(), javaScript: false);
        var page = visit.Page;
        await city.SignInAsync(page, "steering-3");
        await page.GotoAsync($"{city.Address}/ballots/{ballot}");

        await Assertions.Expect(page.Locator("[data-testid=cast]")).ToBeHiddenAsync();
        await page.Locator(".vote input[name=recused][value=yes]").CheckAsync();
        await Assertions.Expect(page.Locator(".vote__ballot")).ToBeHiddenAsync();
        await page.SaveAsync("ballot-recusing-1280");
        await page.Locator(".vote input[name=recused][value=no]").CheckAsync();
        await page.Locator(".vote input[name=vote][value=abstain]").CheckAsync();
        await Assertions.Expect(page.Locator(".vote__confirm strong")).ToContainTextAsync("Enthaltung");
        await page.Locator("#confirmed").CheckAsync();
        await page.SaveAsync("ballot-confirming-1280");
        await page.Locator("[data-testid=cast]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-testid=mine]")).ToContainTextAsync("Enthaltung");
    }
}

/// <summary>The city with something in every state, on a port of its own.</summary>
public sealed class DecisionCity : IAsyncLifetime
{
    /// <summary>The city.</summary>
    public WebCity City { get; } = new() { Listens = true };

    /// <summary>Where it listens, without the last slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Who looks at what.</summary>
    public IReadOnlyList<(string Who, string Path, string Name)> Pages { get; private set; } = [];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await City.InitializeAsync();
        Address = City.Program.ClientOptions.BaseAddress.ToString().TrimEnd('/');

        DateOnly[] days = [new(2026, 11, 20), new(2026, 11, 23), new(2026, 11, 26), new(2026, 12, 7)];
        string[] titles = ["Sensornetz für Straßenbäume", "Digitaler Hitzeschutz-Lotse", "Online-Terminvergabe im Gesundheitsamt", "WLAN im Jugendtreff Süd"];
        var proposals = new List<Guid>();
        foreach (var (title, index) in titles.Select((title, index) => (title, index)))
        {
            proposals.Add(await City.SubmitAsync(48_900 + (index * 1_250), title, personalData: true));
            await City.DueAsync(await City.TaskAsync(proposals[^1], "formal-check"), days[index]);
        }

        await City.NoticeAsync(proposals[0], "office");
        var read = await City.NoticeAsync(proposals[1], "office");
        await City.DoAsync("office", new Governance.Inbox.MarkTaskSeen(read));
        await City.AnswerAsync(proposals[3], "formal-check", "office", "Complete", "Vollständig; die Angebote liegen bei.");

        var open = await City.ToBallotAsync(96_000, personalData: true);
        await City.DoAsync("steering-1", new CastVote(open, VoteChoice.Yes));
        var closed = await City.ToSessionAsync("Parkleitsystem Domplatz");
        await City.DoAsync("clerk", new OpenBallot(closed));
        foreach (var seat in Enumerable.Range(1, 8))
            await City.DoAsync($"committee-mobility-{seat}", new CastVote(closed, seat switch { < 6 => VoteChoice.Yes, 6 => VoteChoice.Abstain, _ => VoteChoice.No }));
        await City.DoAsync("committee-mobility-9", new DeclareRecusal(closed, "Vorstand des Trägers"));
        await City.DoAsync("clerk", new CloseBallot(closed));
        var invited = await City.ToSessionAsync("Radstation am Bahnhof");
        Pages =
        [
            ("office", "/inbox", "inbox"), ("office", "/inbox/done", "inbox-done"), ("citizen", "/inbox", "inbox-empty"),
            ("treasurer", $"/inbox/{await City.TaskAsync(proposals[3], "cover-check")}", "task"), ("office", $"/inbox/{read}", "task-notice"),
            ("office", $"/inbox/{await City.TaskAsync(proposals[1], "formal-check")}/delegate", "task-delegate"), ("steering-2", $"/ballots/{open}/objection", "ballot-objection"),
            ("steering-2", $"/ballots/{open}", "ballot-open"), ("steering-1", $"/ballots/{open}", "ballot-voted"),
            ("committee-mobility-1", $"/ballots/{closed}", "ballot-closed"), ("committee-mobility-1", $"/ballots/{invited}", "ballot-invited"),
            ("clerk", $"/ballots/{invited}/open", "ballot-opening"), ("clerk", $"/ballots/{invited}/close", "ballot-closing"), ("clerk", $"/ballots/{invited}/result", "ballot-record"),
        ];
    }

    /// <summary>Signs in on the page.</summary>
    public Task SignInAsync(IPage page, string name) => page.SignInAsync(Address, name);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => City.DisposeAsync();
}
