using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Governance.Web.Tests.Processes;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>The office asks for a progress report beside a proposal's own way, the owner hands it in, the office accepts it, in every look.</summary>
public sealed class OtherCasesTests(BrowserFixture browser, ReportingCity city) : IClassFixture<ReportingCity>
{
    [Theory, MemberData(nameof(DecisionPagesTests.Looks), MemberType = typeof(DecisionPagesTests))]
    public async Task A_report_is_asked_for_handed_in_and_accepted(int width, bool dark, string language)
    {
        var look = new Look(width, dark, language);
        var proposal = await city.City.ToRunningAsync($"Parkleitsystem Domplatz {look}");
        await using var office = await browser.VisitAsync(look);
        await city.SignInAsync(office.Page, "office");
        await office.Page.GotoAsync($"{city.Address}/proposals/{proposal}/route");
        await office.Page.Locator("[data-testid=beginnings] a[href$=progress-report]").ClickAsync();
        await office.Page.LookAtAsync($"begin-report-{look}");
        await office.Page.Locator("[data-testid=begin] button").First.ClickAsync();
        await Assertions.Expect(office.Page.Locator(".error-summary li")).ToHaveCountAsync(1);
        await office.Page.LookAtAsync($"begin-report-errors-{look}");
        await FillDayAsync(office.Page, "dueOn", "31", "3", "2027");
        await office.Page.FillAsync("[name='Data.topics']", language == "de" ? "Barrierefreiheit" : "Accessibility");
        await office.Page.Locator("[data-testid=begin] button").First.ClickAsync();
        await Assertions.Expect(office.Page.Locator(".banner--good")).ToBeVisibleAsync();
        await office.Page.LookAtAsync($"other-cases-{look}");

        await using var owner = await browser.VisitAsync(look);
        await city.SignInAsync(owner.Page, "owner");
        await owner.Page.GotoAsync($"{city.Address}/inbox/{await city.City.TaskAsync(proposal, "report")}");
        await owner.Page.LookAtAsync($"report-{look}");
        await owner.Page.SelectOptionAsync("[name='Data.state']", "atRisk");
        await owner.Page.FillAsync("[name='Data.progress']", "Vergabe läuft.");
        await owner.Page.FillAsync("[name='Data.spent']", "1.200,50");
        await FillDayAsync(owner.Page, "doneBy", "30", "9", "2027");
        await owner.Page.Locator("[data-testid=answers] button[name=Outcome]").First.ClickAsync();
        await Assertions.Expect(owner.Page.Locator(".banner--good")).ToBeVisibleAsync();

        await office.Page.GotoAsync($"{city.Address}/inbox/{await city.City.TaskAsync(proposal, "review")}");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync(language == "de" ? "Ziel gefährdet" : "goal at risk");
        await office.Page.LookAtAsync($"report-review-{look}");
        await office.Page.Locator("[data-testid=answers] button[value=Accept]").ClickAsync();
        await office.Page.GotoAsync($"{city.Address}/proposals/{proposal}/route");
        await Assertions.Expect(office.Page.Locator("[data-testid=others]")).ToContainTextAsync(language == "de" ? "beendet" : "ended");
        await office.Page.GotoAsync($"{city.Address}/proposals/{proposal}/history");
        await Assertions.Expect(office.Page.Locator(".timeline")).ToContainTextAsync(language == "de" ? "Stand: Ziel gefährdet" : "State: goal at risk");
        await office.Page.LookAtAsync($"report-history-{look}");
    }

    private static async Task FillDayAsync(IPage page, string field, params string[] parts)
    {
        foreach (var (part, value) in new[] { "Day", "Month", "Year" }.Zip(parts))
            await page.FillAsync($"[name='Data.{field}.{part}']", value);
    }
}

/// <summary>A city with the workflows that people begin, on a port of its own.</summary>
public sealed class ReportingCity : IAsyncLifetime
{
    /// <summary>The city.</summary>
    public WebCity City { get; } = new() { Listens = true };

    /// <summary>Where it listens, without the last slash.</summary>
    public string Address => City.Program.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await City.InitializeAsync();
        await City.PublishOthersAsync();
    }

    /// <summary>Signs somebody in.</summary>
    public Task SignInAsync(IPage page, string name) => page.SignInAsync(Address, name);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => City.DisposeAsync();
}
