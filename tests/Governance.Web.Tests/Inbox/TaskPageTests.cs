using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Governance.Proposals;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Inbox;

public sealed class TaskPageTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task The_page_has_all_facts_that_the_answer_needs()
    {
        var proposal = await city.SubmitAsync(50_000, personalData: true);
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete", "Alles da.");

        var page = await (await city.SignInAsync("treasurer")).OpenAsync($"/inbox/{await city.TaskAsync(proposal, "cover-check")}");

        var main = page.QuerySelector("main")!.Line();
        foreach (var fact in new[] { "50.000,00 €", "Frank Osterholz", "An 42 Kreuzungen", "wird mit Gesamtkosten", "8.400,00 €", "Tiefbauamt", "Alles da.", "Sabine Kruse" })
            main.ShouldContain(fact);
        page.QuerySelector("[data-testid=plan] tbody")!.Line().ShouldBe("Stadt 10.000,00 20.000,00 30.000,00 Land 20.000,00 0,00 20.000,00");
        page.QuerySelector("[data-testid=why]")!.Line().ShouldStartWith("Bei Ihnen, weil");
        page.QuerySelectorAll("[data-testid=answer]").Length.ShouldBeGreaterThan(1);
        page.QuerySelectorAll("[data-testid=answer]").ShouldAllBe(answer => answer.QuerySelector("p")!.TextContent.Length > 20);
    }

    [Fact]
    public async Task Every_word_of_the_owner_stands_on_the_page_that_decides()
    {
        var content = JsonNode.Parse(WebCity.Content(50_000, personalData: true).ToJson())!.AsObject();
        var said = new List<string>();
        foreach (var part in new[] { content, content["finance"]!.AsObject(), content["values"]!.AsObject() })
            foreach (var (name, _) in part.Where(field => field is { Value: JsonValue value, Key: not "leadingLifeArea" and not "budgeted" and not "climateEffect" } && value.GetValueKind() == JsonValueKind.String && !DateOnly.TryParse((string)value!, CultureInfo.InvariantCulture, out _)).ToList())
            {
                part[name] = $"Angabe zu {name}";
                said.Add($"Angabe zu {name}");
            }

        said.Count.ShouldBeGreaterThan(25);
        var proposal = await city.SubmitAsync(ProposalContent.Parse(content.ToJsonString()));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        var officer = (await (await city.SignInAsync("dpo")).OpenAsync($"/inbox/{await city.TaskAsync(proposal, "data-protection")}")).QuerySelector("main")!.Line();
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        await city.AnswerAsync(proposal, "data-protection", "dpo", "NoConcerns");
        await city.AnswerAsync(proposal, "recommendation", "office", "Recommend");
        var member = (await (await city.SignInAsync("steering-1")).OpenAsync($"/ballots/{await city.BallotAsync(proposal)}")).QuerySelector("main")!.Line();

        foreach (var main in new[] { officer, member })
            said.Where(word => !main.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var amount in new[] { "2027, ", "30.000,00 €", "2028, ", "20.000,00 €" })
            officer.ShouldContain(amount);
    }

    [Fact]
    public async Task An_answer_moves_the_case_and_is_told_in_the_inbox()
    {
        var proposal = await city.SubmitAsync(20_000, "Hitzeschutz-Lotse");
        var task = await city.TaskAsync(proposal, "formal-check");
        var browser = await city.SignInAsync("office");

        var answer = await browser.SubmitAsync($"/inbox/{task}", ("Outcome", "Complete"), ("Comment", "Vollständig."));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/inbox");
        (await browser.OpenAsync("/inbox")).QuerySelector(".banner--good[role=status]")!.Line().ShouldContain("„Hitzeschutz-Lotse“: Ihre Antwort „Vollständig“");
        (await city.ReadAsync(task)).SeenAt.ShouldNotBeNull();
        (await city.TaskAsync(proposal, "cover-check")).ShouldNotBe(Guid.Empty);
        (await browser.OpenAsync("/inbox/done")).QuerySelector("tbody tr")!.Line().ShouldContain("Hitzeschutz-Lotse");
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_was_faster_and_when()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        var (first, second) = (await city.SignInAsync("office"), await city.SignInAsync("office2"));
        var stale = await second.HiddenAsync($"/inbox/{task}");
        await first.SubmitAsync($"/inbox/{task}", ("Outcome", "Complete"));

        var answer = await second.SendAsync($"/inbox/{task}", stale, ("Outcome", "Return"), ("Comment", "Zu spät."));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.PageAsync();
        page.QuerySelector("[data-testid=closed]")!.Line().ShouldBe("Erledigt von Sabine Kruse am 23.11.2026, 10:00 Uhr mit „Vollständig“. Hier ist nichts mehr zu tun.");
        page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.QuerySelector("[data-testid=unsent]")!.Line().ShouldContain("Zu spät.", customMessage: "what was written is not lost");
        (await city.ReadAsync(task)).Outcome.ShouldBe("Complete");
    }

    [Fact]
    public async Task An_answer_that_ends_the_case_is_asked_once_more()
    {
        var proposal = await city.SubmitAsync(20_000);
        var task = await city.TaskAsync(proposal, "formal-check");
        var browser = await city.SignInAsync("office");
        var (path, token) = ($"/inbox/{task}", await browser.HiddenAsync($"/inbox/{task}"));

        (await browser.SendAsync(path, token, ("Outcome", "Reject"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "reasons first");
        var asked = await (await browser.SendAsync(path, token, ("Outcome", "Reject"), ("Comment", "Gibt es schon."))).PageAsync();
        asked.QuerySelector("[data-testid=sure]")!.Line().ShouldSatisfyAllConditions(
            line => line.ShouldContain("„Ablehnen“ – sind Sie sicher?"), line => line.ShouldContain("Der Antrag endet hier."), line => line.ShouldContain("Gibt es schon."));
        (await city.ReadAsync(task)).IsOpen.ShouldBeTrue();

        var back = await (await browser.SendAsync(path, token, ("Outcome", "Reject"), ("Comment", "Gibt es schon."), ("Step", "back"))).PageAsync();
        back.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Gibt es schon.");
        back.QuerySelectorAll("[data-testid=sure]").ShouldBeEmpty();

        (await browser.SendAsync(path, token, ("Outcome", "Reject"), ("Comment", "Gibt es schon."), ("Step", "sure"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await city.ReadAsync(task)).Outcome.ShouldBe("Reject");
    }

    [Fact]
    public async Task The_cover_check_shows_what_the_budget_has()
    {
        var proposal = await city.SubmitAsync(50_000);
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        var path = $"/inbox/{await city.TaskAsync(proposal, "cover-check")}";

        var rows = (await (await city.SignInAsync("treasurer")).OpenAsync(path)).QuerySelectorAll("[data-testid=cover] tbody tr");
        rows.Length.ShouldBe(3, "two years of the city, one of the state");
        rows.ShouldAllBe(row => row.QuerySelectorAll(".badge, [class*=badge]").Length > 0);
        (await (await city.SignInAsync("treasurer")).OpenAsync($"/proposals/{proposal}/financing")).QuerySelectorAll("[data-testid=cover] tbody tr").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Missing_reasons_are_named_at_the_field()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        var browser = await city.SignInAsync("office");

        var answer = await browser.SubmitAsync($"/inbox/{task}", ("Outcome", "Return"), ("Comment", " "));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.PageAsync();
        page.QuerySelector(".error-summary a[href='#Comment']")!.Line().ShouldBe("Diese Antwort braucht eine Begründung.");
        page.QuerySelector("#Comment")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await city.ReadAsync(task)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_answer_keeps_the_comment()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        var browser = await city.SignInAsync("office");

        var answer = await browser.SubmitAsync($"/inbox/{task}", ("Outcome", "Dance"), ("Comment", "Mein langer Text"));

        ((IHtmlTextAreaElement)(await answer.PageAsync()).QuerySelector("#Comment")!).Value.ShouldBe("Mein langer Text");
    }

    [Fact]
    public async Task Only_the_assignee_gets_in_and_nothing_is_not_found()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        var office = await city.SignInAsync("office");
        var other = await city.SignInAsync("treasurer");
        var token = await office.HiddenAsync($"/inbox/{task}");

        (await other.Client.GetAsync($"/inbox/{task}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await office.Client.GetAsync($"/inbox/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.SendAsync($"/inbox/{Guid.NewGuid()}", token, ("Outcome", "Complete"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.SendAsync($"/inbox/{task}", new Dictionary<string, string>(StringComparer.Ordinal), ("Outcome", "Complete"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "no antiforgery token");
        (await city.Program.Browse().Client.GetAsync($"/inbox/{task}")).Headers.Location!.ToString().ShouldContain("/account/sign-in");
        (await city.ReadAsync(task)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task The_page_speaks_English_too()
    {
        var task = await city.TaskAsync(await city.SubmitAsync(20_000), "formal-check");
        var browser = await city.SignInAsync("office");

        var page = await browser.OpenAsync($"/inbox/{task}?culture=en");

        page.QuerySelector(".page-head .lede")!.Line().ShouldBe("Is the proposal complete and admissible?");
        page.QuerySelector("[data-testid=why]")!.Line().ShouldStartWith("With you because");
        page.QuerySelector("main")!.Line().ShouldContain("Cost and cover");
        (await browser.OpenAsync("/inbox?culture=en")).QuerySelector("h1")!.Line().ShouldBe("Inbox");
    }
}
