using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>What every page must keep: WCAG 2.2 AA, best practices, no sideways scroll.</summary>
public static class Accessibility
{
    // Colours depend on the theme alone, everything else on what the page says and how wide it is: each is looked for where it can differ.
    // That is a third of the time of all tests in the browser.
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];
    private static readonly AxeRunOptions Everything = Rules("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static readonly AxeRunOptions Colours = Rules("rule", OfColours);
    private static readonly AxeRunOptions Words = Rules("tag", Everything.RunOnly.Values.ToArray());

    static Accessibility() => Words.Rules = OfColours.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false });

    /// <summary>Fails with rule, element and reason when axe finds anything.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        var look = await page.EvaluateAsync<string>("() => matchMedia('(prefers-color-scheme: dark)').matches && !document.documentElement.dataset.kernTheme ? 'dark' : document.documentElement.lang");
        var result = await page.RunAxe(look switch { "dark" => Colours, "en" => Words, _ => Everything });
        var findings = from violation in result.Violations
                       from node in violation.Nodes
                       select $"{violation.Id}: {node.Html} — {string.Join("; ", node.Any.Concat(node.All).Select(check => check.Message))}";
        findings.ShouldBeEmpty(page.Url);
    }

    // Of what passes nothing is told: a page has thousands of such elements.
    private static AxeRunOptions Rules(string by, params string[] names) =>
        new() { ResultTypes = [ResultType.Violations], RunOnly = new RunOnlyOptions { Type = by, Values = [.. names] } };

    /// <summary>Fails with the widest element when the page scrolls sideways.</summary>
    public static async Task ShouldNotScrollSidewaysAsync(this IPage page)
    {
        var widest = await page.EvaluateAsync<string?>("""
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return null;
              const wide = [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll-x, .tabs') && e.getBoundingClientRect().right > width + 1);
              return `${document.documentElement.scrollWidth} > ${width}: ${wide.map(e => e.outerHTML.slice(0, 120)).slice(0, 5).join('\n')}`;
            }
            """);
        widest.ShouldBeNull();
    }
}
