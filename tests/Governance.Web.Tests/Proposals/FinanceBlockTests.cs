using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Governance.Proposals;
using Governance.Web.Pages.Proposals;
using Governance.Web.Tests.Inbox;
using Governance.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Proposals;

/// <summary>The finance block of a paper: its form, its page, its comparison; also of documents from before its choices.</summary>
public sealed class FinanceBlockTests(WebCity city) : IClassFixture<WebCity>
{
    private static readonly FinanceBlock Old = new() { FollowUpPerYearCents = 840_000, StaffPostsHundredths = 50, FollowUpBearer = "Tiefbauamt", Climate = "Kaum Wirkung.", CounterFinance = "Aus dem Budget." };

    [Fact]
    public async Task Every_choice_that_asks_for_a_sentence_says_so_with_a_link_to_it()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();
        await browser.FillAsync(id);
        (await browser.StepAsync(id, "6", "save", ("Form.Budgeted", "Partly"), ("Form.ClimateEffect", "SmallNegative"), ("Form.FollowUpYears[4].Cents", "0,01"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var answer = await browser.StepAsync(id, "9", "submit");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.PageAsync()).QuerySelectorAll(".error-summary a").Select(link => $"{link.GetAttribute("href")!.Split('/')[^1]} {link.Line()}").ShouldBe(
            [
                "6?check=true#Form-CounterFinanceWays Es fehlt: Gegenfinanzierung", "6?check=true#Form-CounterFinance Es fehlt: Erläuterung der Gegenfinanzierung",
                "6?check=true#Form-FollowUpBearer Es fehlt: Wer trägt die Folgekosten?", "6?check=true#Form-Climate Es fehlt: Begründung der Klimarelevanz",
            ],
            ignoreOrder: true);
        var step = await browser.OpenAsync($"/proposals/{id}/edit/6?check=true");
        foreach (var field in new[] { "CounterFinanceWays", "CounterFinance", "FollowUpBearer", "Climate" })
        {
            step.GetElementById("Form-" + field).ShouldNotBeNull(field);
            step.GetElementById($"Form-{field}-error").ShouldNotBeNull(field);
        }

        await browser.SendFormAsync($"/proposals/{id}/edit/6", step.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(), "save",
            ("Form.CounterFinanceWays", "HigherReceipts"), ("Form.CounterFinanceWays", "WithinDepartment"), ("Form.CounterFinance", "Parkgebühren."), ("Form.FollowUpBearer", "Amt"), ("Form.Climate", "Strom."));

        (await city.DoAsync("owner", new GetProposal(id))).Content.Finance.CounterFinanceWays.ShouldBe([CounterFinanceWay.HigherReceipts, CounterFinanceWay.WithinDepartment]);
        (await browser.OpenAsync($"/proposals/{id}/edit/9")).QuerySelector(".banner--good")!.Line().ShouldContain("vollständig");
    }

    [Theory]
    [InlineData("Cents", "12.50")]
    [InlineData("Cents", "-1")]
    [InlineData("Cents", "10.000.000.000,01")]
    [InlineData("StaffPosts", "-0,5")]
    [InlineData("StaffPosts", "10.000,01")]
    [InlineData("StaffPosts", "halb")]
    public async Task A_figure_that_cannot_be_stays_in_its_cell_and_is_told_there(string column, string typed)
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();

        var answer = await browser.StepAsync(id, "6", "save", ("Form.FollowUpYears[0].Cents", "1"), ($"Form.FollowUpYears[3].{column}", typed));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.PageAsync();
        page.QuerySelectorAll(".error-summary a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"#Form-FollowUpYears-3--{column}");
        var cell = page.QuerySelector<IHtmlInputElement>($"#Form-FollowUpYears-3--{column}")!;
        (cell.Value, cell.GetAttribute("aria-invalid")).ShouldBe((typed, "true"));
        page.QuerySelector<IHtmlInputElement>("#Form-FollowUpYears-0--Cents")!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task The_five_years_are_summed_to_the_cent_and_the_highest_is_named()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();
        await browser.StepAsync(id, "3", "save", ("Form.End.Day", "30"), ("Form.End.Month", "11"), ("Form.End.Year", "2027"));

        var page = await browser.FollowAsync(await browser.StepAsync(id, "6", "save", ("Form.FollowUpYears[0].Cents", "1.234,56"), ("Form.FollowUpYears[2].Cents", "0,45"), ("Form.FollowUpYears[2].StaffPosts", "0,25")));

        page.QuerySelector("#follow-up-years tfoot")!.Line().ShouldBe("Summe 1.235,01");
        page.QuerySelector("[data-testid=highest]")!.Line().ShouldContain("1.234,56 €");
        page.QuerySelectorAll("#follow-up-years tbody th").Select(cell => cell.Line()).ShouldBe(["1. Jahr (2028)", "2. Jahr (2029)", "3. Jahr (2030)", "4. Jahr (2031)", "5. Jahr (2032)"]);
        page.QuerySelector<IHtmlInputElement>("#Form-FollowUpYears-2--StaffPosts")!.Value.ShouldBe("0,25");
        (await browser.OpenAsync($"/proposals/{id}/financing")).QuerySelector("[aria-labelledby=finance]")!.Line().ShouldContain("1. Jahr: 1.234,56 € 3. Jahr: 0,45 €, Stellen: 0,25 Zusammen: 1.235,01 €");
    }

    [Fact]
    public async Task An_old_document_is_read_shown_and_goes_through_the_form()
    {
        var id = await city.DoAsync("owner", new CreateDraft(WebCity.Content(20_000) with { Finance = Old }));
        await using (var db = city.Program.Open())
        {
            // As it was stored then: without what had no field yet.
            var stored = await db.Set<Proposal>().Where(row => row.Id == id).Select(row => row.Content).SingleAsync();
            var then = System.Text.Json.Nodes.JsonNode.Parse(stored)!.AsObject();
            foreach (var name in new[] { "followUpYears", "counterFinanceWays", "climateEffect" })
                then["finance"]!.AsObject().Remove(name);
            then.Remove("deletion").ShouldBeTrue();
            var old = then.ToJsonString();
            await db.Set<Proposal>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, old));
        }

        var browser = await city.SignInAsync("owner");

        var shown = (await browser.OpenAsync($"/proposals/{id}/financing")).QuerySelector("main")!.Line();
        var form = await browser.OpenAsync($"/proposals/{id}/edit/6");

        foreach (var text in new[] { "Kaum Wirkung.", "Aus dem Budget.", "8.400,00 €", "Tiefbauamt" })
            shown.ShouldContain(text);
        form.QuerySelector<IHtmlTextAreaElement>("#Form-Climate")!.Value.ShouldBe("Kaum Wirkung.");
        form.QuerySelector<IHtmlTextAreaElement>("#Form-CounterFinance")!.Value.ShouldBe("Aus dem Budget.");
        form.QuerySelectorAll("input[name='Form.ClimateEffect'][checked], input[name='Form.CounterFinanceWays'][checked]").ShouldBeEmpty();
        form.QuerySelectorAll("#follow-up-years tbody input").OfType<IHtmlInputElement>().Select(input => input.Value).ShouldBe([.. Enumerable.Repeat(new[] { "8.400,00", "0,5" }, 5).SelectMany(row => row)]);
        await browser.StepAsync(id, "6", "save");
        var finance = (await city.DoAsync("owner", new GetProposal(id))).Content.Finance;
        finance.YearlyFollowUpCents.ShouldBe(840_000);
        finance.FollowUpYears.ShouldBe([.. Enumerable.Range(1, 5).Select(number => new FollowUpYear(number, 840_000, 50))]);
        (finance.FollowUpPerYearCents, finance.StaffPostsHundredths, finance.Climate).ShouldBe((null, null, "Kaum Wirkung."));
    }

    [Fact]
    public void Versions_are_compared_part_by_part_also_with_one_from_before_the_choices()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        var texts = new TextCatalog();
        var lines = new ContentLines(texts, new(texts));
        var before = WebCity.Content(20_000) with { Finance = Old, Deletion = "" };
        var after = before with { Finance = WebCity.Block with { Climate = Old.Climate, CounterFinance = Old.CounterFinance }, Deletion = "Nach 24 Stunden", AiRiskClass = "limited" };

        lines.Between(before, after).Select(change => (change.Label, change.Before, change.After.Replace('\u00A0', ' '))).ShouldBe(
        [
            ("Investition oder Aufwand", "", "Investition"),
            ("Folgekosten in fünf Jahren", "", "1. Jahr: 6.000,00 €, Stellen: 0,25\n2. Jahr: 8.400,00 €, Stellen: 0,5\n3. Jahr: 8.400,00 €, Stellen: 0,5\n4. Jahr: 8.400,00 €, Stellen: 0,5\n5. Jahr: 8.400,00 €, Stellen: 0,5\nZusammen: 39.600,00 €"),
            ("Stellen", "0,5", ""),
            ("Im Haushalt veranschlagt", "", "teilweise"),
            ("Gegenfinanzierung", "Aus dem Budget.", "höhere Erträge, Umschichtung im Dezernat · Aus dem Budget."),
            ("Klimarelevanz", "Kaum Wirkung.", "gering positiv · Kaum Wirkung."),
            ("Löschung", "", "Nach 24 Stunden"),
            ("Risikoklasse nach der KI-Verordnung", "", "Begrenztes Risiko"),
        ]);
        lines.Between(after, after with { Finance = after.Finance with { FollowUpYears = [.. after.Finance.FollowUpYears.Reverse()] } }).ShouldBeEmpty("the order of the years says nothing");
    }

    [Fact]
    public async Task Whoever_decides_finds_the_block_together()
    {
        var id = await city.SubmitAsync(20_000);

        var page = await (await city.SignInAsync("office")).OpenAsync($"/inbox/{await city.TaskAsync(id, "formal-check")}");

        page.QuerySelector("[data-testid=finance]")!.Line().ShouldSatisfyAllConditions(
            block => block.ShouldContain("Investition"),
            block => block.ShouldContain("Gegenfinanzierung höhere Erträge, Umschichtung im Dezernat · Die Wartung der alten Steuergeräte entfällt."),
            block => block.ShouldContain("1. Jahr: 6.000,00 €, Stellen: 0,25"),
            block => block.ShouldContain("Klimarelevanz gering positiv · Weniger Halte sparen Kraftstoff."));
        page.QuerySelector("[data-testid=rest]")!.Line().ShouldNotContain("Klimarelevanz");
    }
}
