using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Web.Api;
using Governance.Web.Tests.Home;

namespace Governance.Web.Tests.Budget;

public sealed class BudgetApiTests
{
    [Fact]
    public async Task Lines_and_entries_speak_of_money_as_strings_and_go_on_by_cursor()
    {
        await using var city = await SmallCity.FoundAsync();
        var office = city.Program.Call(await city.Program.AddTokenAsync("office"));
        await city.Do("treasurer", new Funding.PostAppropriation(city.Line, 100, "Nachtrag"));

        var lines = (await office.GetFromJsonAsync<JsonObject>("/api/v1/budget-lines?year=2026"))!;
        var first = (await office.GetFromJsonAsync<JsonObject>($"/api/v1/budget-lines/{city.Line}/entries?limit=1"))!;
        var second = (await office.GetFromJsonAsync<JsonObject>($"/api/v1/budget-lines/{city.Line}/entries?limit=1&cursor={first["nextCursor"]}"))!;

        lines["items"]!.AsArray().Count.ShouldBe(2);
        lines["items"]!.AsArray().Single(line => (string?)line!["lifeArea"] == "mobility")!["available"]!.GetValue<string>().ShouldBe("123457.78");
        first["items"]![0]!["amount"]!.GetValue<string>().ShouldBe("1.00");
        second["items"]![0]!["amount"]!.GetValue<string>().ShouldBe("123456.78");
        second["nextCursor"].ShouldBeNull();
    }

    [Fact]
    public async Task The_treasurer_books_and_wrong_entries_are_problems()
    {
        await using var city = await SmallCity.FoundAsync();
        var treasurer = city.Program.Call(await city.Program.AddTokenAsync("treasurer"));
        var address = $"/api/v1/budget-lines/{city.Line}/entries";

        (await treasurer.PostAsJsonAsync(address, new { kind = "Transfer", amount = "10.00", text = "Umschichtung", toLineId = city.OtherLine })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var unreadable = await treasurer.PostAsJsonAsync(address, new { kind = "Freeze", amount = "10,00", text = "x" });
        var overdrawn = await treasurer.PostAsJsonAsync(address, new { kind = "Freeze", amount = "9999999.00", text = "x" });
        var unknown = await treasurer.PostAsJsonAsync($"/api/v1/budget-lines/{Guid.NewGuid()}/entries", new { kind = "Appropriation", amount = "1.00", text = "x" });

        (await unreadable.Content.ReadFromJsonAsync<Problem>())!.Errors!.Keys.ShouldBe(["amount"]);
        overdrawn.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await overdrawn.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("ledger.overdrawn");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_the_treasurer_books()
    {
        await using var city = await SmallCity.FoundAsync();
        var office = city.Program.Call(await city.Program.AddTokenAsync("office"));

        (await office.PostAsJsonAsync($"/api/v1/budget-lines/{city.Line}/entries", new { kind = "Appropriation", amount = "1.00", text = "x" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await office.PostAsJsonAsync("/api/v1/budget-lines", new { fiscalYear = 2027, lifeArea = "health", fundingSource = "eu", product = "1", costCentre = "2" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await city.Program.Call(await city.Program.AddTokenAsync("citizen")).GetAsync("/api/v1/budget-lines")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
