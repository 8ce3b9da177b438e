using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Proposals;

public sealed class ProposalsApiTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task A_draft_is_made_patched_submitted_and_withdrawn()
    {
        var caller = await city.CallAsync("owner");
        var created = await caller.PostAsync("/api/v1/proposals", Json("""{"title":"Ampeln","leadingLifeArea":"mobility","finance":{"climate":"keine"}}"""));
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = created.Headers.Location!.ToString();

        var read = await caller.GetAsync(address);
        var tag = read.Headers.ETag!.Tag;
        var patch = Json("""
            {"goal":"g","resolution":"r","personalData":false,"start":"2027-02-01","end":"2027-11-30","finance":{"followUpPerYear":"1234.56","followUpBearer":"Amt","investment":false,"budgeted":"Fully","climateEffect":"SmallPositive"},
             "values":{"economic":3,"economicReason":"e","ecological":0,"ecologicalReason":"ö","social":5,"socialReason":"s"},
             "costs":[{"kind":"material","year":2027,"amount":"20000.50"}],"cover":[{"source":"city","year":2027,"amount":"20000.50"}]}
            """);
        var patched = await SendAsync(caller, HttpMethod.Patch, address, patch, tag);
        patched.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = (await patched.Content.ReadFromJsonAsync<JsonObject>())!;
        var content = body["content"]!;
        content["title"]!.GetValue<string>().ShouldBe("Ampeln", "what the patch does not name stays");
        content["finance"]!["climate"]!.GetValue<string>().ShouldBe("keine");
        content["finance"]!["followUpPerYear"]!.GetValue<string>().ShouldBe("1234.56");
        content["costs"]![0]!["amount"]!.GetValue<string>().ShouldBe("20000.50");
        content["start"]!.GetValue<string>().ShouldBe("2027-02-01");
        patched.Headers.ETag!.Tag.ShouldNotBe(tag);

        (await SendAsync(caller, HttpMethod.Patch, address, Json("{}"), tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(caller, HttpMethod.Patch, address, Json("{}"), null)).StatusCode.ShouldBe((HttpStatusCode)428);
        var submitted = await SendAsync(caller, HttpMethod.Post, address + "/submit", null, patched.Headers.ETag.Tag);
        (await submitted.Content.ReadFromJsonAsync<JsonObject>())!["number"]!.GetValue<string>().ShouldStartWith("GA-2026-");
        var line = (await caller.GetFromJsonAsync<JsonObject>("/api/v1/proposals?status=FormalCheck&lifeArea=mobility&q=ampeln&limit=1"))!["items"]![0]!;
        line["totalCost"]!.GetValue<string>().ShouldBe("20000.50");
        (await caller.GetFromJsonAsync<JsonArray>(address + "/history"))!.Select(entry => (string?)entry!["action"]).ShouldContain("proposal.submitted");
        (await caller.GetFromJsonAsync<JsonObject>(address + "/route"))!["stations"]!.AsArray().Select(station => (string?)station!["state"]).ShouldContain("Current");
        (await caller.PostAsync(address + "/withdraw", Json("""{"reason":"Anders gelöst"}"""))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_return_is_answered_with_the_submission()
    {
        var caller = await city.CallAsync("owner");
        var id = await city.SubmitAsync(20_000);
        await city.AnswerAsync(id, "formal-check", "office", "Return", "Bitte ergänzen.");
        var address = $"/api/v1/proposals/{id}";
        (await SendAsync(caller, HttpMethod.Post, address + "/submit", Json($$"""{"answer":"{{new string('x', 4001)}}"}"""), "*")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync(caller, HttpMethod.Post, address + "/submit", Json("""{"answer":"Ergänzt."}"""), "*")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await caller.GetFromJsonAsync<JsonObject>(address))!["answers"]!.AsArray()[^1]!["comment"]!.GetValue<string>().ShouldBe("Ergänzt.");

        var first = (await caller.PostAsync("/api/v1/proposals", Json("""{"title":"Ampeln"}"""))).Headers.Location!.ToString();
        var early = await SendAsync(caller, HttpMethod.Post, first + "/submit", Json("""{"answer":"Gern"}"""), "*");
        ((string?)(await early.Content.ReadFromJsonAsync<JsonObject>())!["code"]).ShouldBe("proposal.nothing-to-answer");
    }

    [Fact]
    public async Task The_explanation_has_sentences_and_facts()
    {
        var ballot = await city.ToBallotAsync(50_000);
        await using var db = city.Program.Open();
        var id = db.Set<Governance.Ballots.Ballot>().Single(row => row.Id == ballot).ProposalId;

        var reasons = (await (await city.CallAsync("owner")).GetFromJsonAsync<JsonArray>($"/api/v1/proposals/{id}/explanation"))!;

        reasons[0]!["code"]!.GetValue<string>().ShouldBe("authority.between");
        reasons[0]!["sentence"]!.GetValue<string>().ShouldContain("Lenkungskreis");
        reasons[0]!["facts"]!["total"]!["money"]!.GetValue<string>().ShouldBe("50000.00");
        ((string?)reasons[0]!["step"]!["activity"], (string?)reasons[0]!["step"]!["label"]).ShouldBe(("route", "Zuständigkeit"));
        var steps = reasons.SkipWhile(reason => ((string)reason!["code"]!).StartsWith("authority", StringComparison.Ordinal)).ToList();
        steps.Select(reason => (string)reason!["step"]!["activity"]!).Distinct(StringComparer.Ordinal).ShouldBe(
            ["receipt", "formal-check", "cover-check", "recommendation", "route", "decision"], "in the order of the steps");
        var covered = steps.Single(reason => (string?)reason!["facts"]!["activity"] == "is-covered")!;
        ((string)covered["sentence"]!).ShouldContain("die Kämmerei hat die Deckung bestätigt");
        ((string?)covered["facts"]!["condition"], (int?)covered["facts"]!["version"], (string?)covered["step"]!["state"]).ShouldBe(("getCovered() === true", 1, "Done"));
        ((string?)steps[^1]!["step"]!["state"], (string?)steps[^1]!["step"]!["at"]).ShouldBe(("Current", null));
    }

    [Fact]
    public async Task The_explanation_begins_with_the_submission_and_is_for_those_who_see_the_proposal()
    {
        var draft = await city.DoAsync("owner", new CreateDraft(new()));
        (await (await city.CallAsync("owner")).GetFromJsonAsync<JsonArray>($"/api/v1/proposals/{draft}/explanation"))!.ShouldBeEmpty();
        var id = await city.SubmitAsync(20_000);

        (await (await city.CallAsync("owner")).GetFromJsonAsync<JsonArray>($"/api/v1/proposals/{id}/explanation?culture=en"))!.Select(reason => (string)reason!["sentence"]!)
            .ShouldContain("Because the office first checks every proposal formally.");
        (await (await city.CallAsync("citizen")).GetAsync($"/api/v1/proposals/{id}/explanation")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"titel":"Tippfehler"}""")]
    [InlineData("""{"costs":[{"kind":"material","year":2027,"amount":12.5}]}""")]
    [InlineData("""{"start":"1.2.2027"}""")]
    public async Task What_cannot_be_read_is_refused_and_never_lost(string body) =>
        (await (await city.CallAsync("owner")).PostAsync("/api/v1/proposals", Json(body))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task All_that_is_missing_is_told_by_field()
    {
        var caller = await city.CallAsync("owner");
        var id = await city.DoAsync("owner", new CreateDraft(new()));

        var answer = await SendAsync(caller, HttpMethod.Post, $"/api/v1/proposals/{id}/submit", null, "*");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = (await answer.Content.ReadFromJsonAsync<Problem>())!;
        problem.Code.ShouldBe("proposal.incomplete");
        problem.Errors!.Keys.ShouldBe([
            "title", "leadingLifeArea", "goal", "end", "resolution", "costs", "personalData", "values.economic", "values.economicReason", "values.ecological", "values.ecologicalReason",
            "values.social", "values.socialReason", "finance.investment", "finance.budgeted", "finance.climateEffect",
        ], ignoreOrder: true);
        (await (await city.CallAsync("citizen")).GetAsync($"/api/v1/proposals/{id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_finance_block_is_changed_part_by_part_and_its_yearly_figure_never_differs_from_its_years()
    {
        var caller = await city.CallAsync("owner");
        var address = (await caller.PostAsync("/api/v1/proposals", Json("""{"title":"Ampeln","finance":{"followUpPerYear":"12.00","climate":"Alter Satz."}}"""))).Headers.Location!.ToString();

        var differs = await SendAsync(caller, HttpMethod.Patch, address, Json("""{"finance":{"followUpYears":[{"number":1,"amount":"10.00"},{"number":2,"amount":"20.01","staffPostsHundredths":50}]}}"""), "*");
        var patched = await SendAsync(caller, HttpMethod.Patch, address, Json("""
            {"finance":{"followUpPerYear":null,"followUpYears":[{"number":1,"amount":"10.00"},{"number":2,"amount":"20.01","staffPostsHundredths":50}],
                        "climateEffect":"LargeNegative","budgeted":"Not","counterFinanceWays":["DroppedTasks","HigherReceipts"]}}
            """), "*");

        differs.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await differs.Content.ReadFromJsonAsync<Problem>())!.Errors!.ShouldHaveSingleItem().Value.ShouldHaveSingleItem()
            .ShouldBe("Die Folgekosten pro Jahr sind der Betrag des höchsten Jahres, 20,01\u00A0€. Lassen Sie sie weg oder gleichen Sie sie an.");
        patched.StatusCode.ShouldBe(HttpStatusCode.OK);
        var finance = (await patched.Content.ReadFromJsonAsync<JsonObject>())!["content"]!["finance"]!;
        finance["followUpPerYear"].ShouldBeNull();
        finance["followUpYears"]!.ToJsonString().ShouldBe("""[{"number":1,"amount":"10.00","staffPostsHundredths":null},{"number":2,"amount":"20.01","staffPostsHundredths":50}]""");
        finance["counterFinanceWays"]!.ToJsonString().ShouldBe("""["DroppedTasks","HigherReceipts"]""");
        ((string?)finance["climateEffect"], (string?)finance["climate"]).ShouldBe(("LargeNegative", "Alter Satz."));
        var refused = (await (await SendAsync(caller, HttpMethod.Post, address + "/submit", null, "*")).Content.ReadFromJsonAsync<Problem>())!;
        refused.Errors!.Keys.ShouldContain("finance.counterFinance");
        refused.Errors.Keys.ShouldContain("finance.followUpBearer");
        refused.Errors.Keys.ShouldNotContain("finance.climate");
    }

    [Theory]
    [InlineData("""{"followUpYears":[{"number":6,"amount":"1.00"}]}""", "finance.followUpYears[0].number")]
    [InlineData("""{"followUpYears":[{"number":1,"amount":"-0.01"}]}""", "finance.followUpYears[0].amount")]
    [InlineData("""{"followUpYears":[{"number":1,"amount":"1.00"},{"number":1,"amount":"2.00"}]}""", "finance.followUpYears")]
    [InlineData("""{"counterFinanceWays":["DroppedTasks","DroppedTasks"]}""", "finance.counterFinanceWays")]
    [InlineData("""{"climateEffect":7}""", "finance.climateEffect")]
    public async Task What_no_form_would_send_is_refused_at_its_field(string finance, string field)
    {
        var answer = await (await city.CallAsync("owner")).PostAsync("/api/v1/proposals", Json($$"""{"title":"Ampeln","finance":{{finance}}}"""));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<Problem>())!.Errors!.Keys.ShouldHaveSingleItem().ShouldBe("content." + field);
    }

    /// <summary>"*" means whatever version there is: it must not make another request of the same one sent again.</summary>
    [Fact]
    public async Task A_change_repeated_under_its_key_gets_its_answer_whatever_version_was_meant()
    {
        var caller = await city.CallAsync("owner");
        var address = (await caller.PostAsync("/api/v1/proposals", Json("""
            {"title":"Ampeln","leadingLifeArea":"mobility","goal":"g","resolution":"r","personalData":false,"end":"2027-11-30",
             "finance":{"investment":false,"budgeted":"Fully","climateEffect":"None"},
             "values":{"economic":3,"economicReason":"e","ecological":0,"ecologicalReason":"ö","social":5,"socialReason":"s"},
             "costs":[{"kind":"material","year":2027,"amount":"20000.50"}],"cover":[{"source":"city","year":2027,"amount":"20000.50"}]}
            """))).Headers.Location!.ToString();

        caller.DefaultRequestHeaders.Add("Idempotency-Key", "patch-1");
        foreach (var _ in Enumerable.Range(1, 2))
            (await SendAsync(caller, HttpMethod.Patch, address, Json("""{"title":"Grüne Welle"}"""), "*")).StatusCode.ShouldBe(HttpStatusCode.OK);
        caller.DefaultRequestHeaders.Remove("Idempotency-Key");
        caller.DefaultRequestHeaders.Add("Idempotency-Key", "submit-1");
        var numbers = new List<string?>();
        foreach (var _ in Enumerable.Range(1, 2))
            numbers.Add((string?)(await (await SendAsync(caller, HttpMethod.Post, address + "/submit", null, "*")).Content.ReadFromJsonAsync<JsonObject>())!["number"]);

        numbers[0].ShouldNotBeNull().ShouldStartWith("GA-2026-");
        numbers[1].ShouldBe(numbers[0]);
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static async Task<HttpResponseMessage> SendAsync(HttpClient caller, HttpMethod method, string address, HttpContent? body, string? tag)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await caller.SendAsync(request);
    }
}
