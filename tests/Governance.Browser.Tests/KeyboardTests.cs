using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>Everything is reached and seen without a mouse.</summary>
public sealed class KeyboardTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_first_key_shows_the_skip_link_and_it_leads_to_the_content()
    {
        await using var visit = await browser.VisitAsync(new Look());
        await visit.Page.GotoAsync("/styleguide");
        await visit.Page.EvaluateAsync("document.activeElement.blur()");
        await visit.Page.GotoAsync("/styleguide/letter");
        await visit.Page.Keyboard.PressAsync("Tab");
        (await visit.Page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip-link");
        (await visit.Page.Locator(".skip-link").BoundingBoxAsync())!.Y.ShouldBeGreaterThanOrEqualTo(0);
        await visit.Page.Keyboard.PressAsync("Enter");
        (await visit.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("content");
    }

    [Theory, InlineData(1280), InlineData(390)]
    public async Task Tab_reaches_every_control_and_shows_where_it_is(int width)
    {
        await using var visit = await browser.VisitAsync(new Look(width));
        var page = visit.Page;
        await page.GotoAsync("/styleguide");
        var expected = await page.EvaluateAsync<int>("""
            () => {
              let i = 0;
              for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'))
                if (e.checkVisibility({ visibilityProperty: true })) e.dataset.stop = i++;
              return i;
            }
            """);
        expected.ShouldBeGreaterThan(40);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        List<string> unseen = [];
        for (var step = 0; step < expected + 20; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string?>(Where);
            if (stop is null) continue;
            reached.Add(stop.Split('|')[0]);
            if (!stop.EndsWith("|seen", StringComparison.Ordinal)) unseen.Add(stop);
        }

        unseen.ShouldBeEmpty();
        // A group of radio buttons is one stop: its other answers are reached by arrow keys.
        var missed = await page.EvaluateAsync<string[]>("""
            seen => [...document.querySelectorAll('[data-stop]')].filter(e => !seen.includes(e.dataset.stop) && e.type !== 'radio').map(e => e.outerHTML.slice(0, 120))
            """, reached.ToArray());
        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_menu_opens_on_a_phone_by_key_and_closes_by_escape()
    {
        await using var visit = await browser.VisitAsync(new Look(390));
        await visit.Page.GotoAsync("/styleguide");
        var entry = visit.Page.Locator("#main-navigation a").First;
        (await entry.IsVisibleAsync()).ShouldBeFalse();
        await visit.Page.Locator(".menu-button").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(entry).ToBeVisibleAsync();
        await visit.Page.SaveAsync("menu-390");
        await visit.Page.ShouldBeAccessibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(entry).ToBeHiddenAsync();
    }

    [Theory, InlineData(1280), InlineData(390)]
    public async Task The_account_menu_opens_within_the_window(int width)
    {
        await using var visit = await browser.VisitAsync(new Look(width));
        await visit.Page.GotoAsync("/styleguide/letter");
        await visit.Page.Locator("button.account").ClickAsync();
        var box = (await visit.Page.Locator("#account-menu").BoundingBoxAsync())!;
        await visit.Page.SaveAsync($"account-menu-{width}");
        box.X.ShouldBeGreaterThanOrEqualTo(0);
        (box.X + box.Width).ShouldBeLessThanOrEqualTo(width);
        await visit.Page.ShouldBeAccessibleAsync();
    }

    private const string Where = """
        () => {
          const e = document.activeElement;
          if (!e || !e.dataset.stop) return null;
          const shows = x => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none'; };
          const box = e.getBoundingClientRect();
          const seen = (shows(e) || (e.closest('label') && shows(e.closest('label')))) && box.height > 0;
          return `${e.dataset.stop}|${e.outerHTML.slice(0, 90)}|${seen ? 'seen' : 'unseen'}`;
        }
        """;
}
