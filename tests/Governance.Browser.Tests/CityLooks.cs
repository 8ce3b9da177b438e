using Governance.Browser.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Governance.Browser.Tests;

/// <summary>The whole program with the demo city. Started when the first test needs it, since founding the city takes a while.</summary>
public sealed class DemoSite : WebApplicationFactory<Program>
{
    private readonly Lazy<Uri> _address;

    /// <summary>Prepares it.</summary>
    public DemoSite() => _address = new(() =>
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    });

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Value;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment("Development").UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Governance:DataPath", Directory.CreateTempSubdirectory("governance-demo-").FullName).UseSetting("Governance:Demo", "true");
}

/// <summary>The pages of office, treasurer and administration with the demo city's data, in every look.</summary>
public sealed class CityLooks(BrowserFixture browser, DemoSite demo)
{
    private const string Visitor = "visitor";

    /// <summary>Pages, by who opens them.</summary>
    private static readonly (string Name, string[] Paths)[] Pages =
    [
        ("office", ["/", "/office", "/bodies", "/bodies/steering"]), ("treasurer", ["/budget", "/budget/lines/new", "line", "book"]),
        ("admin", ["/admin", "/admin/people", "/admin/people?role=Office", "/admin/people/new", "person", "person/edit", "person/lock", "person/password", "person/roles/new", "/bodies/edit", "/bodies/edit/council", "/admin/authority", "/admin/workflows", "/admin/workflows/project-proposal"]), ("owner", ["/", "/account/deputy", "/account/password", "/account/sign-out"]), (Visitor, ["/account/sign-in", "/portal/imprint", "/portal/privacy", "/portal/accessibility", "/portal/easy-language"]),
        ("clerk", ["/bodies/committee-mobility/seats", "/bodies/committee-mobility/seats/new", "seat"]),
    ];

    /// <summary>Width, dark, person, language.</summary>
    public static TheoryData<int, bool, string, string> Looks() => new(
        [.. from width in new[] { 1280, 390 } from dark in new[] { false, true } from page in Pages select (width, dark, page.Name, "de"), .. from page in Pages select (1280, false, page.Name, "en")]);

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(int width, bool dark, string name, string language)
    {
        var look = new Look(width, dark, language);
        await using var visit = await browser.VisitAsync(look);
        if (name != Visitor)
            await visit.Page.SignInAsync(demo.Address, name);
        foreach (var path in Pages.Single(page => page.Name == name).Paths)
        {
            await visit.Page.GotoAsync(new Uri(demo.Address, await AddressAsync(visit.Page, path)).ToString());
            await visit.Page.SaveAsync($"{name}{(path == "/" ? "-start" : path.StartsWith('/') ? path.Replace('/', '-').Replace('?', '-') : "-" + path.Replace('/', '-'))}-{look}");
            (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
            await visit.Page.ShouldBeAccessibleAsync();
            await visit.Page.ShouldNotScrollSidewaysAsync();
        }
    }

    // A line, a seat or a person has no address that is known beforehand: the first of the table.
    private async Task<string> AddressAsync(IPage page, string path)
    {
        if (path.StartsWith('/'))
            return path;
        if (path.StartsWith("person", StringComparison.Ordinal))
        {
            await page.GotoAsync(new Uri(demo.Address, "/admin/people?role=ProjectOwner").ToString());
            return (await page.Locator("[data-testid=people] tbody a").First.GetAttributeAsync("href"))! + path["person".Length..];
        }

        if (path == "seat")
        {
            await page.GotoAsync(new Uri(demo.Address, "/bodies/committee-mobility/seats").ToString());
            return (await page.Locator("main tbody a[href*='/seats/']").First.GetAttributeAsync("href"))!;
        }

        await page.GotoAsync(new Uri(demo.Address, "/budget").ToString());
        var line = await page.Locator("[data-testid=lines] tbody a").First.GetAttributeAsync("href");
        return path == "line" ? line! : line + "/book";
    }
}

/// <summary>What a demo's visitor does first.</summary>
public static class DemoSignIn
{
    /// <summary>Signs in with a name of the demo and the password that the page shows.</summary>
    public static async Task SignInAsync(this IPage page, Uri site, string name)
    {
        await page.GotoAsync(new Uri(site, "/account/sign-in").ToString());
        var password = await page.Locator("[data-testid=demo-password]").InnerTextAsync();
        await page.FillAsync("#Name", name);
        await page.FillAsync("#Password", password);
        await page.ClickAsync("[data-testid=sign-in]");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }
}
