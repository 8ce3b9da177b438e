using Governance.Proposals;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>Daily work by Tab, Space, Enter and letters alone; at every stop it is seen where the keyboard is.</summary>
public sealed class KeyboardWorkTests(BrowserFixture browser, KeyboardCity city) : IClassFixture<KeyboardCity>
{
    // More stops than any page has: then the control is not reached at all.
    private const int MostStops = 150;

    [Fact]
    public async Task A_task_is_found_opened_answered_with_a_comment_and_sent()
    {
        var proposal = await city.City.SubmitAsync(48_900, "Sensornetz für Straßenbäume");
        var task = await city.City.TaskAsync(proposal, "formal-check");
        await using var visit = await browser.VisitAsync(new Look());
        var page = visit.Page;
        await SignInAsync(page, "office");
        await FollowAsync(page, "a[href='/inbox']");

        // Over menus and head to the list.
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip-link");
        (await page.EvaluateAsync<bool>(Seen)).ShouldBeTrue("the skip link shows");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("content");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null")).ShouldBeTrue("the next stop lies behind the skip link's target");

        await FollowAsync(page, $"main a[href='/inbox/{task}']");
        await TabToAsync(page, "#Comment");
        await page.Keyboard.TypeAsync("Vollständig; die Angebote liegen bei.");
        await TabToAsync(page, "button[name=Outcome][value=Complete]");
        await page.Keyboard.PressAsync("Space");

        await Assertions.Expect(page.Locator(".banner--good")).ToBeVisibleAsync();
        var answered = await city.City.ReadAsync(task);
        (answered.Outcome, answered.Comment).ShouldBe(("Complete", "Vollständig; die Angebote liegen bei."));
    }

    [Fact]
    public async Task The_first_step_of_a_proposal_is_filled_in_and_saved()
    {
        await using var visit = await browser.VisitAsync(new Look());
        var page = visit.Page;
        await SignInAsync(page, "owner");
        await FollowAsync(page, "a[href='/proposals']");
        await TabToAsync(page, "main form[method=post] button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/edit/1");

        await TabToAsync(page, "[name='Form.Title']");
        await page.Keyboard.TypeAsync("Hitzeschutz mit der Tastatur");
        await TabToAsync(page, "button[name=Go][value=next]");
        await page.Keyboard.PressAsync("Space");
        await page.WaitForURLAsync("**/edit/2");

        await using var db = city.City.Program.Open();
        (await db.Set<Proposal>().CountAsync(row => row.Title == "Hitzeschutz mit der Tastatur")).ShouldBe(1);
    }

    private async Task SignInAsync(IPage page, string name)
    {
        await page.GotoAsync(city.Address + "/account/sign-in");
        await TabToAsync(page, "#Name");
        await page.Keyboard.TypeAsync(name);
        await TabToAsync(page, "#Password");
        await page.Keyboard.TypeAsync(TestProgram.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
    }

    private static async Task FollowAsync(IPage page, string link)
    {
        await TabToAsync(page, link);
        var address = await page.EvaluateAsync<string>("document.activeElement.href");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address);
    }

    private static async Task TabToAsync(IPage page, string control)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await page.EvaluateAsync<bool>("control => document.activeElement.matches(control)", control))
                return;
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<bool>(Seen)).ShouldBeTrue($"{page.Url}: " + await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)"));
        }

        throw new ShouldAssertException($"{page.Url}: Tab does not reach {control}");
    }

    // Of the document itself and of the browser's own bar nothing is seen here.
    private const string Seen = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return true;
          const shows = x => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none'; };
          const box = e.getBoundingClientRect();
          return (shows(e) || !!e.closest('label') && shows(e.closest('label'))) && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
        }
        """;
}

/// <summary>A small city on a port of its own.</summary>
public sealed class KeyboardCity : IAsyncLifetime
{
    /// <summary>The city.</summary>
    public WebCity City { get; } = new() { Listens = true };

    /// <summary>Where it listens, without the last slash.</summary>
    public string Address { get; private set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await City.InitializeAsync();
        Address = City.Program.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => City.DisposeAsync();
}
