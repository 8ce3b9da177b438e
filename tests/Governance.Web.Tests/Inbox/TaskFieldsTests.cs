using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Governance.Processes;
using Governance.Web.Api;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Inbox;

/// <summary>A task's own fields and drafts, on the page and for programs.</summary>
public sealed class TaskFieldsTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task The_page_asks_keeps_a_draft_and_tells_mistakes_at_the_fields()
    {
        var task = await ChargeAsync();
        var browser = await city.SignInAsync("owner");
        var page = await browser.OpenAsync($"/inbox/{task}");
        page.QuerySelector("label[for=Data-carriedOutBy]")!.Line().ShouldBe("Ausgeführt durch");
        page.QuerySelector("#Data-carriedOutBy")!.GetAttribute("value").ShouldBe("Frank Osterholz", "as the resolution has it: no unit was named");
        page.QuerySelector("#Data-doneBy")!.GetAttribute("value").ShouldBe("31");
        page.QuerySelector("[data-testid=charge]")!.Line().ShouldBe("Ausführung: Frank Osterholz, bis zum 31.12.2028.");
        page.QuerySelectorAll("[data-testid=answers] button")[0].GetAttribute("value").ShouldBe("draft", "Enter in a field saves, never answers");

        var saved = await browser.SubmitAsync($"/inbox/{task}", ("Step", "draft"), ("Data.carriedOutBy", "Tiefbauamt"), ("Comment", "Noch offen:"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, (await saved.PageAsync()).QuerySelector(".error-summary")?.Line());
        saved.Headers.Location!.ToString().ShouldBe($"/inbox/{task}");
        page = await browser.OpenAsync($"/inbox/{task}");
        page.QuerySelector(".banner--good")!.Line().ShouldContain("Entwurf");
        page.QuerySelector("#Data-carriedOutBy")!.GetAttribute("value").ShouldBe("Tiefbauamt");
        ((IHtmlTextAreaElement)page.QuerySelector("#Comment")!).Value.ShouldBe("Noch offen:");
        page.QuerySelector("[data-testid=draft-saved]").ShouldNotBeNull();

        var missing = await browser.SubmitAsync($"/inbox/{task}", ("Outcome", "Begun"), ("Data.carriedOutBy", ""), ("Data.doneBy.Day", ""), ("Data.doneBy.Month", ""), ("Data.doneBy.Year", ""));
        missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await missing.PageAsync()).QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(["#Data-carriedOutBy", "#Data-doneBy"]);
        var noDay = await browser.SubmitAsync($"/inbox/{task}", ("Outcome", "Begun"), ("Data.carriedOutBy", "Tiefbauamt"), ("Data.doneBy.Day", "31"), ("Data.doneBy.Month", "2"), ("Data.doneBy.Year", "2027"));
        var told = await noDay.PageAsync();
        told.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(["#Data-doneBy"]);
        told.QuerySelector("#Data-doneBy")!.GetAttribute("value").ShouldBe("31", "what was typed stays");

        var hidden = await browser.HiddenAsync($"/inbox/{task}");
        (await browser.SubmitAsync($"/inbox/{task}", ("Outcome", "Begun"), ("Data.carriedOutBy", "Tiefbauamt"), ("Data.doneBy.Day", "30"), ("Data.doneBy.Month", "6"), ("Data.doneBy.Year", "2027")))
            .Headers.Location!.ToString().ShouldBe("/inbox");

        // A second window that was still open: what was typed there is not lost.
        var late = await (await browser.SendAsync($"/inbox/{task}", hidden, ("Outcome", "Begun"), ("Data.carriedOutBy", "Hochbauamt"), ("Data.doneBy.Day", "1"), ("Data.doneBy.Month", "7"), ("Data.doneBy.Year", "2028"))).PageAsync();
        late.QuerySelector("[data-testid=unsent]")!.Line().ShouldContain("Ausgeführt durch: Hochbauamt Fertig bis: 1.7.2028");
        var done = await browser.OpenAsync($"/inbox/{task}");
        done.QuerySelector("[data-testid=earlier]")!.Line().ShouldContain("Ausgeführt durch: Tiefbauamt Fertig bis: 30.06.2027");
    }

    [Fact]
    public async Task Programs_read_the_fields_and_send_data()
    {
        var task = await ChargeAsync();
        var (client, path) = (await city.CallAsync("owner"), $"/api/v1/tasks/{task}");
        var view = await client.GetFromJsonAsync<JsonObject>(path);
        ((string?)view!["proposal"]!["carriedOutBy"], (string?)view["proposal"]!["doneBy"]).ShouldBe(("Frank Osterholz", "2028-12-31"));
        view["fields"]!.ToJsonString().ShouldContain("""{"name":"doneBy","label":"Fertig bis","type":"date","required":true,"suggested":"2028-12-31","choices":[]}""");

        (await client.PutAsJsonAsync(path + "/draft", new { comment = "Später", data = new { carriedOutBy = "Amt" } })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        ((string?)(await client.GetFromJsonAsync<JsonObject>(path))!["draft"]!["data"]!["carriedOutBy"]).ShouldBe("Amt");
        await ErrorsAsync(new { outcome = "Begun" }, "data.carriedOutBy", "data.doneBy");
        await ErrorsAsync(new { outcome = "Begun", data = new { carriedOutBy = "Amt", doneBy = "30.06.2027", color = "red" } }, "data.color", "data.doneBy");
        await ErrorsAsync(new { outcome = "Begun", data = new { carriedOutBy = 66, doneBy = new[] { "2027-06-30" } } }, "data.carriedOutBy", "data.doneBy");
        (await client.PostAsJsonAsync(path + "/complete", new { outcome = "Begun", data = new { carriedOutBy = "Amt", doneBy = "2027-06-30" } })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var done = await client.GetFromJsonAsync<JsonObject>(path);
        done!["draft"].ShouldBeNull();
        ((string?)done["earlier"]!.AsArray()[^1]!["data"]!["doneBy"]).ShouldBe("2027-06-30");

        async Task ErrorsAsync(object body, params string[] fields)
        {
            var answer = await client.PostAsJsonAsync(path + "/complete", body);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Content.ReadFromJsonAsync<Problem>())!.Errors!.Keys.Order(StringComparer.Ordinal).ShouldBe(fields);
        }
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        await (await city.SignInAsync("office")).SubmitAsync($"/inbox/{task}", ("Step", "draft"), ("Comment", "Nur für mich"));
        (await (await city.SignInAsync("office2")).OpenAsync($"/inbox/{task}")).QuerySelector("main")!.Line().ShouldNotContain("Nur für mich");
    }

    private async Task<Guid> ChargeAsync()
    {
        var proposal = await city.SubmitAsync(5_000);
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        await city.AnswerAsync(proposal, "recommendation", "office", "Recommend");
        await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        city.Program.Clock.Advance(TimeSpan.FromDays(10));
        foreach (var timer in (await city.Program.SendAsync(new DueTimers(100))).Value)
            (await city.Program.SendAsync(timer)).Error.ShouldBeNull();
        return await city.TaskAsync(proposal, "execution");
    }
}
