using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Web.Api;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Inbox;

public sealed class DelegationPageTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task A_task_is_handed_on_seen_by_both_and_taken_back()
    {
        await using var own = await WebCity.FoundAsync();
        var task = await own.TaskAsync(await own.SubmitAsync(20_000, "Hitzeschutz-Lotse"), "formal-check");
        var (giver, receiver) = (await own.SignInAsync("office"), await own.SignInAsync("office2"));
        (await giver.OpenAsync($"/inbox/{task}")).QuerySelector("[data-testid=delegate]")!.GetAttribute("href").ShouldBe($"/inbox/{task}/delegate");
        (await giver.OpenAsync($"/inbox/{task}/delegate")).QuerySelectorAll("#To option").Select(option => option.Line()).ShouldBe(["Bitte wählen", "Mirko Stahlberg"]);

        var answer = await giver.SubmitAsync($"/inbox/{task}/delegate", ("To", own.Id("office2").ToString()), ("Reason", "Ich bin morgen nicht da."));

        answer.Headers.Location!.ToString().ShouldBe("/inbox");
        var inbox = await giver.OpenAsync("/inbox");
        inbox.QuerySelector(".banner--good")!.Line().ShouldContain("an Mirko Stahlberg weitergegeben");
        inbox.QuerySelector("[data-testid=delegated] tbody tr")!.Line().ShouldContain("Mirko Stahlberg");
        var mine = await giver.OpenAsync($"/inbox/{task}");
        mine.QuerySelector("[data-testid=delegation]")!.Line().ShouldContain("weitergegeben an Mirko Stahlberg");
        mine.QuerySelector("[data-testid=answers]").ShouldBeNull("it is not theirs to answer");
        var theirs = await receiver.OpenAsync($"/inbox/{task}");
        theirs.QuerySelector("[data-testid=delegation]")!.Line().ShouldContain("Ich bin morgen nicht da.");
        theirs.QuerySelector("[data-testid=answers]").ShouldNotBeNull();
        theirs.QuerySelector("[data-testid=delegate]").ShouldBeNull("it does not wander");
        (await giver.Client.GetAsync($"/inbox/{task}/delegate")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await giver.SendAsync($"/inbox/{task}?handler=TakeBack", await giver.HiddenAsync($"/inbox/{task}"))).Headers.Location!.ToString().ShouldBe("/inbox");
        (await receiver.Client.GetAsync($"/inbox/{task}")).StatusCode.ShouldBe(HttpStatusCode.OK, "office2 holds the role");
        (await giver.OpenAsync($"/inbox/{task}")).QuerySelector("[data-testid=answers]").ShouldNotBeNull();
        (await giver.OpenAsync($"/proposals/{(await own.ReadAsync(task)).ProposalId}/history")).QuerySelector("main")!.Line().ShouldContain("an Mirko Stahlberg, „Ich bin morgen nicht da.“");
    }

    [Fact]
    public async Task Mistakes_are_told_at_their_fields()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        var browser = await city.SignInAsync("office");

        var answer = await browser.SubmitAsync($"/inbox/{task}/delegate", ("Reason", ""));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.PageAsync()).QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(["#To", "#Reason"]);
        (await (await city.SignInAsync("treasurer")).Client.GetAsync($"/inbox/{task}/delegate")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Client.GetAsync($"/inbox/{Guid.NewGuid()}/delegate")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_else_can_do_it_is_said()
    {
        var proposal = await city.SubmitAsync(20_000);
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        var page = await (await city.SignInAsync("treasurer")).OpenAsync($"/inbox/{await city.TaskAsync(proposal, "cover-check")}/delegate");
        page.QuerySelector("[data-testid=nobody]").ShouldNotBeNull();
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Programs_hand_on_and_take_back_with_the_statuses_of_the_conventions()
    {
        var path = $"/api/v1/tasks/{await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check")}";
        var (giver, receiver, other) = (await city.CallAsync("office"), await city.CallAsync("office2"), await city.CallAsync("treasurer"));
        ((string?)(await giver.GetFromJsonAsync<JsonObject>(path + "/receivers"))!["items"]![0]!["name"]).ShouldBe("Mirko Stahlberg");

        (await other.PostAsJsonAsync(path + "/delegate", new { to = city.Id("office2"), reason = "x" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await giver.PostAsJsonAsync($"/api/v1/tasks/{Guid.NewGuid()}/delegate", new { to = city.Id("office2"), reason = "x" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var wrong = await giver.PostAsJsonAsync(path + "/delegate", new { to = city.Id("treasurer"), reason = "Urlaub" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadFromJsonAsync<Problem>())!.Errors!.Keys.ShouldBe(["to"]);
        (await giver.PostAsJsonAsync(path + "/delegate", new { to = "nobody" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await giver.PostAsJsonAsync(path + "/delegate", new { to = city.Id("office2"), reason = "Urlaub" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await giver.PostAsJsonAsync(path + "/delegate", new { to = city.Id("office2"), reason = "Urlaub" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "no longer theirs");
        (await receiver.PostAsJsonAsync(path + "/delegate", new { to = city.Id("office"), reason = "Urlaub" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await giver.GetFromJsonAsync<JsonObject>("/api/v1/tasks/delegated"))!["items"]!.AsArray().Select(item => (string?)item!["to"]).ShouldContain("Mirko Stahlberg");
        ((string?)(await receiver.GetFromJsonAsync<JsonObject>(path))!["delegation"]!["reason"]).ShouldBe("Urlaub");
        (await other.PostAsync(path + "/take-back", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await giver.PostAsync(path + "/take-back", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await giver.PostAsync(path + "/take-back", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
