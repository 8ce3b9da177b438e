using Governance.People;
using Governance.Processes;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>An administrator moves running cases to a newer version, without scripts.</summary>
public sealed class WorkflowsMoveTests(BrowserFixture browser, DecisionCity city) : IClassFixture<DecisionCity>
{
    [Fact]
    public async Task Cases_are_previewed_chosen_and_moved()
    {
        await city.City.Program.AddPersonAsync("admin", Role.Administrator);
        var source = (await File.ReadAllTextAsync(WebCity.Workflow())).Replace("\"recommendation\"", "\"recommendation2\"", StringComparison.Ordinal);
        (await city.City.Program.SendAsync(new PublishDefinition(source, "Die Empfehlung heißt anders."))).Error.ShouldBeNull();
        await using var visit = await browser.VisitAsync(new Look(), javaScript: false);
        var page = visit.Page;
        await city.SignInAsync(page, "admin");
        await page.GotoAsync(city.Address + "/admin/workflows/project-proposal");

        await page.Locator("[data-testid=versions] a[href*=move]").ClickAsync();
        var boxes = page.Locator("[data-testid=cases] input[name=Cases]");
        var movable = await boxes.CountAsync();
        movable.ShouldBeGreaterThan(1);
        await page.Locator("[data-testid=move] button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary li")).ToHaveCountAsync(2);
        await boxes.First.CheckAsync();
        await page.FillAsync("#Reason", "Neue Fassung.");
        await page.Locator("[data-testid=move] button").First.ClickAsync();

        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("Umgezogen: 1.");
        await using var db = city.City.Program.Open();
        var moved = await db.Set<ProcessInstance>().SingleAsync(row => row.DefinitionNumber == 2);

        // Its history tells what the dry run had said of it.
        await using (var reader = await browser.VisitAsync(new Look(), javaScript: false))
        {
            await city.SignInAsync(reader.Page, "office");
            await reader.Page.GotoAsync($"{city.Address}/proposals/{moved.SubjectId}/history");
            foreach (var told in new[] { "Fassung 1 → 2: „Neue Fassung.“ Wartet bei ", "Vorher erprobt: gleicher Weg" })
                await Assertions.Expect(reader.Page.Locator(".timeline")).ToContainTextAsync(told);
            await reader.Page.SaveAsync("workflow-moved-history");
            await reader.Page.SetViewportSizeAsync(390, 844);
            await reader.Page.ShouldNotScrollSidewaysAsync();
            await reader.Page.SaveAsync("workflow-moved-history-390");
        }

        // The rest at once; then the record of each move can be read.
        await page.GotoAsync(city.Address + "/admin/workflows/project-proposal/move?from=1&to=2");
        var rest = await boxes.CountAsync();
        await page.FillAsync("#Reason", "Auch die übrigen.");
        await page.Locator("[data-testid=move] button[name=All]").ClickAsync();
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync($"Umgezogen: {rest}.");
        await Assertions.Expect(page.Locator("[data-testid=moves] a")).ToHaveCountAsync(2);
        var record = await page.Locator("[data-testid=moves] a").First.GetAttributeAsync("href");

        foreach (var look in new[] { new Look(), new Look(390), new Look(1280, Dark: true), new Look(1280, Language: "en") })
        {
            await using var reader = await browser.VisitAsync(look);
            await city.SignInAsync(reader.Page, "office");
            await reader.Page.GotoAsync(city.Address + record);
            await Assertions.Expect(reader.Page.Locator("[data-testid=tried] tbody tr")).ToHaveCountAsync(rest);
            await reader.Page.SaveAsync($"workflow-moved-{look}");
            await reader.Page.ShouldNotScrollSidewaysAsync();
            await reader.Page.ShouldBeAccessibleAsync();
        }

        foreach (var look in new[] { new Look(), new Look(390), new Look(1280, Dark: true), new Look(1280, Language: "en") })
        {
            await using var other = await browser.VisitAsync(look);
            await city.SignInAsync(other.Page, "admin");
            await other.Page.GotoAsync(city.Address + "/admin/workflows/project-proposal/move?from=1&to=2");
            await other.Page.SaveAsync($"workflow-move-{look}");
            await other.Page.ShouldNotScrollSidewaysAsync();
            await other.Page.ShouldBeAccessibleAsync();
        }
    }
}
