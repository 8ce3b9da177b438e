using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Web.Api;

namespace Governance.Web.Tests.Inbox;

/// <summary>What a list of the API takes after the question mark.</summary>
public sealed class ListQueryTests(WebCity city) : IClassFixture<WebCity>
{
    [Theory]
    [InlineData("tasks", "limit=0", "limit"), InlineData("tasks", "limit=201", "limit"), InlineData("tasks", "cursor=x", "cursor"), InlineData("tasks", "kinds=Vote", "kinds")]
    [InlineData("proposals", "limit=-1", "limit"), InlineData("proposals", "limit=201", "limit"), InlineData("proposals", "cursor=1x", "cursor"), InlineData("proposals", "stage=Adopted", "stage")]
    [InlineData("bodies", "limit=0", "limit"), InlineData("bodies", "cursor=no-body", "cursor"), InlineData("bodies", "q=rat", "q")]
    [InlineData("budget-lines", "limit=201", "limit"), InlineData("budget-lines", "cursor=x", "cursor"), InlineData("budget-lines", "jahr=2026", "jahr")]
    public async Task What_a_list_does_not_know_is_refused_and_named(string list, string query, string field)
    {
        var answer = await (await city.CallAsync("office")).GetAsync($"/api/v1/{list}?{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = (await answer.Content.ReadFromJsonAsync<Problem>())!;
        problem.Errors!.Keys.ShouldBe([field]);
        problem.Errors[field].ShouldHaveSingleItem().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Bodies_come_page_by_page()
    {
        var caller = await city.CallAsync("office");
        var all = Codes(await caller.GetFromJsonAsync<JsonObject>("/api/v1/bodies"));
        List<string> paged = [];
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await caller.GetFromJsonAsync<JsonObject>($"/api/v1/bodies?limit=2&cursor={cursor}"))!;
            Codes(page).Count.ShouldBeInRange(1, 2);
            paged.AddRange(Codes(page));
            cursor = (string?)page["nextCursor"];
        }

        paged.ShouldBe(all);
        all.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Who_may_not_read_is_told_that_first_and_the_language_is_known_everywhere()
    {
        (await (await city.CallAsync("citizen")).GetAsync("/api/v1/budget-lines?jahr=2026")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await city.CallAsync("office")).GetAsync("/api/v1/bodies?culture=en")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await city.CallAsync("office")).GetAsync("/api/v1/tasks?limit=200&kind=Vote")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/proposals?q=rat&cursor=1x", "/proposals?q=rat"), InlineData("/inbox?cursor=x", "/inbox"), InlineData("/inbox/done?cursor=x", "/inbox/done")]
    public async Task A_page_with_a_cursor_of_nobody_begins_anew(string path, string from) =>
        (await (await city.SignInAsync("office")).Client.GetAsync(path)).Headers.Location!.ToString().ShouldBe(from);

    private static List<string> Codes(JsonObject? page) => [.. page!["items"]!.AsArray().Select(body => (string)body!["code"]!)];
}
