using System.Net;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Portal;

/// <summary>What law asks for on every site of a city can be read by everybody.</summary>
public sealed class NoticeTests
{
    [Theory]
    [InlineData("imprint", "Impressum")]
    [InlineData("privacy", "Datenschutz")]
    [InlineData("accessibility", "Barrierefreiheit")]
    [InlineData("easy-language", "Leichte Sprache")]
    public async Task Visitors_read_it(string notice, string title)
    {
        await using var program = await TestProgram.StartAsync();

        var page = await program.Browse().OpenAsync("/portal/" + notice);

        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.QuerySelectorAll("main .prose").ShouldNotBeEmpty();
        page.QuerySelector($".app-footer a[href='/portal/{notice}']")!.TextContent.ShouldBe(title);
    }

    [Fact]
    public async Task The_citys_own_pages_take_their_place_and_only_it_has_a_film_in_sign_language()
    {
        await using var program = await TestProgram.StartAsync(settings:
        [
            ("Governance:Notices:Imprint", "https://stadt.example/impressum"), ("Governance:Notices:SignLanguage", "https://stadt.example/dgs"),
        ]);

        var footer = (await program.Browse().OpenAsync("/account/sign-in")).QuerySelectorAll(".app-footer ul a").Select(link => link.GetAttribute("href"));

        footer.ShouldBe(["https://stadt.example/impressum", "/portal/privacy", "/portal/accessibility", "/portal/easy-language", "https://stadt.example/dgs"]);
    }

    [Theory]
    [InlineData("false", "missing", "Governance__Notices__Imprint")]
    [InlineData("true", "invented", "erfunden")]
    public async Task An_imprint_that_nobody_entered_says_so(string demo, string banner, string words)
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:Demo", demo));

        (await program.Browse().OpenAsync("/portal/imprint")).QuerySelector($"[data-testid={banner}]")!.TextContent.ShouldContain(words);
    }

    [Theory]
    [InlineData("NW", 1)]
    [InlineData("HE", 0)]
    public async Task The_ombuds_office_is_that_of_the_state(string state, int times)
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:FederalState", state));

        (await program.Browse().OpenAsync("/portal/accessibility")).QuerySelectorAll("[data-testid=ombuds]").Length.ShouldBe(times);
    }

    [Fact]
    public async Task There_is_no_notice_of_another_name()
    {
        await using var program = await TestProgram.StartAsync();

        (await program.Browse().Client.GetAsync("/portal/anything")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
