using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Ballots;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Ballots;

public sealed class ObjectionPageTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task A_member_objects_on_the_page_and_all_see_why_it_stopped()
    {
        var ballot = await city.ToBallotAsync(50_000);
        await city.DoAsync("steering-1", new CastVote(ballot, VoteChoice.Yes));
        var browser = await city.SignInAsync("steering-2");
        (await browser.OpenAsync($"/ballots/{ballot}")).QuerySelector("[data-testid=object]")!.GetAttribute("href").ShouldBe($"/ballots/{ballot}/objection");
        var missing = await browser.SubmitAsync($"/ballots/{ballot}/objection", ("Reason", ""));
        missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await missing.PageAsync()).QuerySelector(".error-summary a[href='#Reason']").ShouldNotBeNull();

        (await browser.SubmitAsync($"/ballots/{ballot}/objection", ("Reason", "Ich möchte beraten."))).Headers.Location!.ToString().ShouldBe($"/ballots/{ballot}");

        var page = await (await city.SignInAsync("steering-1")).OpenAsync($"/ballots/{ballot}");
        page.QuerySelector("[data-testid=objection]")!.Line().ShouldContain("Holger Brinkmann hat dem Umlaufverfahren widersprochen. Grund: Ich möchte beraten.");
        page.QuerySelector("[data-testid=result]").ShouldBeNull();
        page.QuerySelector("[data-testid=named]").ShouldBeNull("votes given are not shown");
        (await (await city.SignInAsync("clerk")).Client.GetAsync($"/ballots/{ballot}/objection")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Client.GetAsync($"/ballots/{ballot}/objection")).Headers.Location!.ToString().ShouldBe($"/ballots/{ballot}", "it has stopped already");
    }

    [Fact]
    public async Task Programs_object_once()
    {
        var path = $"/api/v1/ballots/{await city.ToBallotAsync(60_000)}";
        var client = await city.CallAsync("steering-3");
        (await client.PostAsJsonAsync(path + "/objections", new { })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await city.CallAsync("office")).PostAsJsonAsync(path + "/objections", new { reason = "x" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsJsonAsync(path + "/objections", new { reason = "Beraten." })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.PostAsJsonAsync(path + "/objections", new { reason = "Beraten." })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await client.PostAsJsonAsync($"/api/v1/ballots/{Guid.NewGuid()}/objections", new { reason = "x" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ((string?)(await client.GetFromJsonAsync<JsonObject>(path))!["objection"]!["reason"]).ShouldBe("Beraten.");
    }

    [Fact]
    public async Task The_clerk_sees_who_has_voted_and_what_can_still_be_recorded()
    {
        var ballot = await city.ToSessionAsync("Parkleitsystem");
        await city.DoAsync("clerk", new OpenBallot(ballot));
        var clerk = await city.SignInAsync("clerk");
        await city.DoAsync("committee-mobility-4", new CastVote(ballot, VoteChoice.No));

        var page = await clerk.OpenAsync($"/ballots/{ballot}");
        page.QuerySelector("[data-testid=members]")!.Line().ShouldContain("Lars Overbeck abgestimmt");
        page.QuerySelector("[data-testid=members]")!.Line().ShouldNotContain("Nein");
        page.QuerySelector("[data-testid=conduct]")!.Line().ShouldContain("Es wird elektronisch abgestimmt");
        (await (await city.SignInAsync("committee-mobility-4")).OpenAsync($"/ballots/{ballot}")).QuerySelector("[data-testid=members]").ShouldBeNull();

        var refused = await clerk.SubmitAsync($"/ballots/{ballot}/result", ("Form.Outcome", "Adopted"), ("Form.Counting", "None"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelector(".error-summary")!.Line().ShouldContain("bereits abgestimmt (1 Stimme)");
    }
}
