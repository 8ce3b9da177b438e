using System.Net;
using Governance.Bodies;
using Governance.People;
using Governance.Web.Tests.Home;
using Governance.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Bodies;

public sealed class ChangeBodiesPageTests
{
    [Theory]
    [InlineData("admin", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("clerk", HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("office", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Who_sees_what(string name, HttpStatusCode body, HttpStatusCode seats, HttpStatusCode seat)
    {
        await using var city = await FoundAsync();
        var browser = await city.Program.SignInAsync(name);

        (await browser.Client.GetAsync("/bodies/edit")).StatusCode.ShouldBe(body);
        (await browser.Client.GetAsync("/bodies/edit/steering")).StatusCode.ShouldBe(body);
        (await browser.Client.GetAsync("/bodies/steering/seats")).StatusCode.ShouldBe(seats);
        (await browser.Client.GetAsync("/bodies/steering/seats/new")).StatusCode.ShouldBe(seat);
        (await browser.OpenAsync("/bodies/steering")).QuerySelectorAll(".page-head__actions a").Length.ShouldBe((body == HttpStatusCode.OK ? 1 : 0) + (seats == HttpStatusCode.OK ? 1 : 0));
    }

    [Fact]
    public async Task An_administrator_creates_a_body_and_reads_who_did_it()
    {
        await using var city = await FoundAsync();
        var browser = await city.Program.SignInAsync("admin");

        var answer = await browser.SubmitAsync("/bodies/edit", ("NewCode", "youth-board"), ("NameDe", "Jugendbeirat"), ("NameEn", "Youth board"),
            ("Kind", "Advisory"), ("StatutoryMembers", "11"), ("Procedure", "Circular"));

        answer.Headers.Location!.ToString().ShouldBe("/bodies/youth-board");
        var page = await browser.OpenAsync("/bodies/youth-board");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Jugendbeirat");
        page.QuerySelector("[data-testid=audit]")!.TextContent.ShouldContain("„Jugendbeirat“, 11 stimmberechtigte Mitglieder, Umlaufbeschluss");
        (await (await city.Program.SignInAsync("office")).OpenAsync("/bodies/youth-board")).QuerySelector("[data-testid=audit]").ShouldBeNull();
    }

    [Theory]
    [InlineData("youth-board", "Committee", "11", "Circular", "Procedure")]
    [InlineData("Jugend", "Advisory", "11", "Circular", "NewCode")]
    [InlineData("youth-board", "", "11", "Circular", "Kind")]
    [InlineData("youth-board", "Advisory", "0", "Circular", "StatutoryMembers")]
    [InlineData("youth-board", "Advisory", "viele", "Circular", "StatutoryMembers")]
    public async Task Wrong_input_is_told_at_its_field_and_kept(string code, string kind, string members, string procedure, string field)
    {
        await using var city = await FoundAsync();
        var browser = await city.Program.SignInAsync("admin");

        var answer = await browser.SubmitAsync("/bodies/edit", ("NewCode", code), ("NameDe", "Jugendbeirat"), ("NameEn", "Youth board"),
            ("Kind", kind), ("StatutoryMembers", members), ("Procedure", procedure));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelectorAll("[role=alert] a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#" + field);
        page.QuerySelector("#NameDe")!.GetAttribute("value").ShouldBe("Jugendbeirat");
        page.QuerySelector("#StatutoryMembers")!.GetAttribute("value").ShouldBe(members);
    }

    [Fact]
    public async Task A_stale_page_is_told_and_changes_nothing()
    {
        await using var city = await FoundAsync();
        await city.Do("admin", new ChangeBody("steering", "Neu", "New", BodyKind.Administration, 5, VotingProcedure.Circular, 0));
        var browser = await city.Program.SignInAsync("admin");

        var answer = await browser.SubmitAsync("/bodies/edit/steering", ("NameDe", "Alt"), ("NameEn", "Old"), ("Kind", "Administration"), ("StatutoryMembers", "7"), ("Procedure", "Circular"), ("Version", "0"));

        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Stand");
        await using var db = city.Program.Open();
        (await db.Set<Body>().SingleAsync(body => body.Code == "steering")).NameDe.ShouldBe("Neu");
    }

    [Fact]
    public async Task The_clerk_gives_a_seat_and_ends_it()
    {
        await using var city = await FoundAsync();
        var browser = await city.Program.SignInAsync("clerk");
        var owner = (await city.Do("clerk", new ListCandidates())).Single(one => one.UserName == "owner").Id;

        var given = await browser.SubmitAsync("/bodies/steering/seats/new", ("PersonId", owner.ToString()), ("Kind", "Administration"), ("Function", "Member"), ("Group", ""),
            ("From.Day", "1"), ("From.Month", "12"), ("From.Year", "2026"), ("Until.Day", ""), ("Until.Month", ""), ("Until.Year", ""), ("SubstituteOrder", ""));

        given.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync("/bodies/steering/seats");
        page.QuerySelectorAll("[data-testid=seats] .group").Select(group => group.TextContent.Trim()).ShouldBe(["Heute", "Künftig"]);
        var address = page.QuerySelectorAll("[data-testid=seats] a").Single(link => link.TextContent == "Frau owner").GetAttribute("href")!;
        (await browser.SubmitAsync(address, ("Kind", "Administration"), ("Function", "Member"), ("From.Day", "1"), ("From.Month", "12"), ("From.Year", "2026"),
            ("Until.Day", "31"), ("Until.Month", "3"), ("Until.Year", "2027"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.OpenAsync("/bodies/steering/seats")).QuerySelector("[data-testid=seats]")!.TextContent.ShouldContain("01.12.2026 bis 31.03.2027");
    }

    [Fact]
    public async Task An_empty_seat_is_told_field_by_field()
    {
        await using var city = await FoundAsync();
        var browser = await city.Program.SignInAsync("clerk");

        var answer = await browser.SubmitAsync("/bodies/steering/seats/new", ("PersonId", ""), ("Function", "Member"), ("Group", ""), ("SubstituteOrder", ""),
            ("From.Day", ""), ("From.Month", ""), ("From.Year", ""), ("Until.Day", ""), ("Until.Month", ""), ("Until.Year", ""));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(answer)).QuerySelectorAll("[role=alert] a").Select(link => (link.GetAttribute("href"), link.TextContent))
            .ShouldBe([("#PersonId", "Person: Hier fehlt eine Angabe."), ("#Kind", "Eigenschaft: Hier fehlt eine Angabe."), ("#From", "Erster Tag: Hier fehlt eine Angabe.")]);
    }

    [Fact]
    public async Task A_second_chair_is_refused_in_a_sentence_with_the_way_out()
    {
        await using var city = await FoundAsync();
        var browser = await city.Program.SignInAsync("clerk");
        var owner = (await city.Do("clerk", new ListCandidates())).Single(one => one.UserName == "owner").Id;

        var answer = await browser.SubmitAsync("/bodies/steering/seats/new", ("PersonId", owner.ToString()), ("Kind", "Administration"), ("Function", "Chair"), ("Group", ""),
            ("From.Day", "1"), ("From.Month", "12"), ("From.Year", "2026"));

        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("schon einen Vorsitz (01.11.2025 bis –). Beenden Sie ihn vorher.");
        (await browser.Client.GetAsync($"/bodies/steering/seats/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<SmallCity> FoundAsync()
    {
        var city = await SmallCity.FoundAsync();
        await city.Program.AddPersonAsync("clerk", Role.Clerk);
        return city;
    }
}
