using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.People;
using Governance.Web.Api;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Accounts;

public sealed class DeputyPageTests
{
    [Fact]
    public async Task A_person_enters_and_ends_a_deputy_on_the_page()
    {
        await using var city = await WebCity.FoundAsync();
        var browser = await city.SignInAsync("treasurer");
        (await browser.OpenAsync("/inbox")).QuerySelectorAll(".page-head a").Select(link => link.GetAttribute("href")).ShouldContain("/account/deputy");
        (await browser.OpenAsync("/")).QuerySelectorAll("#account-menu a").Select(link => link.GetAttribute("href")).ShouldContain("/account/deputy");
        var empty = await browser.OpenAsync("/account/deputy");
        empty.QuerySelector("[data-testid=none]").ShouldNotBeNull();
        empty.QuerySelector("#PersonId").ShouldBeNull("only one's own");
        empty.QuerySelectorAll("#DeputyId option").Select(option => option.Line()).ShouldBe(["Bitte wählen", "Anne Wolters", "Frank Osterholz", "Mirko Stahlberg", "Nils Petersen", "Sabine Kruse"]);

        var answer = await browser.SubmitAsync("/account/deputy", Form(city.Id("office")));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync("/account/deputy");
        page.QuerySelector(".banner--good")!.Line().ShouldContain("eingetragen");
        page.QuerySelector("tbody tr")!.Line().ShouldContain("Sabine Kruse");
        (await (await city.SignInAsync("office")).OpenAsync("/account/deputy")).QuerySelector("tbody tr")!.Line().ShouldContain("Sie (Sabine Kruse)");
        (await browser.SendAsync("/account/deputy?handler=End", await browser.HiddenAsync("/account/deputy"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.OpenAsync("/account/deputy")).QuerySelector("[data-testid=none]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Mistakes_stand_at_their_fields_and_what_was_typed_stays()
    {
        await using var city = await WebCity.FoundAsync();
        var browser = await city.SignInAsync("treasurer");

        var answer = await browser.SubmitAsync("/account/deputy", ("From.Day", "1"), ("From.Month", "11"), ("From.Year", "2026"), ("Until.Day", "31"), ("Until.Month", "2"), ("Until.Year", "2027"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.PageAsync()).QuerySelector(".error-summary a[href='#Until']").ShouldNotBeNull();

        answer = await browser.SubmitAsync("/account/deputy", ("From.Day", "1"), ("From.Month", "11"), ("From.Year", "2026"));
        var page = await answer.PageAsync();
        page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(["#DeputyId", "#From", "#Until"]);
        page.QuerySelector("#From-month")!.GetAttribute("value").ShouldBe("11");
        (await city.Program.Browse().Client.GetAsync("/account/deputy")).Headers.Location!.ToString().ShouldContain("/account/sign-in");
    }

    [Fact]
    public async Task The_office_enters_one_for_who_is_ill_and_members_of_bodies_enter_none()
    {
        await using var city = await WebCity.FoundAsync();
        var office = await city.SignInAsync("office");
        (await office.SubmitAsync("/account/deputy", [("PersonId", city.Id("clerk").ToString()), .. Form(city.Id("office2"))])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.OpenAsync("/account/deputy")).QuerySelector("tbody tr")!.Line().ShouldContain("Anne Wolters Mirko Stahlberg");

        var member = await (await city.SignInAsync("steering-2")).OpenAsync("/account/deputy");
        member.QuerySelector("[data-testid=enter]").ShouldBeNull();
    }

    [Fact]
    public async Task Programs_enter_list_and_end_it()
    {
        await using var city = await WebCity.FoundAsync();
        var client = await city.CallAsync("treasurer");
        (await client.GetFromJsonAsync<JsonObject>("/api/v1/deputies/colleagues"))!["items"]!.AsArray().Count.ShouldBe(6);
        var created = await client.PostAsJsonAsync("/api/v1/deputies", new { deputyId = city.Id("office"), from = "2026-11-23", until = "2026-11-30" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var twice = await client.PostAsJsonAsync("/api/v1/deputies", new { deputyId = city.Id("office2"), from = "2026-11-30", until = "2026-12-30" });
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await twice.Content.ReadFromJsonAsync<Problem>())!.Detail.ShouldContain("Sabine Kruse");
        var wrong = await client.PostAsJsonAsync("/api/v1/deputies", new { deputyId = city.Id("treasurer"), from = "2026-01-01" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadFromJsonAsync<Problem>())!.Errors!.Keys.Order(StringComparer.Ordinal).ShouldBe(["deputyId", "from", "until"]);
        (await client.PostAsJsonAsync("/api/v1/deputies", new { personId = city.Id("office"), deputyId = city.Id("office2"), from = "2026-11-23", until = "2026-11-30" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var line = (await client.GetFromJsonAsync<JsonObject>("/api/v1/deputies"))!["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)line["until"]).ShouldBe("2026-11-30");
        (await (await city.CallAsync("owner")).PostAsync($"/api/v1/deputies/{line["id"]}/end", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsync($"/api/v1/deputies/{line["id"]}/end", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.PostAsync($"/api/v1/deputies/{line["id"]}/end", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await client.PostAsync($"/api/v1/deputies/{Guid.NewGuid()}/end", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var db = city.Program.Open();
        (await db.Set<Deputy>().CountAsync()).ShouldBe(1);
    }

    private static (string, string)[] Form(Guid deputy) =>
        [("DeputyId", deputy.ToString()), ("From.Day", "23"), ("From.Month", "11"), ("From.Year", "2026"), ("Until.Day", "4"), ("Until.Month", "12"), ("Until.Year", "2026")];
}
