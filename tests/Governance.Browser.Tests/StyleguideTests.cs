namespace Governance.Browser.Tests;

/// <summary>Every component at every width, within the policy, large enough.</summary>
public sealed class StyleguideTests(BrowserFixture browser)
{
    private static readonly string[] Paths = ["/styleguide", "/styleguide/form", "/styleguide/letter", "/no-such-page"];

    public static TheoryData<string> AllPaths() => [.. Paths];

    [Theory, MemberData(nameof(AllPaths))]
    public async Task Nothing_scrolls_sideways(string path)
    {
        await using var visit = await browser.VisitAsync(new Look());
        await visit.Page.GotoAsync(path);
        foreach (var width in new[] { 1280, 1100, 1000, 800, 600, 390, 320 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await visit.Page.ShouldNotScrollSidewaysAsync();
        }
    }

    [Fact]
    public async Task Nothing_breaks_the_content_security_policy()
    {
        await using var visit = await browser.VisitAsync(new Look());
        List<string> complaints = [];
        visit.Page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        foreach (var path in Paths[..3]) await visit.Page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });
        complaints.ShouldBeEmpty();
    }

    [Theory, InlineData(320), InlineData(1280)]
    public async Task Targets_are_large_enough_for_a_finger(int width)
    {
        await using var visit = await browser.VisitAsync(new Look(width));
        await visit.Page.GotoAsync("/styleguide");
        // Links in running text are exempt (WCAG 2.5.8); a choice is as large as its label.
        var small = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main button, main a, header button, header a, footer a, footer button, select')]
              .filter(e => e.checkVisibility() && !e.closest('p.rule, .pipeline p') && e.getBoundingClientRect().height < 40)
              .map(e => `${e.getBoundingClientRect().height}: ${e.outerHTML.slice(0, 100)}`)
            """);
        small.ShouldBeEmpty();
    }
}
