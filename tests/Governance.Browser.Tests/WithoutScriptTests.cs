using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>The site works where JavaScript is switched off.</summary>
public sealed class WithoutScriptTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_wrong_form_keeps_the_input_and_leads_to_each_field()
    {
        await using var visit = await browser.VisitAsync(new Look(), javaScript: false);
        var page = visit.Page;
        await page.GotoAsync("/styleguide/form");
        await page.FillAsync("#Title", "Sensornetz");
        await page.FillAsync("#Amount", "12.50");
        await page.FillAsync("#Start", "31");
        await page.FillAsync("#Start-month", "2");
        await page.FillAsync("#Start-year", "2027");
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary li")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#Title")).ToHaveValueAsync("Sensornetz");
        await Assertions.Expect(page.Locator("#Amount")).ToHaveValueAsync("12.50");
        await Assertions.Expect(page.Locator("#Start")).ToHaveValueAsync("31");
        await page.Locator(".error-summary a[href='#Start']").ClickAsync();
        (await page.Locator("#Start").EvaluateAsync<bool>("e => e === document.activeElement")).ShouldBeTrue();
        await page.SaveAsync("form-errors-1280");
    }

    [Fact]
    public async Task A_right_form_tells_its_success_once()
    {
        await using var visit = await browser.VisitAsync(new Look(), javaScript: false);
        var page = visit.Page;
        await page.GotoAsync("/styleguide/form");
        await page.FillAsync("#Title", "Sensornetz");
        await page.FillAsync("#Amount", "48.900,00 €");
        await page.FillAsync("#Start", "1");
        await page.FillAsync("#Start-month", "2");
        await page.FillAsync("#Start-year", "2027");
        await page.Locator("#Kind").CheckAsync();
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page.Locator(".banner--good")).ToContainTextAsync("48.900,00\u00A0€, ab Mo, 01.02.2027");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".banner--good")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Language_and_theme_change_by_a_plain_form_and_stay()
    {
        await using var visit = await browser.VisitAsync(new Look(), javaScript: false);
        var page = visit.Page;
        await page.GotoAsync("/styleguide/letter?culture=de&x=1");
        await page.Locator("button[value=en]").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        page.Url.ShouldEndWith("/styleguide/letter?x=1");
        await page.Locator("button[value=dark]").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-kern-theme", "dark");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task The_phone_menu_opens()
    {
        await using var visit = await browser.VisitAsync(new Look(390), javaScript: false);
        await visit.Page.GotoAsync("/styleguide");
        await visit.Page.Locator(".menu-button").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#main-navigation a").First).ToBeVisibleAsync();
    }
}
