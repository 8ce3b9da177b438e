namespace Governance.Browser.Tests;

/// <summary>Every component in every look: axe finds nothing, and a picture is kept for people to look at.</summary>
public abstract class LookTests(BrowserFixture browser, string path)
{
    /// <summary>Width, dark, language.</summary>
    public static TheoryData<int, bool, string> Looks() => new(
        from width in new[] { 1280, 390 } from dark in new[] { false, true } from language in new[] { "de", "en" }
        select (width, dark, language));

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing(int width, bool dark, string language)
    {
        var look = new Look(width, dark, language);
        await using var visit = await browser.VisitAsync(look);
        await visit.Page.GotoAsync(path);
        await visit.Page.SaveAsync($"{path.Trim('/').Replace('/', '-')}-{look}");
        await visit.Page.ShouldBeAccessibleAsync();
    }
}

// A class each, because classes run side by side.
public sealed class ComponentLooks(BrowserFixture browser) : LookTests(browser, "/styleguide");

public sealed class FormLooks(BrowserFixture browser) : LookTests(browser, "/styleguide/form");

public sealed class LetterLooks(BrowserFixture browser) : LookTests(browser, "/styleguide/letter");

public sealed class ErrorPageLooks(BrowserFixture browser) : LookTests(browser, "/no-such-page");
