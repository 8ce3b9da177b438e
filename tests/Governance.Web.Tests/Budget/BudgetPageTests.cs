using System.Net;
using AngleSharp.Dom;
using Governance.Funding;
using Governance.Web.Tests.Home;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Budget;

public sealed class BudgetPageTests
{
    [Theory]
    [InlineData("office", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("treasurer", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("owner", HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("member", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("citizen", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Who_sees_what(string name, HttpStatusCode budget, HttpStatusCode line, HttpStatusCode book)
    {
        await using var city = await SmallCity.FoundAsync();
        var client = (await city.Program.SignInAsync(name)).Client;

        (await client.GetAsync("/budget")).StatusCode.ShouldBe(budget);
        (await client.GetAsync($"/budget/lines/{city.Line}")).StatusCode.ShouldBe(line);
        (await client.GetAsync($"/budget/lines/{city.Line}/book")).StatusCode.ShouldBe(book);
        (await client.GetAsync("/budget/lines/new")).StatusCode.ShouldBe(book);
    }

    [Fact]
    public async Task The_sums_on_the_page_are_those_of_the_ledger_to_the_cent()
    {
        await using var city = await SmallCity.FoundAsync();
        await city.Do("treasurer", new TransferFunds(city.Line, city.OtherLine, 100_003, "Umschichtung"));
        await city.Do("treasurer", new AdjustBudgetLine(city.OtherLine, BudgetAdjustment.Freeze, 50_007, "Sperre"));

        var page = await (await city.Program.SignInAsync("office")).OpenAsync("/budget?year=2026");

        long available;
        await using (var db = city.Program.Open())
        {
            // From the entries, not from the balances that the page reads.
            var entries = await db.Set<LedgerEntry>().ToListAsync();
            available = entries.Sum(entry => (entry.Debit == "Available" ? 1 : 0) * entry.AmountCents - (entry.Credit == "Available" ? 1 : 0) * entry.AmountCents);
        }

        Fact(page, "given").ShouldBe("173.456,79\u00A0€");
        Fact(page, "available").ShouldBe(Ui.Format.Euro.Format(available));
        var total = page.QuerySelectorAll("[data-testid=lines] tfoot td, [data-testid=lines] tfoot th").Select(cell => cell.TextContent.Trim()).ToList();
        total[2].ShouldBe("173.456,79");
        total[3].ShouldBe("0,00");
        total[7].ShouldBe("500,07");
        total[8].ShouldBe(Ui.Format.Euro.Number(available));
    }

    [Fact]
    public async Task A_line_with_nothing_left_is_told()
    {
        await using var city = await SmallCity.FoundAsync();
        await city.Do("treasurer", new AdjustBudgetLine(city.OtherLine, BudgetAdjustment.Freeze, 5_000_001, "Sperre"));

        var page = await (await city.Program.SignInAsync("owner")).OpenAsync("/budget");

        page.QuerySelectorAll("[data-testid=exhausted]").ShouldHaveSingleItem().TextContent.ShouldContain("Bildung, Land");
    }

    [Fact]
    public async Task The_treasurer_books_and_reads_it_in_the_list()
    {
        await using var city = await SmallCity.FoundAsync();
        var browser = await city.Program.SignInAsync("treasurer");

        var answer = await browser.SubmitAsync($"/budget/lines/{city.Line}/book", ("Kind", "Freeze"), ("Cents", "1.000,50"), ("Text", "Sperre der Kämmerei"), ("Step", "save"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync(answer.Headers.Location!.ToString());
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("1.000,50\u00A0€");
        Fact(page, "available").ShouldBe("122.456,28\u00A0€");
        var row = page.QuerySelector("[data-testid=entries] tbody tr")!;
        row.TextContent.ShouldContain("Sperre der Kämmerei");
        row.TextContent.ShouldContain("Gesperrt");
    }

    [Fact]
    public async Task A_booking_is_shown_with_what_it_leaves_before_it_is_made()
    {
        await using var city = await SmallCity.FoundAsync();
        var browser = await city.Program.SignInAsync("treasurer");
        var (path, token) = ($"/budget/lines/{city.Line}/book", await browser.HiddenAsync($"/budget/lines/{city.Line}/book"));
        (string, string)[] fields = [("Kind", "Freeze"), ("Cents", "1.000,50"), ("Text", "Sperre")];

        var asked = await Browser.ReadAsync(await browser.SendAsync(path, token, [.. fields, ("Step", "check")]));
        asked.QuerySelector("[data-testid=confirm]")!.TextContent.ShouldSatisfyAllConditions(text => text.ShouldContain("1.000,50\u00A0€ buchen?"), text => text.ShouldContain("122.456,28\u00A0€ verfügbar"), text => text.ShouldContain("Sperre"));
        await using (var db = city.Program.Open())
            (await db.Set<LedgerEntry>().CountAsync()).ShouldBe(2, "nothing is booked yet");

        var back = await Browser.ReadAsync(await browser.SendAsync(path, token, [.. fields, ("Step", "change")]));
        back.QuerySelector("#Cents")!.GetAttribute("value").ShouldBe("1.000,50");
        (await browser.SendAsync(path, token, [.. fields, ("Step", "save")])).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("Freeze", "12.50", "Sperre", "Cents")]
    [InlineData("Freeze", "900.000,00", "Sperre", "Cents")]
    [InlineData("Transfer", "10,00", "Umschichtung", "ToLineId")]
    [InlineData("", "10,00", "Umschichtung", "Kind")]
    [InlineData("Appropriation", "10,00", "", "Text")]
    public async Task Wrong_input_is_told_at_its_field_and_kept(string kind, string amount, string text, string field)
    {
        await using var city = await SmallCity.FoundAsync();
        var browser = await city.Program.SignInAsync("treasurer");

        var answer = await browser.SubmitAsync($"/budget/lines/{city.Line}/book", ("Kind", kind), ("Cents", amount), ("Text", text));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelectorAll("[role=alert] a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#" + field);
        page.QuerySelector("#Cents")!.GetAttribute("value").ShouldBe(amount);
        page.QuerySelector("#Text")!.GetAttribute("value").ShouldBe(text);
        await using var db = city.Program.Open();
        (await db.Set<LedgerEntry>().CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_form_sent_twice_books_once()
    {
        await using var city = await SmallCity.FoundAsync();
        var browser = await city.Program.SignInAsync("treasurer");
        var form = await browser.OpenAsync($"/budget/lines/{city.Line}/book");
        Dictionary<string, string> values = new(StringComparer.Ordinal) { ["Kind"] = "Appropriation", ["Cents"] = "10,00", ["Text"] = "Nachtrag", ["Step"] = "save" };
        foreach (var hidden in form.QuerySelectorAll("main form input[type=hidden]"))
            values[hidden.GetAttribute("name")!] = hidden.GetAttribute("value")!;

        for (var click = 0; click < 2; click++)
            (await browser.Client.PostAsync($"/budget/lines/{city.Line}/book", new FormUrlEncodedContent(values))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = city.Program.Open();
        (await db.Set<LedgerEntry>().CountAsync(entry => entry.AmountCents == 1000)).ShouldBe(1);
    }

    [Fact]
    public async Task The_treasurer_opens_a_line_once()
    {
        await using var city = await SmallCity.FoundAsync();
        var browser = await city.Program.SignInAsync("treasurer");
        (string, string)[] fields = [("FiscalYear", "2027"), ("LifeArea", "health"), ("FundingSource", "eu"), ("Product", "11.40.01"), ("CostCentre", "4120")];

        var first = await browser.SubmitAsync("/budget/lines/new?year=2027", fields);
        var second = await browser.SubmitAsync("/budget/lines/new?year=2027", fields);

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.OpenAsync(first.Headers.Location!.ToString())).QuerySelector("h1")!.TextContent.ShouldContain("Gesundheit, EU 2027");
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ReadAsync(second)).QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe("#Product");
    }

    private static string Fact(IParentNode page, string name) => page.QuerySelector($"[data-testid={name}] dd .num")!.TextContent.Trim();
}
