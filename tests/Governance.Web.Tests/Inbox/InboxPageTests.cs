using System.Net;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Inbox;

public sealed class InboxPageTests
{
    [Fact]
    public async Task Tasks_stand_in_groups_with_what_one_needs_to_choose()
    {
        await using var city = await WebCity.FoundAsync();
        DateOnly[] days = [new(2026, 11, 20), new(2026, 11, 23), new(2026, 11, 26), new(2026, 12, 7)];
        foreach (var (day, index) in days.Select((day, index) => (day, index)))
            await city.DueAsync(await city.TaskAsync(await city.SubmitAsync(20_000 + index, $"Vorhaben {index}"), "formal-check"), day);

        var page = await (await city.SignInAsync("office")).OpenAsync("/inbox");

        page.QuerySelectorAll("section[data-testid^=group-]").Select(group => group.GetAttribute("data-testid"))
            .ShouldBe(["group-Overdue", "group-Today", "group-ThisWeek", "group-Later"]);
        page.QuerySelectorAll("section[data-testid^=group-] h2").Select(head => head.Line()).ShouldBe(["Überfällig 1", "Heute fällig 1", "Diese Woche 1", "Später 1"]);
        page.QuerySelector(".page-head .lede")!.Line().ShouldBe("4 offene Aufgaben. 1 ist überfällig. 1 ist heute fällig.");
        var line = page.QuerySelector("[data-testid=group-Overdue] [data-testid=task]")!;
        line.QuerySelector(".tasks__title")!.Line().ShouldBe("Vorhaben 0");
        line.QuerySelector(".chip")!.Line().ShouldBe("Entscheidung");
        line.QuerySelector(".tasks__why")!.Line().ShouldStartWith("Bei Ihnen, weil");
        line.QuerySelector(".t-amount")!.Line().ShouldBe("20.000,00 €");
        line.QuerySelector(".due--over b")!.Line().ShouldContain("3 Tage");
        line.QuerySelector(".t-act a")!.Line().ShouldStartWith("Entscheiden");
        line.QuerySelector("input[type=checkbox]").ShouldBeNull("only opened notices are ticked");
        page.QuerySelectorAll(".filters a").Select(filter => filter.Line()).ShouldBe(["Alle 4", "Entscheidung 4"]);
    }

    [Fact]
    public async Task Headings_count_what_stands_on_the_next_page_too()
    {
        await using var city = await WebCity.FoundAsync();
        var proposal = await city.SubmitAsync(20_000);
        foreach (var number in Enumerable.Range(0, 53))
            await city.DueAsync(await city.NoticeAsync(proposal, "citizen"), new(2026, 11, number < 52 ? 20 : 23));
        var browser = await city.SignInAsync("citizen");

        var first = await browser.OpenAsync("/inbox");
        first.QuerySelectorAll("[data-testid=task]").Length.ShouldBe(50);
        first.QuerySelector(".page-head .lede")!.Line().ShouldBe("53 offene Aufgaben. 52 sind überfällig. 1 ist heute fällig.");
        first.QuerySelectorAll("section[data-testid^=group-] h2").Select(head => head.Line()).ShouldBe(["Überfällig 52"]);

        var second = await browser.OpenAsync(first.QuerySelectorAll("nav.pager a").Single().GetAttribute("href")!);
        second.QuerySelectorAll("section[data-testid^=group-] h2").Select(head => head.Line()).ShouldBe(["Überfällig 52", "Heute fällig 1"]);
        second.QuerySelectorAll("[data-testid=task]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Notices_are_acknowledged_together_once_they_were_opened()
    {
        await using var city = await WebCity.FoundAsync();
        var proposal = await city.SubmitAsync(20_000);
        var (read, unread) = (await city.NoticeAsync(proposal, "citizen"), await city.NoticeAsync(proposal, "citizen"));
        var browser = await city.SignInAsync("citizen");

        (await browser.OpenAsync("/inbox")).QuerySelectorAll("input[name=Tasks]").ShouldBeEmpty();
        (await browser.OpenAsync($"/inbox/{read}")).QuerySelector("button[name=Outcome]")!.Line().ShouldBe("Zur Kenntnis nehmen");
        var hidden = await browser.HiddenAsync("/inbox");
        (await browser.OpenAsync("/inbox")).QuerySelectorAll("input[name=Tasks]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe(read.ToString());

        var refused = await browser.SendAsync("/inbox", hidden, ("Tasks", unread.ToString()));
        (await refused.PageAsync()).QuerySelector(".error-summary")!.Line().ShouldContain("schon geöffnet");
        (await (await browser.SendAsync("/inbox", hidden)).PageAsync()).QuerySelector(".error-summary")!.Line().ShouldContain("mindestens eine");
        (await browser.SendAsync("/inbox", hidden, ("Tasks", read.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.OpenAsync("/inbox")).QuerySelector(".banner--good")!.Line().ShouldContain("1 Kenntnisnahme erledigt");
        (await city.ReadAsync(read)).IsOpen.ShouldBeFalse();
        (await city.ReadAsync(unread)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_notice_is_acknowledged_on_its_page()
    {
        await using var city = await WebCity.FoundAsync();
        var notice = await city.NoticeAsync(await city.SubmitAsync(20_000), "citizen");
        var browser = await city.SignInAsync("citizen");

        (await browser.SubmitAsync($"/inbox/{notice}", ("Outcome", "Acknowledged"))).Headers.Location!.ToString().ShouldBe("/inbox");

        (await city.ReadAsync(notice)).IsOpen.ShouldBeFalse();
        (await browser.OpenAsync("/inbox")).QuerySelector("[data-testid=empty]").ShouldNotBeNull();
        (await browser.OpenAsync("/inbox/done")).QuerySelector("tbody tr")!.Line().ShouldContain("zur Kenntnis genommen");
    }

    [Fact]
    public async Task A_deputys_tasks_are_marked_and_a_filter_shows_one_kind()
    {
        await using var city = await WebCity.FoundAsync();
        var ballot = await city.ToBallotAsync(50_000);
        await using (var db = city.Program.Open())
        {
            db.Add(new Governance.People.Deputy { PersonId = city.Id("steering-2"), DeputyId = city.Id("citizen"), From = new(2026, 11, 20), Until = new(2026, 11, 27) });
            await db.SaveChangesAsync();
        }

        var browser = await city.SignInAsync("citizen");
        var page = await browser.OpenAsync("/inbox?kind=vote");
        page.QuerySelector(".chip--proxy")!.Line().ShouldBe("in Vertretung für Holger Brinkmann");
        page.QuerySelector(".t-act a")!.Line().ShouldStartWith("Lesen");
        var read = await browser.OpenAsync(page.QuerySelector(".tasks__title")!.GetAttribute("href")!);
        read.QuerySelector("aside .banner")!.Line().ShouldContain("nicht in Vertretung");

        (await browser.OpenAsync("/inbox?kind=decision")).QuerySelector("[data-testid=empty]").ShouldNotBeNull();
        var member = await (await city.SignInAsync("steering-2")).OpenAsync("/inbox");
        member.QuerySelector(".t-act a")!.GetAttribute("href").ShouldBe($"/ballots/{ballot}");
    }

    [Fact]
    public async Task A_returned_proposal_leads_to_its_form()
    {
        await using var city = await WebCity.FoundAsync();
        var proposal = await city.SubmitAsync(20_000);
        await city.AnswerAsync(proposal, "formal-check", "office", "Return", "Die Kosten sind nicht belegt.");
        var browser = await city.SignInAsync("owner");

        var act = (await browser.OpenAsync("/inbox?kind=correction")).QuerySelector(".t-act a")!;
        act.GetAttribute("href").ShouldBe($"/proposals/{proposal}/edit/1");
        var page = await browser.OpenAsync($"/inbox/{await city.TaskAsync(proposal, "correction")}");
        page.QuerySelector("[data-testid=earlier]")!.Line().ShouldContain("Die Kosten sind nicht belegt.");
        page.QuerySelector("aside a.kern-btn")!.GetAttribute("href").ShouldBe($"/proposals/{proposal}/edit/1");
    }
}
