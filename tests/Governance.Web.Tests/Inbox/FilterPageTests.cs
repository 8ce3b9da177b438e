using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Web.Tests.Inbox;

public sealed class FilterPageTests
{
    [Fact]
    public async Task Filters_stand_in_the_address_as_chips_that_can_be_taken_off()
    {
        await using var city = await WebCity.FoundAsync();
        var late = await city.SubmitAsync(20_000, "Hitzeschutz-Lotse");
        _ = await city.SubmitAsync(21_000, "Radstation");
        await city.DueAsync(await city.TaskAsync(late, "formal-check"), new(2026, 11, 20));
        var browser = await city.SignInAsync("office");

        var page = await browser.OpenAsync("/inbox?q=lotse&due=overdue&area=mobility");
        page.QuerySelectorAll("[data-testid=task] .tasks__title").Select(title => title.Line()).ShouldBe(["Hitzeschutz-Lotse"]);
        page.QuerySelectorAll("[data-testid=chips] a").Select(chip => (chip.Line(), chip.GetAttribute("href"))).ShouldBe(
            [
                ("„lotse“ entfernen", "/inbox?area=mobility&due=overdue"), ("Überfällig entfernen", "/inbox?area=mobility&q=lotse"),
                ("Mobilität entfernen", "/inbox?due=overdue&q=lotse"), ("Alle Filter entfernen", "/inbox"),
            ]);
        page.QuerySelectorAll(".filters a[aria-current]").Single().GetAttribute("href").ShouldBe("/inbox?area=mobility&due=overdue&q=lotse");
        page.QuerySelector("details.filter")!.HasAttribute("open").ShouldBeTrue();
        page.QuerySelector("#filter-due option[selected]")!.GetAttribute("value").ShouldBe("overdue");

        var nothing = await browser.OpenAsync("/inbox?q=gibtesnicht&kind=decision");
        nothing.QuerySelector("[data-testid=empty]")!.Line().ShouldContain("Nehmen Sie einzelne Filter weg");
        nothing.QuerySelector("[data-testid=chips] a")!.GetAttribute("href").ShouldBe("/inbox?kind=Decision");
        (await browser.OpenAsync("/inbox?due=irgendwann&kind=tanz&deputised=perhaps")).QuerySelectorAll("[data-testid=task]").Length.ShouldBe(2, "words that mean nothing do not filter");
        var plain = await browser.OpenAsync("/inbox");
        plain.QuerySelector("details.filter")!.HasAttribute("open").ShouldBeFalse();
        plain.QuerySelector("[data-testid=chips]").ShouldBeNull();
        plain.QuerySelector("#filter-deputised").ShouldBeNull("nobody is deputised");
    }

    [Fact]
    public async Task Programs_filter_alike()
    {
        await using var city = await WebCity.FoundAsync();
        _ = await city.SubmitAsync(20_000, "Hitzeschutz-Lotse");
        await city.ToBallotAsync(50_000);
        var (office, member) = (await city.CallAsync("office"), await city.CallAsync("steering-1"));
        foreach (var (client, query, count) in new[]
        {
            (office, "lifeArea=mobility", 1), (office, "lifeArea=health", 0), (office, "q=lotse", 1), (office, "q=x&lifeArea=mobility", 0), (office, "deputised=true", 0),
            (member, "body=steering", 1), (member, "body=council", 0), (member, "deputised=false", 1),
        })
            (await client.GetFromJsonAsync<JsonObject>("/api/v1/tasks?" + query))!["items"]!.AsArray().Count.ShouldBe(count, query);
    }

    [Fact]
    public async Task Paging_and_bulk_keep_the_filter()
    {
        await using var city = await WebCity.FoundAsync();
        var proposal = await city.SubmitAsync(20_000);
        var notice = await city.NoticeAsync(proposal, "citizen");
        await city.DoAsync("citizen", new Governance.Inbox.MarkTaskSeen(notice));
        var browser = await city.SignInAsync("citizen");

        var hidden = (await browser.OpenAsync("/inbox?area=mobility&kind=notice")).QuerySelectorAll("main form[method=post] input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "", StringComparer.Ordinal);
        (await browser.SendAsync("/inbox?area=mobility&kind=notice", hidden, ("Tasks", notice.ToString()))).Headers.Location!.ToString().ShouldBe("/inbox?kind=Notice&area=mobility");
    }
}
