using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Ballots;
using Governance.People;
using Governance.Web.Tests.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Proposals;

/// <summary>Objecting to a committee's decision while the period runs, on the page and by programs. The committee has eleven members by statute.</summary>
public sealed class DecisionObjectionTests
{
    [Fact]
    public async Task Members_and_the_mayor_object_on_the_page()
    {
        await using var city = await WebCity.FoundAsync();
        await city.Program.AddPersonAsync("mayor", Role.Mayor);
        var path = $"/proposals/{await AdoptedAsync(city)}";
        var member = await city.SignInAsync("committee-mobility-2");
        var banner = (await member.OpenAsync(path)).QuerySelector("[data-testid=objection-period]")!;
        banner.Line().ShouldContain("Beschlossen von: Ausschuss für Mobilität und Umwelt. Die Einspruchsfrist läuft bis Do, 26.11.2026");
        banner.QuerySelector("a")!.GetAttribute("href").ShouldBe(path + "/objection");
        var page = await member.OpenAsync(path + "/objection");
        page.QuerySelectorAll("input[name=Kind]").Select(input => input.GetAttribute("value")).ShouldBe(["CommitteeObjection"]);
        page.QuerySelector("main form")!.Line().ShouldContain("sobald 3 Mitglieder Einspruch erhoben haben (ein Fünftel des Ausschusses); bisher sind es 0");

        var refused = await member.SubmitAsync(path + "/objection", ("Reason", " "));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(["#Kind", "#Reason"]);

        (await member.SubmitAsync(path + "/objection", ("Kind", "CommitteeObjection"), ("Reason", "Die Folgekosten fehlen."))).Headers.Location!.ToString().ShouldBe(path);
        var shown = await member.OpenAsync(path);
        shown.QuerySelector("main")!.Line().ShouldContain("Einsprüche von Mitgliedern: 1, nötig sind 3.");
        shown.QuerySelector("[aria-labelledby=objections]")!.Line().ShouldContain("Die Folgekosten fehlen.");
        shown.QuerySelector("[data-testid=objection-period] a").ShouldBeNull("once is enough");
        (await member.Client.GetAsync(path + "/objection")).Headers.Location!.ToString().ShouldBe(path);
        (await (await city.SignInAsync("owner")).Client.GetAsync(path + "/objection")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await city.SignInAsync("committee-mobility-3")).SubmitAsync(path + "/objection", ("Kind", "LegalityObjection"), ("Reason", "Grund"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var mayor = await city.SignInAsync("mayor");
        (await mayor.OpenAsync(path + "/objection")).QuerySelectorAll("input[name=Kind]").Select(input => input.GetAttribute("value")).ShouldBe(["CommitteeObjection", "LegalityObjection"]);
        await mayor.SubmitAsync(path + "/objection", ("Kind", "LegalityObjection"), ("Reason", "Verstößt gegen § 75 GO NRW."));
        var after = await mayor.OpenAsync(path);
        after.QuerySelector("main")!.Line().ShouldContain("Der Beschluss ist ausgesetzt");
        after.QuerySelector("[data-testid=objection-period]").ShouldBeNull();
        (await mayor.OpenAsync(path + "/history")).QuerySelector("main")!.Line().ShouldContain("Beanstandung: der Beschluss verletzt das Recht: „Verstößt gegen § 75 GO NRW.“ – der Beschluss ist ausgesetzt");
    }

    [Fact]
    public async Task Who_deputises_for_the_mayor_objects_and_is_told_apart()
    {
        await using var city = await WebCity.FoundAsync();
        var (mayor, deputy) = (await city.Program.AddPersonAsync("mayor", Role.Mayor), await city.Program.AddPersonAsync("deputymayor", Role.DeputyMayor));
        (await city.Program.SendAsync(new AppointDeputy(mayor, deputy, new(2026, 11, 23), new(2026, 12, 31)))).Error.ShouldBeNull();
        var path = $"/proposals/{await AdoptedAsync(city)}";
        var browser = await city.SignInAsync("deputymayor");

        var sent = await browser.SubmitAsync(path + "/objection", ("Kind", "LegalityObjection"), ("Reason", "Verstößt gegen § 75 GO NRW."));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());

        // Whoever decides anew reads on the ballot's page why.
        var chair = await city.SignInAsync("committee-mobility-1");
        await using var db = city.Program.Open();
        var ballot = await db.Set<Ballot>().Where(row => row.Status != BallotStatus.Closed).Select(row => row.Id).SingleAsync();
        (await chair.OpenAsync($"/ballots/{ballot}")).QuerySelector("[aria-labelledby=objections]")!.Line().ShouldContain("Beanstandung: der Beschluss verletzt das Recht");
        var owner = await city.SignInAsync("owner");
        var shown = await owner.OpenAsync(path);
        shown.QuerySelector("[aria-labelledby=objections]")!.Line().ShouldContain("Frau deputymayor in Vertretung von Frau mayor");
        (await owner.OpenAsync(path + "/history")).QuerySelector("main")!.Line().ShouldContain("„Verstößt gegen § 75 GO NRW.“ – in Vertretung von Frau mayor – der Beschluss ist ausgesetzt");
    }

    [Fact]
    public async Task Whoever_comes_too_late_is_told_and_keeps_the_text()
    {
        await using var city = await WebCity.FoundAsync();
        var path = $"/proposals/{await AdoptedAsync(city)}/objection";

        // Ten minutes before the period's last day ends in Berlin.
        city.Program.Clock.SetUtcNow(new(2026, 11, 26, 22, 50, 0, TimeSpan.Zero));
        var member = await city.SignInAsync("committee-mobility-2");
        var form = (await member.OpenAsync(path)).QuerySelectorAll("main input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!, StringComparer.Ordinal);
        city.Program.Clock.Advance(TimeSpan.FromMinutes(15));

        var late = await member.SendAsync(path, form, ("Kind", "CommitteeObjection"), ("Reason", "Die Folgekosten fehlen."));

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await late.PageAsync();
        page.QuerySelector(".error-summary")!.Line().ShouldContain("läuft keine Einspruchsfrist");
        page.QuerySelector("[aria-labelledby=unsaved]")!.Line().ShouldContain("Die Folgekosten fehlen.");
    }

    [Fact]
    public async Task Programs_object_once_and_are_told_how_many_are_needed()
    {
        await using var city = await WebCity.FoundAsync();
        var path = $"/api/v1/proposals/{await AdoptedAsync(city)}/objections";
        var client = await city.CallAsync("committee-mobility-4");
        var period = (await client.GetFromJsonAsync<JsonObject>(path))!["period"]!;
        ((string?)period["body"], (int)period["needed"]!, (string?)period["mine"]![0]).ShouldBe(("committee-mobility", 3, "CommitteeObjection"));
        (await client.PostAsJsonAsync(path, new { })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await client.PostAsJsonAsync(path, new { kind = "Nonsense", reason = "Grund" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await city.CallAsync("office")).PostAsJsonAsync(path, new { kind = "CommitteeObjection", reason = "Grund" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var raised = await client.PostAsJsonAsync(path, new { kind = "CommitteeObjection", reason = "Grund" });
        raised.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await raised.Content.ReadFromJsonAsync<JsonObject>())!.ToJsonString().ShouldBe("""{"suspended":false,"raised":1,"needed":3}""");
        (await client.PostAsJsonAsync(path, new { kind = "CommitteeObjection", reason = "Grund" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await client.GetFromJsonAsync<JsonObject>(path))!["raised"]!.AsArray().Count.ShouldBe(1);
    }

    private static async Task<Guid> AdoptedAsync(WebCity city)
    {
        var ballot = await city.ToSessionAsync();
        await city.DoAsync("clerk", new RecordBallotResult(ballot, DecisionOutcome.AdoptedUnanimously, null));
        await using var db = city.Program.Open();
        return await db.Set<Ballot>().Where(row => row.Id == ballot).Select(row => row.ProposalId).SingleAsync();
    }
}
