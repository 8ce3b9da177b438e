using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Governance.Proposals;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Proposals;

public sealed class DraftTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task Whoever_goes_to_another_step_by_the_list_loses_nothing()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();
        var page = await browser.OpenAsync($"/proposals/{id}/edit/2");
        page.QuerySelectorAll("button[type=submit][form=step]")[0].GetAttribute("value").ShouldBe("save", "the Enter key saves and stays");
        page.QuerySelectorAll(".stepper a").ShouldAllBe(link => link.GetAttribute("href") == "#content");
        page.QuerySelectorAll(".stepper button[form=step][name=Go][value='5']").ShouldNotBeEmpty();

        var answer = await browser.StepAsync(id, "2", "5", ("Form.Goal", "Weniger Wartezeit"));

        answer.Headers.Location!.ToString().ShouldStartWith($"/proposals/{id}/edit/5");
        (await city.DoAsync("owner", new GetProposal(id))).Content.Goal.ShouldBe("Weniger Wartezeit");
        (await browser.StepAsync(id, "2", "77", ("Form.Goal", "Kürzer"))).Headers.Location!.ToString().ShouldStartWith($"/proposals/{id}/edit/2");
    }

    [Fact]
    public async Task A_draft_is_thrown_away_once_that_was_asked()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();
        (await browser.OpenAsync($"/proposals/{id}")).QuerySelectorAll($"a[href='/proposals/{id}/discard']").ShouldHaveSingleItem();
        (await browser.OpenAsync($"/proposals/{id}/discard")).QuerySelector(".confirm")!.TextContent.ShouldContain("werden gelöscht");
        (await (await city.SignInAsync("treasurer")).Client.GetAsync($"/proposals/{id}/discard")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await browser.SubmitAsync($"/proposals/{id}/discard")).Headers.Location!.ToString().ShouldBe("/proposals");

        (await browser.OpenAsync("/proposals")).QuerySelector(".banner--good")!.TextContent.ShouldContain("verworfen");
        (await browser.Client.GetAsync($"/proposals/{id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "as every id of nobody");
        (await browser.SendAsync($"/proposals/{id}/discard", await browser.HiddenAsync("/proposals"))).Headers.Location!.ToString().ShouldBe("/proposals", "pressed twice");
    }

    [Fact]
    public async Task A_draft_is_saved_step_by_step_and_no_step_touches_what_it_does_not_show()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();

        (await browser.StepAsync(id, "1", "next", ("Form.Title", "  Ampeln "), ("Form.LeadingLifeArea", "mobility"), ("Form.FurtherLifeAreas", "safety"))).Headers.Location!.ToString()
            .ShouldEndWith("/edit/2");
        (await browser.StepAsync(id, "2", "back", ("Form.Goal", "Zeile 1\r\nZeile 2"))).Headers.Location!.ToString().ShouldEndWith("/edit/1");
        (await browser.StepAsync(id, "3", "row", ("Form.Start.Day", "1"), ("Form.Start.Month", "2"), ("Form.Start.Year", "2027"), ("Form.WorkPackages[1].Name", "Planung"))).Headers.Location!.ToString()
            .ShouldContain("rows=3");
        await browser.StepAsync(id, "4", "next", ("Form.Social", "5"), ("Form.SocialReason", "schnellere Hilfe"));
        await browser.StepAsync(id, "6", "next", ("Form.FollowUpYears[1].Cents", "1.234,56"), ("Form.FollowUpYears[1].StaffPosts", "0,5"), ("Form.ClimateEffect", "LargeNegative"), ("Form.Budgeted", "Partly"), ("Form.Investment", "True"));
        await browser.StepAsync(id, "7", "later", ("Form.PersonalData", "True"), ("Form.NotPublic", "true"));

        var content = (await city.DoAsync("owner", new GetProposal(id))).Content;
        content.ShouldSatisfyAllConditions(
            () => content.Title.ShouldBe("Ampeln"),
            () => content.FurtherLifeAreas.ShouldBe(["safety"]),
            () => content.Goal.ShouldBe("Zeile 1\nZeile 2"),
            () => content.Start.ShouldBe(new DateOnly(2027, 2, 1)),
            () => content.WorkPackages.ShouldHaveSingleItem().Name.ShouldBe("Planung"),
            () => content.Values.Social.ShouldBe(5),
            () => content.Finance.FollowUpYears.ShouldBe([new FollowUpYear(2, 123_456, 50)]),
            () => content.Finance.ClimateEffect.ShouldBe(ClimateEffect.LargeNegative),
            () => content.Finance.Budgeted.ShouldBe(BudgetState.Partly),
            () => content.Finance.Investment.ShouldBe(expected: true),
            () => content.PersonalData.ShouldBe(expected: true),
            () => content.NotPublic.ShouldBeTrue());
        var start = await browser.OpenAsync($"/proposals/{id}/edit/1");
        start.QuerySelector<IHtmlInputElement>("#Form-Title")!.Value.ShouldBe("Ampeln");
        start.QuerySelector(".stepper .is-open")!.Line().ShouldContain("fehl");
    }

    [Fact]
    public async Task Every_step_gives_back_all_that_it_read()
    {
        var content = Full();
        var id = await city.DoAsync("owner", new CreateDraft(content));
        var browser = await city.SignInAsync("owner");

        foreach (var step in Enumerable.Range(1, 7))
            (await browser.StepAsync(id, $"{step}", "save")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await city.DoAsync("owner", new GetProposal(id))).Content.ToJson().ShouldBe(content.ToJson());
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once_each_with_a_link_to_its_field()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();
        await browser.StepAsync(id, "5", "next", ("cost-material-2026", "100"), ("cover-city-2026", "60"));

        var answer = await browser.StepAsync(id, "9", "submit");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var links = (await answer.PageAsync()).QuerySelectorAll(".error-summary a");
        links.Select(link => link.GetAttribute("href")!.Replace($"/proposals/{id}/edit/", "", StringComparison.Ordinal)).ShouldBe(
            ["1?check=true#Form-Title", "1?check=true#Form-LeadingLifeArea", "2?check=true#Form-Goal", "3?check=true#Form-End", "5?check=true#cover-city-2026", "7?check=true#Form-Resolution", "7?check=true#Form-PersonalData",
                "4?check=true#Form-Economic", "4?check=true#Form-EconomicReason", "4?check=true#Form-Ecological", "4?check=true#Form-EcologicalReason", "4?check=true#Form-Social",
                "4?check=true#Form-SocialReason", "6?check=true#Form-Investment", "6?check=true#Form-Budgeted", "6?check=true#Form-ClimateEffect"],
            ignoreOrder: true);
        links.Select(link => link.Line()).ShouldContain("2026: Den Kosten von 100,00 € steht eine Deckung von 60,00 € gegenüber; es fehlen 40,00 €.");
        foreach (var link in links)
        {
            var address = link.GetAttribute("href")!.Split('#');
            var step = await browser.OpenAsync(address[0]);
            step.GetElementById(address[1]).ShouldNotBeNull(address[1]);
            step.QuerySelectorAll(".error-summary a").Select(one => one.GetAttribute("href")).ShouldContain("#" + address[1]);
        }
    }

    [Fact]
    public async Task Sums_are_right_to_the_cent_and_wrong_input_stays()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();

        var page = await browser.FollowAsync(await browser.StepAsync(id, "5", "save",
            ("cost-material-2026", "1.234,56"), ("cost-services-2026", "0,45"), ("cost-material-2027", "100"), ("cover-city-2026", "1235,01"), ("cover-city-2027", "99,99")));

        page.QuerySelectorAll("#plan-cost tfoot td").Select(cell => cell.Line()).ShouldBe(["1.235,01", "100,00", "1.335,01"]);
        page.QuerySelector(".banner--warn")!.Line().ShouldBe("2027: Es fehlen 0,01 € Deckung.");

        var wrong = await browser.StepAsync(id, "5", "year", ("cost-material-2026", "12.50"), ("cover-city-2027", "-5"), ("cost-services-2026", "7"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await wrong.PageAsync();
        again.QuerySelector<IHtmlInputElement>("#cost-material-2026")!.Value.ShouldBe("12.50");
        again.QuerySelector<IHtmlInputElement>("#cover-city-2027")!.Value.ShouldBe("-5");
        again.QuerySelector<IHtmlInputElement>("#cost-services-2026")!.Value.ShouldBe("7");
        again.QuerySelector("#cost-material-2028").ShouldNotBeNull("the new year stands there all the same");
        again.QuerySelectorAll(".error-summary a").Length.ShouldBe(2);
        (await city.DoAsync("owner", new GetProposal(id))).Content.TotalCost.Cents.ShouldBe(133_501);
    }

    [Fact]
    public async Task Years_and_rows_are_added_by_buttons()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();

        var year = await browser.FollowAsync(await browser.StepAsync(id, "5", "year", ("cost-material-2026", "5")));
        year.QuerySelector("#cost-material-2028").ShouldNotBeNull();
        var form = year.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        var row = await browser.FollowAsync(await browser.SendFormAsync($"/proposals/{id}/edit/5", form, "source", ("AddSource", "eu"), ("cover-city-2028", "5")));

        row.QuerySelector("#cover-eu-2028").ShouldNotBeNull();
        row.QuerySelector<IHtmlInputElement>("#cost-material-2026")!.Value.ShouldBe("5,00");
        row.QuerySelector<IHtmlInputElement>("#cover-city-2028")!.Value.ShouldBe("5,00");
    }

    [Fact]
    public async Task A_stale_page_is_told_and_keeps_its_input()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();
        var old = (await browser.OpenAsync($"/proposals/{id}/edit/1")).QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        await browser.StepAsync(id, "1", "next", ("Form.Title", "Neu"));

        var answer = await browser.SendFormAsync($"/proposals/{id}/edit/1", old, "next", ("Form.Title", "Alt"));

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var page = await answer.PageAsync();
        page.QuerySelector(".error-summary")!.Line().ShouldContain("an anderer Stelle gespeichert");
        page.QuerySelector<IHtmlInputElement>("#Form-Title")!.Value.ShouldBe("Alt");
        var again = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        (await browser.SendFormAsync($"/proposals/{id}/edit/1", again, "next")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await city.DoAsync("owner", new GetProposal(id))).Content.Title.ShouldBe("Alt");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_beside_its_field()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();

        var answer = await browser.StepAsync(id, "1", "next", ("Form.Title", new string('x', 301)));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.PageAsync()).QuerySelector("#Form-Title-error")!.Line().ShouldContain("zu lang");
    }

    [Fact]
    public async Task A_huge_body_is_413()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();

        (await browser.StepAsync(id, "2", "next", ("Form.Goal", new string('x', 3_000_000)))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_a_draft()
    {
        var id = await (await city.SignInAsync("owner")).BeginAsync();
        foreach (var other in new[] { "office2", "citizen" })
            foreach (var path in new[] { "", "/edit/1", "/route", "/financing", "/history", "/documents", "/withdraw", "/changes" })
                (await (await city.SignInAsync(other)).Client.GetAsync($"/proposals/{id}{path}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, other + path);
        (await (await city.SignInAsync("owner")).Client.GetAsync($"/proposals/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "nobody learns which ids exist");
        (await (await city.SignInAsync("owner")).Client.GetAsync("/proposals/nonsense")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static ProposalContent Full() => new()
    {
        Title = "T", ShortTitle = "K", Project = "P", Unit = "U", Contact = "C", LeadingLifeArea = "mobility", FurtherLifeAreas = ["health", "safety"],
        TargetPicture = "Z", Problem = "a\n\nb", Goal = "g", Beneficiaries = "b", Partners = "pa", Participation = "be",
        WorkPackages = [new("n1", "r1", new DateOnly(2027, 3, 1)), new("n2", "", null), new("", "r3", null)],
        Start = new DateOnly(2027, 1, 1), End = new DateOnly(2029, 12, 31),
        Costs = [new("personnel", 2027, 1), new("personnel", 2029, 250_000), new("Lizenz & Co", 2028, 7)],
        Cover = [new("city", 2027, 1), new("eu", 2029, 250_007)],
        Finance = new()
        {
            Investment = false, FollowUpYears = [new(1, 100, 125), new(2, 0), new(4, null, 5), new(5, 123_456_789_01, 0)], FollowUpBearer = "f", DepreciationPerYearCents = 0, ReceiptsCents = 5,
            YieldPerYearCents = 6, Budgeted = BudgetState.Not, CounterFinanceWays = [CounterFinanceWay.DroppedTasks, CounterFinanceWay.WithinDepartment], CounterFinance = "cf",
            ClimateEffect = ClimateEffect.None, Climate = "cl", MunicipalCompanies = "m",
        },
        Values = new() { Economic = 0, EconomicReason = "e", Ecological = 3, EcologicalReason = "ö", Social = 5, SocialReason = "s" },
        Risks = "r", PersonalData = false, ImpactAssessment = true, ProcessingRecord = "pr", Deletion = "lö", Security = "s", Accessibility = "ac", Openness = "o", AiRiskClass = "besonders",
        Procurement = "v", StaffCouncil = true, Resolution = "re", Alternatives = "al", LegalBasis = "l", NotPublic = true, NotPublicReason = "np", HistoryElsewhere = "",
    };
}
