using System.Net;
using Governance.Web.Tests.Home;

namespace Governance.Web.Tests.Office;

public sealed class ControlRoomTests
{
    [Theory]
    [InlineData("office", HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("owner", HttpStatusCode.Forbidden)]
    [InlineData("treasurer", HttpStatusCode.Forbidden)]
    [InlineData("member", HttpStatusCode.Forbidden)]
    [InlineData("citizen", HttpStatusCode.Forbidden)]
    public async Task Only_office_mayor_and_auditor_see_it(string name, HttpStatusCode status)
    {
        await using var city = await SmallCity.FoundAsync();

        (await (await city.Program.SignInAsync(name)).Client.GetAsync("/office")).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task It_counts_cases_and_euros_and_says_who_is_waited_for()
    {
        await using var city = await SmallCity.FoundAsync();
        var stuck = await city.SubmitAsync(20_000, "Ampeln");
        city.Program.Clock.Advance(TimeSpan.FromDays(20));
        await city.SubmitAsync(5_000, "Radzähler");

        var page = await (await city.Program.SignInAsync("office")).OpenAsync("/office");

        page.QuerySelector("[data-testid=cases] dd")!.TextContent.ShouldStartWith("2");
        page.QuerySelector("[data-testid=cases] small")!.TextContent.ShouldBe("25.000,00\u00A0€");
        var row = page.QuerySelectorAll("[data-testid=stuck] tbody tr").ShouldHaveSingleItem();
        row.QuerySelector($"a[href='/proposals/{stuck}']")!.TextContent.ShouldBe("Ampeln");
        row.TextContent.ShouldContain("Stabsstelle Digitalisierung");
        row.TextContent.ShouldContain("20\u00A0Tage");
        row.TextContent.ShouldContain("Formale Prüfung");
        row.TextContent.ShouldContain("überfällig");
        page.QuerySelector("[data-testid=load]")!.TextContent.ShouldContain("davon 1\u00A0überfällig");
    }

    [Fact]
    public async Task It_shows_how_long_stations_took()
    {
        await using var city = await SmallCity.FoundAsync();
        var id = await city.SubmitAsync(20_000, "Ampeln");
        city.Program.Clock.Advance(TimeSpan.FromDays(3));
        await using (var db = city.Program.Open())
        {
            var task = db.Set<Governance.Inbox.InboxTask>().Single(row => row.ProposalId == id && row.IsOpen && row.ActivityId == "formal-check");
            await city.Do("office", new Governance.Inbox.CompleteTask(task.Id, "Complete", null));
        }

        var page = await (await city.Program.SignInAsync("office")).OpenAsync("/office");

        page.QuerySelector("[data-testid=pace]")!.TextContent.ShouldContain("3\u00A0Tage");
        page.QuerySelector("[data-testid=pipeline]")!.TextContent.ShouldContain("Fachliche Prüfung");
    }

    [Fact]
    public async Task Empty_it_says_that_nothing_is_stuck()
    {
        await using var city = await SmallCity.FoundAsync();

        var page = await (await city.Program.SignInAsync("office")).OpenAsync("/office");

        page.QuerySelector("[data-testid=stuck] .empty").ShouldNotBeNull();
    }
}
