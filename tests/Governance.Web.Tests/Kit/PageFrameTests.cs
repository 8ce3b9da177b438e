using System.Net;

namespace Governance.Web.Tests.Kit;

/// <summary>What surrounds every page: headers, language, theme, error pages.</summary>
public sealed class PageFrameTests(KitSite site)
{
    [Fact]
    public async Task Nothing_may_come_from_elsewhere_or_run_inline()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(new Uri("/styleguide", UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var page = await site.ReadAsync(answer);
        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.QuerySelectorAll("[onclick], [onchange], [onsubmit]").ShouldBeEmpty();
        answer.Headers.Contains("Set-Cookie").ShouldBe(answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.All(cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal)));
    }

    [Theory, InlineData("/styleguide"), InlineData("/styleguide/form"), InlineData("/styleguide/letter")]
    public async Task Ids_are_unique_and_references_lead_somewhere(string path)
    {
        var page = await site.PageAsync(path);
        page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
        foreach (var attribute in new[] { "aria-labelledby", "aria-describedby", "for", "popovertarget" })
            foreach (var element in page.QuerySelectorAll($"[{attribute}]"))
                foreach (var id in element.GetAttribute(attribute)!.Split(' '))
                    page.GetElementById(id).ShouldNotBeNull($"{attribute}=\"{id}\"");
    }

    [Fact]
    public async Task Styles_and_fonts_are_served_and_named_by_their_content()
    {
        using var visitor = site.Visitor();
        var page = await visitor.PageAsync("/styleguide");
        var styles = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToArray();
        styles.Length.ShouldBe(2);
        foreach (var href in styles.Append("/lib/fonts/fira-sans-latin-400-normal.woff2"))
            (await visitor.GetByteArrayAsync(new Uri(href, UriKind.Relative))).Length.ShouldBeGreaterThan(10_000, href);
        styles.ShouldAllBe(href => href.Split('.').Length >= 3);
    }

    [Theory, InlineData("?culture=en", "en"), InlineData("", "de"), InlineData("?culture=fr", "de")]
    public async Task The_language_follows_the_address_and_is_german_otherwise(string query, string expected) =>
        (await site.PageAsync("/styleguide" + query)).DocumentElement.GetAttribute("lang").ShouldBe(expected);

    [Fact]
    public async Task The_switch_remembers_language_and_theme()
    {
        using var visitor = site.Visitor();
        using var body = new FormUrlEncodedContent([new("culture", "en"), new("theme", "dark"), new("returnUrl", "/styleguide?x=1")]);
        using var answer = await visitor.PostAsync("/preferences", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe("/styleguide?x=1");
        var page = await visitor.PageAsync("/styleguide");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.DocumentElement.GetAttribute("data-kern-theme").ShouldBe("dark");
    }

    [Theory, InlineData("https://evil.example"), InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("/\t/evil.example"), InlineData("")]
    public async Task The_switch_leads_nowhere_else(string target)
    {
        using var visitor = site.Visitor();
        using var body = new FormUrlEncodedContent([new("theme", "dark"), new("returnUrl", target)]);
        using var answer = await visitor.PostAsync("/preferences", body);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory, InlineData("de", "Seite nicht gefunden"), InlineData("en", "Page not found")]
    public async Task A_missing_page_looks_like_the_others(string language, string heading)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(new Uri($"/no-such-page?culture={language}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await site.ReadAsync(answer);
        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.QuerySelector(".app-header").ShouldNotBeNull();
    }

    [Theory, InlineData(400, "Anfrage nicht lesbar"), InlineData(403, "Kein Zugriff"), InlineData(404, "Seite nicht gefunden"), InlineData(500, "Das hat nicht geklappt")]
    public async Task Every_failure_has_its_words(int code, string heading)
    {
        var page = await site.PageAsync($"/error/{code}");
        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.QuerySelectorAll("code").Length.ShouldBe(code >= 500 ? 1 : 0);
    }

    [Fact]
    public async Task The_current_page_is_marked_in_the_navigation()
    {
        var page = await site.PageAsync("/styleguide/form");
        page.QuerySelectorAll("#main-navigation [aria-current=page]").Single().GetAttribute("href").ShouldBe("/styleguide");
    }
}
