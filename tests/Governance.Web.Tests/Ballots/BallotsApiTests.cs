using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Web.Api;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Ballots;

public sealed class BallotsApiTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task A_circular_ballot_runs_without_interim_result_to_its_end()
    {
        var path = $"/api/v1/ballots/{await city.ToBallotAsync(50_000)}";
        var (first, second, third) = (await city.CallAsync("steering-1"), await city.CallAsync("steering-2"), await city.CallAsync("steering-3"));

        (await first.PostAsJsonAsync(path + "/votes", new { choice = "dance" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await first.PostAsJsonAsync(path + "/votes", new { choice = "yes" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var twice = await first.PostAsJsonAsync(path + "/votes", new { choice = "no" });
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await twice.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("ballot.already-voted");
        (await second.PostAsJsonAsync(path + "/recusals", new { reason = "" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.PostAsJsonAsync(path + "/recusals", new { reason = "Träger" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var running = await third.GetFromJsonAsync<JsonObject>(path);
        ((string?)running!["carriedOutBy"], (string?)running["doneBy"]).ShouldBe(("Frank Osterholz", "2028-12-31"));
        (running!["voted"]!.GetValue<int>(), running["recused"]!.GetValue<int>()).ShouldBe((1, 1));
        running["result"].ShouldBeNull();
        running["mine"]!["choice"].ShouldBeNull();
        (running.ToJsonString().Contains("yes", StringComparison.OrdinalIgnoreCase)).ShouldBeFalse("no interim result (decidim#12348)");
        (await third.GetAsync(path + "/result")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await city.CallAsync("clerk")).PostAsJsonAsync(path + "/close", new { })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a circular ballot is not cut short");

        (await third.PostAsJsonAsync(path + "/votes", new { choice = "Yes" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var result = await third.GetFromJsonAsync<JsonObject>(path + "/result");
        ((string?)result!["outcome"]).ShouldBe("AdoptedUnanimously");
        (result["yes"]!.GetValue<int>(), result["no"]!.GetValue<int>(), result["recused"]!.GetValue<int>()).ShouldBe((2, 0, 1));
        result["reasons"]!.AsArray().Count.ShouldBeGreaterThan(0);
        result["votes"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task In_session_the_clerk_opens_and_closes()
    {
        var path = $"/api/v1/ballots/{await city.ToSessionAsync()}";
        var (clerk, member) = (await city.CallAsync("clerk"), await city.CallAsync("committee-mobility-2"));

        (await member.PostAsJsonAsync(path + "/votes", new { choice = "yes" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "not open yet");
        (await member.PostAsync(path + "/open", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.PostAsync(path + "/open", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await member.PostAsJsonAsync(path + "/votes", new { choice = "abstain" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await member.PostAsync(path + "/close", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.PostAsync(path + "/close", null)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody ends it without a quorum by mistake");
        (await clerk.PostAsJsonAsync(path + "/close", new { lack = "Established" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        ((string?)(await member.GetFromJsonAsync<JsonObject>(path + "/result"))!["outcome"]).ShouldBe("NotQuorate");
        (await clerk.PostAsync(path + "/close", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Outsiders_are_refused_and_nothing_is_not_found()
    {
        var ballot = await city.ToBallotAsync(50_000);
        var client = await city.CallAsync("citizen");

        (await client.GetAsync($"/api/v1/ballots/{ballot}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsJsonAsync($"/api/v1/ballots/{ballot}/votes", new { choice = "yes" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsJsonAsync($"/api/v1/ballots/{ballot}/votes", new { choice = "dance" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "who may not vote is not told what is wrong with the vote");
        (await client.GetAsync($"/api/v1/ballots/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsJsonAsync($"/api/v1/ballots/{Guid.NewGuid()}/votes", new { choice = "yes" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
