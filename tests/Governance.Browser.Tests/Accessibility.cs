using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>What every page must keep: WCAG 2.2 AA, best practices, no sideways scroll.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        // Of what passes nothing is told: a page has thousands of such elements.
        ResultTypes = [ResultType.Violations],
        RunOnly = new RunOnlyOptions
        {
            Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        }
    };

    /// <summary>Fails with rule, element and reason when axe finds anything.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe(Rules);
        var findings = from violation in result.Violations
                       from node in violation.Nodes
                       select $"{violation.Id}: {node.Html} — {string.Join("; ", node.Any.Concat(node.All).Select(check => check.Message))}";
        findings.ShouldBeEmpty(page.Url);
    }

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
