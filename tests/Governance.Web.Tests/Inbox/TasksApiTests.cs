using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Web.Api;

namespace Governance.Web.Tests.Inbox;

public sealed class TasksApiTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task My_tasks_are_listed_filtered_and_paged()
    {
        await using var own = await WebCity.FoundAsync();
        var first = await own.TaskAsync(await own.SubmitAsync(20_000), "formal-check");
        var second = await own.TaskAsync(await own.SubmitAsync(1_234), "formal-check");
        await own.DueAsync(second, new(2026, 11, 20));
        var client = await own.CallAsync("office");

        var page = await client.GetFromJsonAsync<JsonObject>("/api/v1/tasks?limit=1");
        page!["items"]!.AsArray().Count.ShouldBe(1);
        var line = page["items"]![0]!;
        ((string?)line["id"]).ShouldBe(second.ToString());
        ((string?)line["totalCost"]).ShouldBe("1234.00");
        ((string?)line["dueOn"]).ShouldBe("2026-11-20");
        ((string?)line["group"]).ShouldBe("Overdue");
        ((string?)line["why"]).ShouldStartWith("Bei Ihnen, weil");
        page["counts"]!["Decision"]!.GetValue<int>().ShouldBe(2);
        var next = await client.GetFromJsonAsync<JsonObject>($"/api/v1/tasks?limit=1&cursor={page["nextCursor"]}");
        ((string?)next!["items"]![0]!["id"]).ShouldBe(first.ToString());
        next["nextCursor"].ShouldBeNull();

        foreach (var (query, count) in new[] { ("due=overdue", 1), ("due=today", 0), ("due=later", 1), ("due=2026-11-20", 1), ("due=2026-12-31", 2), ("kind=decision", 2), ("kind=vote", 0) })
            (await client.GetFromJsonAsync<JsonObject>("/api/v1/tasks?" + query))!["items"]!.AsArray().Count.ShouldBe(count, query);
        (await client.GetAsync("/api/v1/tasks?kind=dance")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await client.GetAsync("/api/v1/tasks?due=soon")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_task_is_read_and_completed_once()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        var client = await city.CallAsync("office");

        var view = await client.GetFromJsonAsync<JsonObject>($"/api/v1/tasks/{task}");
        view!["answers"]!.AsArray().Select(answer => (string?)answer!["outcome"]).ShouldBe(["Complete", "Return", "Reject"]);
        ((string?)view["proposal"]!["totalCost"]).ShouldBe("20000.00");
        ((string?)view["proposal"]!["cover"]![0]!["amount"]).ShouldBe("4000.00");

        var reasons = await client.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome = "Return" });
        reasons.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await reasons.Content.ReadFromJsonAsync<Problem>();
        problem!.Code.ShouldBe("task.needs-reasons");
        problem.Errors!.Keys.ShouldBe(["comment"]);
        (await client.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome = "Complete", comment = "Passt." })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var again = await client.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome = "Complete" });
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("task.already-completed");
    }

    [Fact]
    public async Task Others_are_refused_and_nothing_is_not_found()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        var client = await city.CallAsync("treasurer");

        (await client.GetAsync($"/api/v1/tasks/{task}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome = "Complete" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync($"/api/v1/tasks/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsJsonAsync($"/api/v1/tasks/{Guid.NewGuid()}/complete", new { outcome = "Complete" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await city.Program.CreateClient().GetAsync("/api/v1/tasks")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
