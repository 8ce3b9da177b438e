using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Processes;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Governance.Web.Tests.Proposals;

namespace Governance.Web.Tests.Processes;

/// <summary>Cases that people begin about a proposal: page and API.</summary>
public sealed class OtherCasesPagesTests(OtherCasesCity city) : IClassFixture<OtherCasesCity>
{
    [Fact]
    public async Task The_office_begins_a_report_and_the_second_click_finds_it()
    {
        var proposal = await city.City.ToRunningAsync();
        var browser = await city.City.SignInAsync("office");
        (await browser.OpenAsync($"/proposals/{proposal}/route")).QuerySelectorAll("[data-testid=beginnings] a").Select(link => link.TextContent).ShouldBe(["Umlaufbeschluss", "Fortschrittsbericht"]);
        var path = $"/proposals/{proposal}/begin/progress-report";

        var missing = await browser.SubmitAsync(path, ("Data.topics", "Barrierefreiheit"));
        missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await missing.PageAsync()).QuerySelector("[name='Data.topics']")!.GetAttribute("value").ShouldBe("Barrierefreiheit", "what was typed stays");
        var odd = await browser.SubmitAsync(path, ("Data.dueOn.Day", "31"), ("Data.dueOn.Month", "2"), ("Data.dueOn.Year", "2027"));
        odd.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // The same form, sent twice.
        var form = (await browser.OpenAsync(path)).QuerySelectorAll("main form input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!, StringComparer.Ordinal);
        foreach (var (name, value) in new[] { ("Data.dueOn.Day", "31"), ("Data.dueOn.Month", "3"), ("Data.dueOn.Year", "2027") })
            form[name] = value;
        foreach (var _ in new[] { 1, 2 })
        {
            using var content = new FormUrlEncodedContent(form);
            var page = await browser.FollowAsync(await browser.Client.PostAsync(path, content));
            page.QuerySelector(".banner--good")!.TextContent.ShouldContain("„Fortschrittsbericht“ hat begonnen.");
            page.QuerySelectorAll("[data-testid=others] li.list-row").Length.ShouldBe(1);
        }

        (await browser.OpenAsync($"/proposals/{proposal}/history")).QuerySelector(".timeline")!.TextContent.ShouldContain("Weiterer Vorgang begonnen");
        (await browser.OpenAsync($"/proposals/{proposal}/route")).QuerySelectorAll(".flow-wrap .legend li").Select(key => key.TextContent).ShouldBe(["erledigt", "jetzt"]);
        var workflow = await browser.OpenAsync("/admin/workflows/progress-report");
        workflow.QuerySelector("[data-testid=begun-by]")!.TextContent.ShouldContain("Stabsstelle Digitalisierung");
        workflow.QuerySelectorAll(".flow-wrap .legend li").Select(key => key.TextContent).ShouldNotContain("erledigt");
    }

    [Fact]
    public async Task Who_may_not_begin_it_has_no_page_and_no_link()
    {
        var proposal = await city.City.SubmitAsync(20_000);
        var owner = await city.City.SignInAsync("owner");
        (await owner.OpenAsync($"/proposals/{proposal}/route")).QuerySelector("[data-testid=others]").ShouldBeNull();
        (await owner.Client.GetAsync($"/proposals/{proposal}/begin/circular-resolution")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var office = await city.City.SignInAsync("office");
        (await office.Client.GetAsync($"/proposals/{proposal}/begin/progress-report")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "not at this stage");
        (await office.Client.GetAsync($"/proposals/{proposal}/begin/nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Programs_begin_cases_and_see_how_they_stand()
    {
        var proposal = await city.City.SubmitAsync(20_000);
        var caller = await city.City.CallAsync("clerk");
        var address = $"/api/v1/proposals/{proposal}/cases";
        var offered = (await caller.GetFromJsonAsync<JsonObject>(address))!["beginnings"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)offered["workflow"], (string?)offered["fields"]![0]!["type"], (string?)offered["fields"]![0]!["choices"]![0]!["value"]).ShouldBe(("circular-resolution", "choice", "steering"));

        (await caller.PostAsJsonAsync(address, new { workflow = "circular-resolution", data = new { body = "council" } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await caller.PostAsJsonAsync(address, new { workflow = "circular-resolution", data = new { body = 1 } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await caller.PostAsJsonAsync(address, new { workflow = "progress-report" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        caller.DefaultRequestHeaders.Add("Idempotency-Key", "begin-1");
        var begun = await caller.PostAsJsonAsync(address, new { workflow = "circular-resolution", data = new { body = "steering" } });
        begun.StatusCode.ShouldBe(HttpStatusCode.Created);

        // The answer was lost: the same request again gives it again, and one case.
        var again = await caller.PostAsJsonAsync(address, new { workflow = "circular-resolution", data = new { body = "steering" } });
        (again.StatusCode, await again.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.Created, await begun.Content.ReadAsStringAsync()));
        (await caller.PostAsJsonAsync(address, new { workflow = "circular-resolution", data = new { body = "council" } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "another request with the same key");

        var item = (await caller.GetFromJsonAsync<JsonObject>(address))!["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)item["id"]).ShouldBe((string?)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]);
        ((string?)item["status"], item["ballots"]!.AsArray().Count).ShouldBe(("Suspended", 1));
    }

    [Fact]
    public async Task Whoever_retires_it_is_told_that_nobody_can_begin_it_any_more()
    {
        await city.City.Program.AddPersonAsync("keeper", Governance.People.Role.Administrator);
        (await (await city.City.SignInAsync("keeper")).OpenAsync("/admin/workflows/circular-resolution/retire?version=1")).QuerySelector("[data-testid=last]")!.TextContent.ShouldContain("Niemand kann ihn mehr beginnen.");
    }
}

/// <summary>A city with the workflows that people begin.</summary>
public sealed class OtherCasesCity : IAsyncLifetime
{
    /// <summary>The city.</summary>
    public WebCity City { get; } = new();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await City.InitializeAsync();
        await City.PublishOthersAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => City.DisposeAsync();
}
