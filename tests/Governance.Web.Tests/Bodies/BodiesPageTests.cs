using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Web.Tests.Home;

namespace Governance.Web.Tests.Bodies;

public sealed class BodiesPageTests
{
    [Fact]
    public async Task The_list_names_who_chairs()
    {
        await using var city = await SmallCity.FoundAsync();

        var page = await (await city.Program.SignInAsync("member")).OpenAsync("/bodies");

        var row = page.QuerySelectorAll("[data-testid=bodies] tbody tr").Single(line => line.QuerySelector("a[href='/bodies/steering']") is not null);
        row.TextContent.ShouldContain("Frau member");
        row.TextContent.ShouldContain("Umlaufbeschluss");
    }

    [Fact]
    public async Task A_body_shows_its_members_by_group_and_what_it_decides()
    {
        await using var city = await SmallCity.FoundAsync();

        var page = await (await city.Program.SignInAsync("citizen")).OpenAsync("/bodies/steering");

        page.QuerySelector("[data-testid=members] .group")!.TextContent.ShouldContain("Fraktion Mitte");
        page.QuerySelector("[data-testid=members]")!.TextContent.ShouldContain("seit 01.11.2025");
        page.QuerySelector("[data-testid=parts]")!.TextContent.ShouldContain("Über 25.000,00\u00A0€ bis 100.000,00\u00A0€: entscheidet.");
    }

    [Fact]
    public async Task Ballots_are_shown_to_who_may_see_the_proposal_only()
    {
        await using var city = await SmallCity.FoundAsync();
        var id = await city.SubmitAsync(50_000, "Radwege");
        foreach (var (activity, who, outcome) in new[] { ("formal-check", "office", "Complete"), ("cover-check", "treasurer", "Confirmed"), ("recommendation", "office", "Recommend") })
        {
            await using var db = city.Program.Open();
            var task = db.Set<Governance.Inbox.InboxTask>().Single(row => row.ProposalId == id && row.IsOpen && row.ActivityId == activity);
            await city.Do(who, new Governance.Inbox.CompleteTask(task.Id, outcome, null));
        }

        (await (await city.Program.SignInAsync("office")).OpenAsync("/bodies/steering")).QuerySelector("[data-testid=running] li")!.TextContent.ShouldContain("Radwege");
        (await (await city.Program.SignInAsync("citizen")).OpenAsync("/bodies/steering")).QuerySelector("[data-testid=running] li").ShouldBeNull();
        (await (await city.Program.SignInAsync("office")).OpenAsync("/office")).QuerySelector("[data-testid=ballots] li")!.TextContent.ShouldContain("Radwege");
    }

    [Fact]
    public async Task An_unknown_body_is_not_found()
    {
        await using var city = await SmallCity.FoundAsync();

        (await (await city.Program.SignInAsync("office")).Client.GetAsync("/bodies/nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("office", HttpStatusCode.OK)]
    [InlineData("owner", HttpStatusCode.Forbidden)]
    [InlineData("member", HttpStatusCode.Forbidden)]
    public async Task Administration_is_for_few(string name, HttpStatusCode status)
    {
        await using var city = await SmallCity.FoundAsync();
        var client = (await city.Program.SignInAsync(name)).Client;

        foreach (var path in new[] { "/admin", "/admin/authority", "/admin/workflows", "/admin/workflows/project-proposal" })
            (await client.GetAsync(path)).StatusCode.ShouldBe(status, path);
    }

    [Fact]
    public async Task The_authority_table_is_sound_and_reads_as_sentences()
    {
        await using var city = await SmallCity.FoundAsync();

        var page = await (await city.Program.SignInAsync("admin")).OpenAsync("/admin/authority");

        page.QuerySelector("[data-testid=sound]").ShouldNotBeNull();
        page.QuerySelectorAll("[data-testid=rules] tbody tr").Length.ShouldBe(4);
        page.QuerySelector("[data-testid=rules] tbody tr")!.TextContent.ShouldContain("Bis 25.000,00\u00A0€");
    }

    [Fact]
    public async Task A_table_with_a_body_that_is_gone_is_told()
    {
        await using var city = await SmallCity.FoundAsync();
        await using (var db = city.Program.Open())
        {
            var rules = Governance.Bodies.DefaultAuthorityTable.Table with { Version = 2, Rules = [new() { DecidingBody = "nobody" }] };
            db.Add(new Governance.Bodies.AuthorityVersion { Number = 2, ValidFrom = new DateOnly(2026, 1, 1), Rules = Governance.Bodies.AuthorityJson.Write(rules) });
            await db.SaveChangesAsync();
        }

        var page = await (await city.Program.SignInAsync("admin")).OpenAsync("/admin/authority");

        page.QuerySelectorAll("[data-testid=finding]").ShouldHaveSingleItem().TextContent.ShouldContain("nobody");
    }

    [Fact]
    public async Task A_workflow_shows_its_picture_and_where_cases_wait()
    {
        await using var city = await SmallCity.FoundAsync();
        await city.SubmitAsync(20_000, "Ampeln");

        var page = await (await city.Program.SignInAsync("admin")).OpenAsync("/admin/workflows/project-proposal");

        page.QuerySelector("svg.flow").ShouldNotBeNull();
        page.QuerySelector("[data-testid=stations] .is-now")!.TextContent.ShouldContain("Formale Prüfung");
        page.QuerySelector("[data-testid=stations] .is-now")!.TextContent.ShouldContain("1\u00A0Vorgang");
        page.QuerySelector("[data-testid=versions]")!.TextContent.ShouldContain("Fassung 1");
        (await (await city.Program.SignInAsync("admin")).Client.GetAsync("/admin/workflows/unknown")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_api_gives_bodies_and_authority()
    {
        await using var city = await SmallCity.FoundAsync();
        var caller = city.Program.Call(await city.Program.AddTokenAsync("member"));

        (await caller.GetFromJsonAsync<JsonObject>("/api/v1/bodies"))!["items"]!.AsArray().Count.ShouldBe(8);
        (await caller.GetFromJsonAsync<JsonObject>("/api/v1/bodies/steering"))!["members"]!.AsArray().Count.ShouldBe(1);
        var authority = (await caller.GetFromJsonAsync<JsonObject>("/api/v1/authority"))!;
        authority["rules"]![1]!["total"]!["above"]!.GetValue<string>().ShouldBe("25000.00");
        authority["rules"]![0]!["reportTo"]![0]!["from"]!.GetValue<string>().ShouldBe("10000.00");
    }
}
