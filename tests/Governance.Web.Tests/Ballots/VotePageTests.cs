using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Governance.Ballots;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Ballots;

public sealed class VotePageTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task Three_equal_choices_and_nothing_is_chosen_beforehand()
    {
        var ballot = await city.ToBallotAsync(50_000, personalData: true);

        var page = await (await city.SignInAsync("steering-1")).OpenAsync($"/ballots/{ballot}");

        page.QuerySelectorAll("input[name=vote]").Select(input => input.GetAttribute("value")).ShouldBe(["yes", "no", "abstain"]);
        page.QuerySelectorAll("main input[checked]").ShouldBeEmpty();
        page.QuerySelector(".motion")!.Line().ShouldContain("wird mit Gesamtkosten");
        page.QuerySelector(".motion [data-testid=charge]")!.Line().ShouldEndWith(", bis zum 31.12.2028.", customMessage: "who carries it out by when is part of what is voted on");
        var main = page.QuerySelector("main")!.Line();
        foreach (var fact in new[] { "50.000,00 €", "Lenkungskreis", "Entscheidung", "0 von 3", "Deckung aus dem Ansatz", "Warum dieses Gremium?" })
            main.ShouldContain(fact);
    }

    [Fact]
    public async Task A_vote_counts_only_once_it_was_confirmed()
    {
        var ballot = await city.ToBallotAsync(50_000);
        var browser = await city.SignInAsync("steering-1");

        var first = await (await browser.SubmitAsync($"/ballots/{ballot}", ("vote", "no"))).PageAsync();
        first.QuerySelector(".error-summary a[href='#confirmed']").ShouldNotBeNull();
        first.QuerySelector("input[name=vote][value=no]")!.HasAttribute("checked").ShouldBeTrue("the choice is kept");
        (await VotesAsync(ballot)).ShouldBe(0);
        (await (await browser.SubmitAsync($"/ballots/{ballot}", ("confirmed", "true"))).PageAsync()).QuerySelector(".error-summary a[href='#vote']").ShouldNotBeNull();

        (await browser.SubmitAsync($"/ballots/{ballot}", ("vote", "no"), ("confirmed", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var after = await browser.OpenAsync($"/ballots/{ballot}");
        after.QuerySelector(".banner--good")!.Line().ShouldContain("Ihre Stimme ist abgegeben: Nein.");
        after.QuerySelectorAll("input[name=vote]").ShouldBeEmpty();
        (await VotesAsync(ballot)).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_vote_is_refused_with_the_time_of_the_first()
    {
        var ballot = await city.ToBallotAsync(50_000);
        var browser = await city.SignInAsync("steering-1");
        var stale = await browser.HiddenAsync($"/ballots/{ballot}");
        await browser.SendAsync($"/ballots/{ballot}", stale, ("vote", "yes"), ("confirmed", "true"));

        var answer = await browser.SendAsync($"/ballots/{ballot}", stale, ("vote", "no"), ("confirmed", "true"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.PageAsync();
        page.QuerySelector(".error-summary")!.Line().ShouldContain("bereits abgestimmt");
        page.QuerySelector("[data-testid=mine]")!.Line().ShouldContain("„Ja“");
        await using var db = city.Program.Open();
        (await db.Set<BallotMember>().Where(row => row.BallotId == ballot && row.Choice != null).Select(row => row.Choice).SingleAsync()).ShouldBe(VoteChoice.Yes);
    }

    [Fact]
    public async Task A_conflict_of_interest_needs_a_reason_and_takes_the_choices_away()
    {
        var ballot = await city.ToBallotAsync(50_000);
        var browser = await city.SignInAsync("steering-2");

        var missing = await browser.SubmitAsync($"/ballots/{ballot}", ("recused", "yes"), ("reason", " "));
        missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await missing.PageAsync()).QuerySelector(".error-summary a[href='#reason']").ShouldNotBeNull();
        (await browser.SubmitAsync($"/ballots/{ballot}", ("recused", "yes"), ("reason", "Vorstand des Trägers"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await browser.OpenAsync($"/ballots/{ballot}");
        page.QuerySelectorAll("input[name=vote]").ShouldBeEmpty();
        page.QuerySelector("[data-testid=mine]")!.Line().ShouldContain("Vorstand des Trägers");
        page.QuerySelector("#quorum")!.ParentElement!.ParentElement!.Line().ShouldContain("1 Mitglied ist befangen.");
    }

    // decidim#12348: the ballot box was open for everyone to look into.
    [Fact]
    public async Task Nobody_sees_an_interim_result()
    {
        var ballot = await city.ToBallotAsync(50_000);
        await city.DoAsync("steering-1", new CastVote(ballot, VoteChoice.Yes));
        await city.DoAsync("steering-2", new CastVote(ballot, VoteChoice.No));

        foreach (var who in new[] { "steering-1", "steering-3", "clerk", "office" })
        {
            var page = await (await city.SignInAsync(who)).OpenAsync($"/ballots/{ballot}");
            page.QuerySelector("[data-testid=turnout]")!.Line().ShouldContain("2 von 3");
            page.QuerySelectorAll(".votes, .tally, [data-testid=result], [data-testid=named]").ShouldBeEmpty();
            var other = who == "steering-1" ? city.Name("steering-2") : city.Name("steering-1");
            page.QuerySelector("main")!.TextContent.ShouldNotContain(other);
        }
    }

    [Fact]
    public async Task The_last_vote_brings_the_result_with_reasons_and_names()
    {
        var ballot = await city.ToBallotAsync(50_000);
        await city.DoAsync("steering-1", new CastVote(ballot, VoteChoice.Yes));
        await city.DoAsync("steering-2", new CastVote(ballot, VoteChoice.No));
        var browser = await city.SignInAsync("steering-3");
        await browser.SubmitAsync($"/ballots/{ballot}", ("vote", "yes"), ("confirmed", "true"));

        var page = await browser.OpenAsync($"/ballots/{ballot}");

        page.QuerySelector("[data-testid=outcome]")!.Line().ShouldBe("mehrheitlich beschlossen");
        page.QuerySelectorAll(".tally dd").Select(count => count.Line()).ShouldBe(["2", "1", "0"]);
        page.QuerySelector("[data-testid=result]")!.Line().ShouldContain("Beschlussfähig: 3 von 3");
        page.QuerySelectorAll("[data-testid=named] tbody tr").Select(row => row.Line()).ShouldBe(["Holger Brinkmann Nein", "Jana Thelen Ja", "Meryem Aydin Ja"]);
        page.QuerySelector("[data-testid=state]")!.Line().ShouldBe("Abgeschlossen");
    }

    [Fact]
    public async Task Outsiders_are_refused_and_nothing_is_not_found()
    {
        var ballot = await city.ToBallotAsync(50_000);
        var (member, outsider) = (await city.SignInAsync("steering-1"), await city.SignInAsync("citizen"));
        var token = await member.HiddenAsync($"/ballots/{ballot}");

        (await outsider.Client.GetAsync($"/ballots/{ballot}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await member.Client.GetAsync($"/ballots/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.SendAsync($"/ballots/{Guid.NewGuid()}", token, ("vote", "yes"), ("confirmed", "true"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.SendAsync($"/ballots/{ballot}", new Dictionary<string, string>(StringComparer.Ordinal), ("vote", "yes"), ("confirmed", "true"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await VotesAsync(ballot)).ShouldBe(0);
    }

    [Fact]
    public async Task The_page_speaks_English_too()
    {
        var ballot = await city.ToBallotAsync(50_000);

        var page = await (await city.SignInAsync("steering-1")).OpenAsync($"/ballots/{ballot}?culture=en");

        page.QuerySelectorAll(".choices--row label").Select(choice => choice.Line()).ShouldBe(["Yes", "No", "Abstention"]);
        page.QuerySelector("[data-testid=state]")!.Line().ShouldBe("Voting is open");
        page.QuerySelector("main")!.Line().ShouldContain("Steering group");
    }

    private async Task<int> VotesAsync(Guid ballot)
    {
        await using var db = city.Program.Open();
        return await db.Set<BallotMember>().CountAsync(row => row.BallotId == ballot && row.Choice != null);
    }
}
