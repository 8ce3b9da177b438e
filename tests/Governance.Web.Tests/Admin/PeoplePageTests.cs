using System.Net;
using AngleSharp.Html.Dom;
using Governance.People;
using Governance.Web.Tests.Home;
using Governance.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Admin;

public sealed class PeoplePageTests
{
    [Theory]
    [InlineData("admin", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("office", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("citizen", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Who_sees_what(string name, HttpStatusCode read, HttpStatusCode change)
    {
        await using var city = await SmallCity.FoundAsync();
        var owner = await IdAsync(city, "owner");
        var client = (await city.Program.SignInAsync(name)).Client;

        foreach (var path in new[] { "/admin/people", $"/admin/people/{owner}" })
            (await client.GetAsync(path)).StatusCode.ShouldBe(read, path);
        foreach (var path in new[] { "/admin/people/new", $"/admin/people/{owner}/edit", $"/admin/people/{owner}/roles/new" })
            (await client.GetAsync(path)).StatusCode.ShouldBe(change, path);
    }

    [Fact]
    public async Task The_list_is_filtered_and_says_who_is_locked()
    {
        await using var city = await SmallCity.FoundAsync();
        await city.Do("admin", new LockPerson("member"));
        var browser = await city.Program.SignInAsync("admin");

        var locked = await browser.OpenAsync("/admin/people?locked=true");
        locked.QuerySelectorAll("[data-testid=people] tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("gesperrt");
        (await browser.OpenAsync("/admin/people?role=Treasurer")).QuerySelectorAll("[data-testid=people] tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Kämmerei");
        (await browser.OpenAsync("/admin/people?q=nobody")).QuerySelector("[data-testid=people]").ShouldBeNull();
        (await browser.OpenAsync("/admin/people?q=frau")).QuerySelector("[data-testid=total]")!.TextContent.ShouldBe("7 Personen");
    }

    [Fact]
    public async Task A_new_person_signs_in_with_the_password_that_is_shown_once()
    {
        await using var city = await SmallCity.FoundAsync();
        var browser = await city.Program.SignInAsync("admin");

        var answer = await browser.SubmitAsync("/admin/people/new", ("UserName", "jana"), ("FullName", "Jana Thelen"), ("Email", "jana@stadt.example"), ("Unit", ""), ("Culture", "de"), ("Roles", "ProjectOwner"));

        var address = answer.Headers.Location!.ToString();
        var password = (await browser.OpenAsync(address)).QuerySelector("[data-testid=new-password]")!.TextContent;
        (await browser.OpenAsync(address)).QuerySelector("[data-testid=new-password]").ShouldBeNull();
        (await browser.OpenAsync(address)).QuerySelector("[data-testid=appointments]")!.TextContent.ShouldContain("Projektleitung");
        (await (await city.Program.SignInAsync("jana", password)).Client.GetAsync("/inbox")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("owner", "a@stadt.example", "ProjectOwner", "UserName")]
    [InlineData("neu er", "a@stadt.example", "ProjectOwner", "UserName")]
    [InlineData("neu", "nirgends", "ProjectOwner", "Email")]
    [InlineData("neu", "a@stadt.example", "Kaiser", "Roles")]
    public async Task Wrong_input_is_told_at_its_field_and_kept(string userName, string email, string role, string field)
    {
        await using var city = await SmallCity.FoundAsync();
        var browser = await city.Program.SignInAsync("admin");

        var answer = await browser.SubmitAsync("/admin/people/new", ("UserName", userName), ("FullName", "Jana Thelen"), ("Email", email), ("Unit", ""), ("Culture", "de"), ("Roles", role));

        var page = await Browser.ReadAsync(answer);
        page.QuerySelectorAll("[role=alert] a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#" + field);
        page.QuerySelector("#FullName")!.GetAttribute("value").ShouldBe("Jana Thelen");
    }

    [Fact]
    public async Task A_person_is_changed_locked_unlocked_and_the_auditor_reads_it_all()
    {
        await using var city = await SmallCity.FoundAsync();
        var owner = await IdAsync(city, "owner");
        var browser = await city.Program.SignInAsync("admin");

        (await browser.SubmitAsync($"/admin/people/{owner}/edit", ("FullName", "Jana Thelen"), ("Email", "jana@stadt.example"), ("Unit", "Tiefbauamt"), ("Culture", "en"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync($"/admin/people/{owner}/lock")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await city.Program.Browse().SignInAsync("owner", TestProgram.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PressAsync(browser, owner, "Unlock")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await city.Program.Browse().SignInAsync("owner", TestProgram.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await (await city.Program.SignInAsync("auditor")).OpenAsync($"/admin/people/{owner}");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Jana Thelen");
        page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.QuerySelectorAll("[data-testid=audit] b").Select(entry => entry.TextContent).ShouldBe(["Sperre aufgehoben", "Zugang gesperrt", "Person geändert", "Person angelegt"]);
    }

    [Theory]
    [InlineData("lock", "Zugang von Frau owner sperren?")]
    [InlineData("password", "Neues Passwort für Frau owner erzeugen?")]
    public async Task What_ends_somebodys_sessions_is_asked_first(string step, string question)
    {
        await using var city = await SmallCity.FoundAsync();
        var (owner, admin) = (await IdAsync(city, "owner"), await IdAsync(city, "admin"));
        var session = await city.Program.SignInAsync("owner");
        var browser = await city.Program.SignInAsync("admin");

        (await browser.OpenAsync($"/admin/people/{owner}")).QuerySelector($"main a[href='/admin/people/{owner}/{step}']").ShouldNotBeNull();
        var asked = await browser.OpenAsync($"/admin/people/{owner}/{step}");
        asked.QuerySelector(".confirm h2")!.TextContent.ShouldBe(question);
        asked.QuerySelector(".confirm a")!.GetAttribute("href").ShouldBe($"/admin/people/{owner}");
        (await session.Client.GetAsync("/inbox")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var own = await browser.SubmitAsync($"/admin/people/{admin}/{step}");
        ((int)own.StatusCode).ShouldBeInRange(400, 499);
        (await Browser.ReadAsync(own)).QuerySelector("[role=alert]").ShouldNotBeNull();
        (await (await city.Program.SignInAsync("auditor")).Client.GetAsync($"/admin/people/{owner}/{step}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await browser.SubmitAsync($"/admin/people/{owner}/{step}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await session.Client.GetAsync("/inbox")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_new_password_says_that_a_lock_remains()
    {
        await using var city = await SmallCity.FoundAsync();
        var owner = await IdAsync(city, "owner");
        var browser = await city.Program.SignInAsync("admin");

        foreach (var locked in new[] { false, true })
        {
            if (locked)
                await city.Do("admin", new LockPerson("owner"));
            await browser.SubmitAsync($"/admin/people/{owner}/password");
            (await browser.OpenAsync($"/admin/people/{owner}")).QuerySelectorAll("[data-testid=still-locked]").Length.ShouldBe(locked ? 1 : 0);
        }
    }

    [Fact]
    public async Task A_role_is_given_and_ended()
    {
        await using var city = await SmallCity.FoundAsync();
        var owner = await IdAsync(city, "owner");
        var browser = await city.Program.SignInAsync("admin");

        (await browser.SubmitAsync($"/admin/people/{owner}/roles/new", ("Role", "Office"), ("From.Day", "1"), ("From.Month", "12"), ("From.Year", "2026"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = (await browser.OpenAsync($"/admin/people/{owner}")).QuerySelectorAll("[data-testid=appointments] a").First(one => one.TextContent.Contains("Stabsstelle")).GetAttribute("href")!;
        (await browser.SubmitAsync(link, ("Until.Day", "31"), ("Until.Month", "12"), ("Until.Year", "2026"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await browser.OpenAsync($"/admin/people/{owner}");
        page.QuerySelector("[data-testid=appointments] tbody tr")!.TextContent.ShouldContain("31.12.2026");
        page.QuerySelector("[data-testid=audit]")!.TextContent.ShouldContain("Stabsstelle Digitalisierung, 01.12.2026 bis 31.12.2026");
        var twice = await Browser.ReadAsync(await browser.SubmitAsync($"/admin/people/{owner}/roles/new", ("Role", "Administrator"), ("From.Day", "1"), ("From.Month", "12"), ("From.Year", "2026")));
        twice.QuerySelector("[role=alert]")!.TextContent.ShouldContain("vertragen sich nicht miteinander");
    }

    [Fact]
    public async Task On_their_own_page_administrators_find_no_buttons()
    {
        await using var city = await SmallCity.FoundAsync();
        var page = await (await city.Program.SignInAsync("admin")).OpenAsync($"/admin/people/{await IdAsync(city, "admin")}");

        page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.QuerySelectorAll("[data-testid=appointments] a").ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> PressAsync(Browser browser, Guid person, string handler)
    {
        var form = (await browser.OpenAsync($"/admin/people/{person}")).QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(one => one.GetAttribute("action")!.EndsWith("=" + handler, StringComparison.Ordinal));
        var token = form.QuerySelector("input[type=hidden]")!;
        return await browser.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent([new(token.GetAttribute("name")!, token.GetAttribute("value")!)]));
    }

    private static async Task<Guid> IdAsync(SmallCity city, string name)
    {
        await using var db = city.Program.Open();
        return await db.Users.Where(person => person.UserName == name).Select(person => person.Id).SingleAsync();
    }
}
