using System.Net;

namespace Governance.Web.Tests.Home;

public sealed class StartTests
{
    [Fact]
    public async Task Signed_out_the_start_is_the_sign_in_page()
    {
        await using var city = await SmallCity.FoundAsync();

        var answer = await city.Program.Browse().Client.GetAsync("/");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/account/sign-in");
    }

    [Fact]
    public async Task The_start_shows_what_is_urgent_and_the_navigation_counts_it()
    {
        await using var city = await SmallCity.FoundAsync();
        await city.SubmitAsync(20_000, "Ampeln");

        var page = await (await city.Program.SignInAsync("office")).OpenAsync("/");

        page.QuerySelector("[data-testid=urgent] .tasks__title")!.TextContent.ShouldBe("Ampeln");
        page.QuerySelector(".app-nav a[href='/inbox'] .count")!.TextContent.ShouldStartWith("1");
        page.QuerySelector("[data-testid=pipeline] .pipeline")!.TextContent.ShouldContain("20 T€".Replace(' ', '\u00A0'));
    }

    [Fact]
    public async Task An_owner_sees_their_own_proposals_by_stage()
    {
        await using var city = await SmallCity.FoundAsync();
        var id = await city.SubmitAsync(20_000, "Ampeln");

        var page = await (await city.Program.SignInAsync("owner")).OpenAsync("/");

        var own = page.QuerySelector("[data-testid=own]")!;
        own.QuerySelector(".filters a")!.TextContent.ShouldContain("Formale Prüfung");
        own.QuerySelector($"a[href='/proposals/{id}']").ShouldNotBeNull();
        page.QuerySelector("[data-testid=pipeline]").ShouldBeNull();
    }

    [Fact]
    public async Task From_the_start_an_owner_begins_a_proposal_and_a_double_click_begins_one()
    {
        await using var city = await SmallCity.FoundAsync();
        var browser = await city.Program.SignInAsync("owner");
        var form = (await browser.OpenAsync("/")).QuerySelector(".page-head form")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!, StringComparer.Ordinal);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => browser.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        var address = answers.Select(answer => answer.Headers.Location!.ToString()).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        address.ShouldEndWith("/edit/1");
        (await browser.OpenAsync(address)).QuerySelector("main form input[type=text]").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("owner", "/", "[data-testid=own] .filters a")]
    [InlineData("office", "/office", ".pipeline a")]
    public async Task A_stage_opens_the_proposals_that_stand_there(string name, string address, string links)
    {
        await using var city = await SmallCity.FoundAsync();
        await city.SubmitAsync(20_000, "Ampeln");
        var browser = await city.Program.SignInAsync(name);
        if (name == "owner")
            await city.Do("owner", new Governance.Proposals.CreateDraft(new()));

        var link = (await browser.OpenAsync(address)).QuerySelectorAll(links).First(one => one.GetAttribute("href")!.EndsWith("=FormalCheck", StringComparison.Ordinal));

        (await browser.OpenAsync(link.GetAttribute("href")!)).QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Ampeln");
        (await browser.OpenAsync(link.GetAttribute("href")!.Replace("FormalCheck", "Rejected", StringComparison.Ordinal))).QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("office", "/inbox /proposals /bodies /budget /office /admin")]
    [InlineData("owner", "/inbox /proposals /bodies /budget")]
    [InlineData("treasurer", "/inbox /proposals /bodies /budget")]
    [InlineData("admin", "/inbox /proposals /bodies /admin")]
    [InlineData("member", "/inbox /proposals /bodies")]
    public async Task The_navigation_has_what_the_person_may_open(string name, string entries)
    {
        await using var city = await SmallCity.FoundAsync();

        var page = await (await city.Program.SignInAsync(name)).OpenAsync("/");

        page.QuerySelectorAll(".app-nav a").Select(link => link.GetAttribute("href")).ShouldBe(entries.Split(' '));
        page.QuerySelector(".app-search")!.GetAttribute("action").ShouldBe("/proposals");
    }

    [Fact]
    public async Task Every_page_of_the_navigation_speaks_English_too()
    {
        await using var city = await SmallCity.FoundAsync();
        await city.SubmitAsync(20_000, "Ampeln");
        var browser = await city.Program.SignInAsync("office");

        (await browser.OpenAsync("/?ui-culture=en")).QuerySelector("h1")!.TextContent.ShouldStartWith("Hello");
        (await browser.OpenAsync("/office?ui-culture=en")).QuerySelector("h1")!.TextContent.ShouldBe("Control room");
        (await browser.OpenAsync("/budget?ui-culture=en")).QuerySelector("h1")!.TextContent.ShouldBe("Budget 2026");
        (await browser.OpenAsync("/bodies?ui-culture=en")).QuerySelector("h1")!.TextContent.ShouldBe("Bodies");
        (await browser.OpenAsync("/admin/authority?ui-culture=en")).QuerySelector("h1")!.TextContent.ShouldBe("Authority table");
        (await browser.OpenAsync("/admin/workflows?ui-culture=en")).QuerySelector("h1")!.TextContent.ShouldBe("Workflows");
    }
}
