using System.Net;
using Governance.Ballots;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Ballots;

public sealed class ConductPageTests(WebCity city) : IClassFixture<WebCity>
{
    private const string Committee = "committee-mobility";

    [Fact]
    public async Task The_chair_opens_members_vote_and_the_chair_closes()
    {
        var ballot = await city.ToSessionAsync();
        var (chair, member) = (await city.SignInAsync(Committee + "-1"), await city.SignInAsync(Committee + "-2"));
        var invited = await member.OpenAsync($"/ballots/{ballot}");
        invited.QuerySelector("[data-testid=not-open]").ShouldNotBeNull();
        invited.QuerySelectorAll("input[name=vote], [data-testid=conduct]").ShouldBeEmpty();
        invited.QuerySelectorAll("textarea[name=reason]").ShouldHaveSingleItem("a conflict of interest is announced before");

        (await chair.OpenAsync($"/ballots/{ballot}/open")).QuerySelector(".confirm")!.Line().ShouldContain("9 Mitglieder");
        (await chair.SubmitAsync($"/ballots/{ballot}/open")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await member.SubmitAsync($"/ballots/{ballot}", ("vote", "yes"), ("confirmed", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var seat in new[] { 3, 4, 5, 6 })
            await city.DoAsync($"{Committee}-{seat}", new CastVote(ballot, VoteChoice.Yes));
        await city.DoAsync(Committee + "-7", new CastVote(ballot, VoteChoice.No));
        await city.DoAsync(Committee + "-8", new DeclareRecusal(ballot, "Träger"));
        (await chair.SubmitAsync($"/ballots/{ballot}/close", ("Present", "8"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await member.OpenAsync($"/ballots/{ballot}");
        page.QuerySelector("[data-testid=outcome]")!.Line().ShouldBe("mehrheitlich beschlossen");
        page.QuerySelectorAll(".tally dd").Select(count => count.Line()).ShouldBe(["5", "1", "0"]);
        page.QuerySelectorAll("[data-testid=named] tr.group").Select(group => group.Line()).ShouldBe(["Fraktion A", "Fraktion B", "Fraktion C"]);
        page.QuerySelector("[data-testid=named]")!.Line().ShouldContain("befangen");
    }

    [Fact]
    public async Task Whoever_closes_without_a_quorum_is_asked_whether_that_is_meant()
    {
        var ballot = await city.ToSessionAsync();
        await city.DoAsync("clerk", new OpenBallot(ballot));
        await city.DoAsync(Committee + "-2", new CastVote(ballot, VoteChoice.Yes));
        var clerk = await city.SignInAsync("clerk");
        (await clerk.OpenAsync($"/ballots/{ballot}/close")).QuerySelectorAll("input[name=Lack]").ShouldBeEmpty();

        var asked = await clerk.SubmitAsync($"/ballots/{ballot}/close");
        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await asked.PageAsync();
        page.QuerySelector(".error-summary")!.Line().ShouldContain("1 von 11 Stimmberechtigten");
        page.QuerySelectorAll("input[name=Lack]").Length.ShouldBe(2);
        var quorate = await (await clerk.SendAsync($"/ballots/{ballot}/close", await clerk.HiddenAsync($"/ballots/{ballot}/close"), ("Present", "8"), ("Lack", "Established"))).PageAsync();
        quorate.QuerySelector(".error-summary")!.Line().ShouldContain("trifft nicht zu");
        quorate.QuerySelectorAll("input[name=Lack]").ShouldBeEmpty("a radio button cannot be taken back");
        (await StatusAsync(ballot)).Status.ShouldBe(BallotStatus.Open);

        (await clerk.SendAsync($"/ballots/{ballot}/close", await clerk.HiddenAsync($"/ballots/{ballot}/close"), ("Lack", "Established"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(ballot)).Outcome.ShouldBe("NotQuorate");
    }

    [Fact]
    public async Task Only_chair_and_clerk_conduct()
    {
        var ballot = await city.ToSessionAsync();
        var member = await city.SignInAsync(Committee + "-2");
        var token = await member.HiddenAsync($"/ballots/{ballot}");

        foreach (var page in new[] { "open", "close", "result" })
        {
            (await member.Client.GetAsync($"/ballots/{ballot}/{page}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await member.SendAsync($"/ballots/{ballot}/{page}", token, ("Form.Outcome", "Adopted"), ("Step", "save"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await member.Client.GetAsync($"/ballots/{Guid.NewGuid()}/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await StatusAsync(ballot)).Status.ShouldBe(BallotStatus.Invited);
    }

    [Fact]
    public async Task What_is_open_is_not_opened_again()
    {
        var ballot = await city.ToSessionAsync();
        var clerk = await city.SignInAsync("clerk");
        var token = await clerk.HiddenAsync($"/ballots/{ballot}/open");
        await clerk.SendAsync($"/ballots/{ballot}/open", token);

        var again = await clerk.SendAsync($"/ballots/{ballot}/open", token);

        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.PageAsync()).QuerySelector(".error-summary")!.Line().ShouldContain("läuft schon");
    }

    [Fact]
    public async Task A_result_is_recorded_after_its_consequence_was_confirmed()
    {
        var ballot = await city.ToSessionAsync();
        var clerk = await city.SignInAsync("clerk");
        (string, string)[] entries =
        [
            ("Form.Outcome", "AdoptedAmended"), ("Form.GrantedCents", "150.000,00"), ("Form.Wording", "Beschlossen wird nur die Strecke am Wall."), ("Form.Counting", "Dissent"),
            ("Form.Present", "9"), ("Form.No", "2"), ("Form.Abstain", "1"), ("Form.Recused", "1"),
        ];

        var asked = await (await clerk.SubmitAsync($"/ballots/{ballot}/result", entries)).PageAsync();
        var confirm = asked.QuerySelector("[data-testid=confirm]")!;
        confirm.Line().ShouldContain("Anwesend: 9. Ja: 5, Nein: 2, Enthaltung: 1. Befangen: 1.");
        confirm.Line().ShouldContain("150.000,00 €");
        confirm.Line().ShouldContain("Beschlossen wird nur die Strecke am Wall.");
        (await StatusAsync(ballot)).Status.ShouldBe(BallotStatus.Invited, "nothing is written before the confirmation");
        var hidden = confirm.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!, StringComparer.Ordinal);
        var changed = await (await clerk.SendAsync($"/ballots/{ballot}/result", hidden, ("Step", "change"))).PageAsync();
        changed.QuerySelector("#Form-Present")!.GetAttribute("value").ShouldBe("9");

        (await clerk.SendAsync($"/ballots/{ballot}/result", hidden, ("Step", "save"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var row = await StatusAsync(ballot);
        (row.Status, row.Outcome, row.Yes, row.No, row.GrantedCents).ShouldBe((BallotStatus.Closed, "AdoptedAmended", 5, 2, 15_000_000L));
        (await clerk.OpenAsync($"/ballots/{ballot}")).QuerySelector("[data-testid=wording]")!.Line().ShouldBe("Beschlossen wird nur die Strecke am Wall.");
        (await clerk.OpenAsync($"/proposals/{row.ProposalId}")).QuerySelector("[aria-labelledby=amended]")!.Line().ShouldContain("Beschlossen wird nur die Strecke am Wall.");
        var unworded = await clerk.SubmitAsync($"/ballots/{await city.ToSessionAsync("Ohne Wortlaut")}/result", [.. entries.Where(entry => entry.Item1 != "Form.Wording")]);
        unworded.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await unworded.PageAsync()).QuerySelector(".error-summary a[href='#Form-Wording']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_deciding_body_sees_what_the_body_heard_before_resolved()
    {
        var ballot = await city.ToSessionAsync();

        var resolutions = (await (await city.SignInAsync("committee-mobility-2")).OpenAsync($"/ballots/{ballot}")).QuerySelector("[data-testid=resolutions]")!.Line();

        resolutions.ShouldContain("Lenkungskreis");
        resolutions.ShouldContain("Ja: 3, Nein: 0");
    }

    [Fact]
    public async Task Wrong_entries_are_named_and_kept()
    {
        var ballot = await city.ToSessionAsync();
        var clerk = await city.SignInAsync("clerk");
        var path = $"/ballots/{ballot}/result";

        var missing = await (await clerk.SubmitAsync(path, ("Form.Outcome", "Referred"), ("Form.Counting", "Full"))).PageAsync();
        missing.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(["#Form-ReferredTo", "#Form-Present", "#Form-Yes", "#Form-No"]);

        var ignored = await (await clerk.SubmitAsync(path, ("Form.Outcome", "Rejected"), ("Form.Counting", "None"), ("Form.No", "5"))).PageAsync();
        ignored.QuerySelector(".error-summary a[href='#Form-Counting']").ShouldNotBeNull();

        var contradiction = await clerk.SubmitAsync(path, ("Form.Outcome", "Rejected"), ("Form.Counting", "Full"), ("Form.Present", "9"), ("Form.Yes", "8"), ("Form.No", "1"));
        contradiction.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await contradiction.PageAsync();
        page.QuerySelector(".error-summary")!.Line().ShouldContain("widerspricht den Zahlen");
        page.QuerySelector("#Form-Yes")!.GetAttribute("value").ShouldBe("8");
        page.QuerySelector("[data-testid=confirm]").ShouldBeNull("what would be refused is not asked to be confirmed");
        (await (await clerk.SubmitAsync(path, ("Form.Outcome", "Adopted"), ("Form.GrantedCents", "1,00"), ("Form.Counting", "None"))).PageAsync())
            .QuerySelector(".error-summary a[href='#Form-GrantedCents']").ShouldNotBeNull();

        var referred = await (await clerk.SubmitAsync(path, ("Form.Outcome", "Referred"), ("Form.ReferredTo", "finance"), ("Form.Counting", "None"))).PageAsync();
        referred.QuerySelector("[data-testid=confirm]")!.Line().ShouldContain("geht an das genannte Gremium");
        (await StatusAsync(ballot)).Status.ShouldBe(BallotStatus.Invited);
    }

    private async Task<Ballot> StatusAsync(Guid ballot)
    {
        await using var db = city.Program.Open();
        return await db.Set<Ballot>().AsNoTracking().SingleAsync(row => row.Id == ballot);
    }
}
