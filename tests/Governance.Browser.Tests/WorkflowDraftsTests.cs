using System.Text;
using Governance.People;
using Governance.Processes;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>A workflow changes by a draft: refused while it is broken, tried on the cases, published, retired; without scripts.</summary>
public sealed class WorkflowDraftsTests(BrowserFixture browser, DecisionCity city) : IClassFixture<DecisionCity>
{
    private const string Path = "/admin/workflows/project-proposal";

    [Fact]
    public async Task A_draft_is_checked_tried_published_and_retired()
    {
        await city.City.Program.AddPersonAsync("admin", Role.Administrator);
        var text = await File.ReadAllTextAsync(WebCity.Workflow());
        await using var visit = await browser.VisitAsync(new Look(), javaScript: false);
        var page = visit.Page;
        await city.SignInAsync(page, "admin");

        // What cannot be read, and what is missing, is told beside its field.
        await page.GotoAsync(city.Address + "/admin/workflows");
        await page.Locator("[data-testid=upload] button").ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary li")).ToHaveCountAsync(2);
        await UploadAsync(page, "upload", "{", "Versuch");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("lässt sich nicht lesen");

        // Broken: told with what would be right, and not to be published.
        await UploadAsync(page, "upload", text.Replace("\"port\": \"Reject\"", "\"port\": \"Rejekt\"", StringComparison.Ordinal), "Ablehnung umbenannt.");
        await Assertions.Expect(page.Locator("[data-testid=problems]")).ToContainTextAsync("Ein Weg geht von einem Ausgang ab, den es nicht gibt.");
        await Assertions.Expect(page.Locator("[data-testid=problems]")).ToContainTextAsync("Einen Ausgang Rejekt gibt es nicht; richtig wäre einer von: Complete, Return, Reject.");
        await Assertions.Expect(page.Locator("[data-testid=problems] .kern-badge--danger")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator($"a[href='{Path}/publish']")).ToHaveCountAsync(0);
        await ShowAsync("workflow-draft-broken", Path + "/draft");

        // Readable, but wrong: hearings are turned round. The dry run tells which cases would have gone elsewhere.
        await UploadAsync(page, "replace", Unheard(text), "Anhörungen entfallen.");
        await Assertions.Expect(page.Locator("[data-testid=problems] .kern-badge--danger")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-testid=problems]")).ToContainTextAsync("„office“"); // this city has no such body: a warning
        await page.Locator($".page-head a[href='{Path}/try']").ClickAsync();
        await using var db = city.City.Program.Open();
        var heard = await db.Set<JournalStep>().CountAsync(step => step.Entries.Contains("\"first-hearing\",\"event\":\"Completed\""));
        heard.ShouldBeGreaterThan(0);
        await Assertions.Expect(page.Locator("[data-testid=tried] tbody tr")).ToHaveCountAsync(heard);
        await Assertions.Expect(page.Locator("[data-testid=tried]")).ToContainTextAsync("anderer Weg");
        await ShowAsync("workflow-dry-run", Path + "/try");
        await page.Locator("[data-testid=tried] a").First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-testid=steps]")).ToContainTextAsync("„Formale Prüfung“: Vollständig");
        await ShowAsync("case-journal", new Uri(page.Url).AbsolutePath);

        // Put right and published.
        await page.GotoAsync(city.Address + Path + "/draft");
        await UploadAsync(page, "replace", text.Replace("\"5wd\"", "\"6wd\"", StringComparison.Ordinal), "Sechs statt fünf Werktage.");
        await page.Locator($".page-head a[href='{Path}/publish']").ClickAsync();
        await Assertions.Expect(page.Locator("#Note")).ToHaveValueAsync("Sechs statt fünf Werktage.");
        await ShowAsync("workflow-publish", Path + "/publish");
        await using var twice = await browser.VisitAsync(new Look(), javaScript: false);
        await city.SignInAsync(twice.Page, "admin");
        await twice.Page.GotoAsync(city.Address + Path + "/publish");
        await page.Locator("[data-testid=publish] button").ClickAsync();
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("Fassung 2 ist veröffentlicht.");
        await twice.Page.Locator("[data-testid=publish] button").ClickAsync();
        await Assertions.Expect(twice.Page.Locator(".banner--good")).ToContainTextAsync("Diesen Entwurf gibt es nicht mehr");

        // Retired again, with a reason; the history tells both.
        await page.Locator("[data-testid=versions] a[href*=retire]").ClickAsync();
        await page.Locator("[data-testid=retire] button").ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary li")).ToHaveCountAsync(1);
        await page.FillAsync("#Reason", "Der Rat hat fünf Werktage beschlossen.");
        await ShowAsync("workflow-retire", Path + "/retire?version=2");
        await page.Locator("[data-testid=retire] button").ClickAsync();
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("Neue Vorgänge beginnen auf Fassung 1.");
        await Assertions.Expect(page.Locator("[data-testid=audit]")).ToContainTextAsync("Der Rat hat fünf Werktage beschlossen.");
        (await DefinitionStore.LatestAsync(db, "project-proposal", CancellationToken.None)).ShouldBe(1);
        await ShowAsync("workflow-versions", Path + "?version=2");

        // A page that was opened before says so instead of doing the opposite.
        await page.GotoAsync(city.Address + Path + "/retire?version=2");
        await using var late = await browser.VisitAsync(new Look(), javaScript: false);
        await city.SignInAsync(late.Page, "admin");
        await late.Page.GotoAsync(city.Address + Path + "/retire?version=2");
        foreach (var one in new[] { page, late.Page })
        {
            await one.FillAsync("#Reason", "Doch richtig.");
            await one.Locator("[data-testid=retire] button").ClickAsync();
        }

        await Assertions.Expect(late.Page.Locator(".error-summary")).ToContainTextAsync("können neue Vorgänge schon beginnen");

        // A draft is discarded.
        await page.GotoAsync(city.Address + "/admin/workflows");
        await UploadAsync(page, "upload", text + " ", "Nur zum Verwerfen.");
        await ShowAsync("workflows", "/admin/workflows");
        await page.Locator("[data-testid=discard] button").ClickAsync();
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("verworfen");
    }

    private async Task ShowAsync(string name, string path)
    {
        foreach (var look in new[] { new Look(), new Look(390), new Look(390, Dark: true), new Look(1280, Dark: true), new Look(1280, Language: "en") })
        {
            await using var other = await browser.VisitAsync(look);
            await city.SignInAsync(other.Page, "admin");
            await other.Page.GotoAsync(city.Address + path);
            await other.Page.SaveAsync($"{name}-{look}");
            await other.Page.ShouldNotScrollSidewaysAsync();
            await other.Page.ShouldBeAccessibleAsync();
        }
    }

    private static async Task UploadAsync(IPage page, string form, string text, string note)
    {
        await page.Locator($"[data-testid={form}] input[type=file]").SetInputFilesAsync(new FilePayload { Name = "project-proposal.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.Locator($"[data-testid={form}] textarea").FillAsync(note);
        await page.Locator($"[data-testid={form}] button").ClickAsync();
    }

    // Who is to be heard is not, and who is not is.
    private static string Unheard(string text)
    {
        const string From = "\"activity\": \"more-hearings\",\n          \"port\": ";
        return text.Replace(From + "\"True\"", From + "\"?\"", StringComparison.Ordinal).Replace(From + "\"False\"", From + "\"True\"", StringComparison.Ordinal).Replace(From + "\"?\"", From + "\"False\"", StringComparison.Ordinal);
    }
}
