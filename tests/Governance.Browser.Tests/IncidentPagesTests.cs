using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>An administrator finds a case that an error has stopped, and tries again, skips or ends it, without scripts.</summary>
public sealed class IncidentPagesTests(BrowserFixture browser, DecisionCity city) : IClassFixture<DecisionCity>
{
    private const string Reason = "Die Zuständigkeitsordnung war nicht in Kraft.";

    [Fact]
    public async Task A_stopped_case_is_tried_again_skipped_or_ended()
    {
        await city.City.Program.AddPersonAsync("admin", Role.Administrator);
        await using var visit = await browser.VisitAsync(new Look(), javaScript: false);
        var page = visit.Page;
        await city.SignInAsync(page, "admin");

        // Tried again with the cause still there, and after it was mended.
        var mended = await city.City.ToIncidentAsync("Vorfahrt für Rettungswagen");
        await DecideAsync(page, "Retry");
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("steht noch oder wieder");
        await city.City.MendAsync();
        await using var late = await browser.VisitAsync(new Look(), javaScript: false);
        await city.SignInAsync(late.Page, "admin");
        await OpenAsync(late.Page, "Retry");
        await DecideAsync(page, "Retry");
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("ist weitergegangen");
        await Assertions.Expect(page.Locator("[data-testid=no-incidents]")).ToBeVisibleAsync();
        await late.Page.Locator("[data-testid=decide] button").First.ClickAsync();
        await Assertions.Expect(late.Page.Locator(".error-summary")).ToContainTextAsync("schon erledigt");
        (await city.City.BallotAsync(mended)).ShouldNotBe(Guid.Empty);

        var skipped = await city.City.ToIncidentAsync("Sensornetz für Straßenbäume");
        await city.City.MendAsync();
        await DecideAsync(page, "Skip", "Office");
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("der Schritt wurde übersprungen");
        (await city.City.TaskAsync(skipped, "office-decision")).ShouldNotBe(Guid.Empty);

        var ended = await city.City.ToIncidentAsync("Digitaler Hitzeschutz-Lotse");
        await city.City.MendAsync();
        await DecideAsync(page, "Cancel");
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("ist beendet");
        await using var db = city.City.Program.Open();
        (await db.Set<Proposal>().Where(row => row.Id == ended).Select(row => row.Stage).SingleAsync()).ShouldBe(ProposalStage.Withdrawn);
        (await db.Set<Incident>().CountAsync(row => row.ResolvedAt == null)).ShouldBe(0);
    }

    private async Task DecideAsync(IPage page, string act, string? outcome = null)
    {
        await OpenAsync(page, act, outcome);
        await page.Locator("[data-testid=decide] button").First.ClickAsync();
    }

    private async Task OpenAsync(IPage page, string act, string? outcome = null)
    {
        await page.GotoAsync(city.Address + "/admin/incidents");
        await page.Locator("[data-testid=incidents] a").First.ClickAsync();
        await page.Locator($"input[name=Act][value={act}]").CheckAsync();
        if (outcome is not null) await page.SelectOptionAsync("#Outcome", outcome);
        await page.FillAsync("#Reason", Reason);
    }
}

/// <summary>The pages about stopped cases in every look.</summary>
public sealed class IncidentLooksTests(BrowserFixture browser, StoppedCity city) : IClassFixture<StoppedCity>
{
    [Theory, MemberData(nameof(DecisionPagesTests.Looks), MemberType = typeof(DecisionPagesTests))]
    public async Task The_pages_are_accessible_in_every_look(int width, bool dark, string language)
    {
        var look = new Look(width, dark, language);
        await using var visit = await browser.VisitAsync(look);
        await city.SignInAsync(visit.Page, "keeper");
        foreach (var name in new[] { "incidents", "incident" })
        {
            if (name == "incidents") await visit.Page.GotoAsync(city.Address + "/admin/incidents");
            else await visit.Page.Locator("[data-testid=incidents] a").First.ClickAsync();
            await visit.Page.SaveAsync($"{name}-{look}");
            await visit.Page.ShouldNotScrollSidewaysAsync();
            await visit.Page.ShouldBeAccessibleAsync();
        }

        await visit.Page.Locator("[data-testid=decide] button").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".error-summary li")).ToHaveCountAsync(2);
        await visit.Page.SaveAsync($"incident-errors-{look}");
        await visit.Page.ShouldBeAccessibleAsync();
    }
}

/// <summary>A city in which a case has stopped.</summary>
public sealed class StoppedCity : IAsyncLifetime
{
    private readonly WebCity _city = new() { Listens = true };

    /// <summary>Where it listens, without the last slash.</summary>
    public string Address => _city.Program.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await _city.InitializeAsync();
        await _city.Program.AddPersonAsync("keeper", Role.Administrator);
        await _city.ToIncidentAsync();
    }

    /// <summary>Signs somebody in.</summary>
    public Task SignInAsync(IPage page, string name) => page.SignInAsync(Address, name);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _city.DisposeAsync();
}
