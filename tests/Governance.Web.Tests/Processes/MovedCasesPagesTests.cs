using System.Net;
using Governance.Processes;
using Governance.Web.Tests.Inbox;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Processes;

/// <summary>What the history of a proposal says of the move of its case.</summary>
public sealed class MovedCasesPagesTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task A_case_that_could_not_be_moved_says_why_and_one_that_was_what_was_tried()
    {
        var proposal = await city.SubmitAsync(20_000);
        var text = await File.ReadAllTextAsync(WebCity.Workflow());
        foreach (var changed in new[] { text.Replace("\"formal-check\"", "\"formal-check2\"", StringComparison.Ordinal), text.Replace("\"5wd\"", "\"9wd\"", StringComparison.Ordinal) })
            (await city.Program.SendAsync(new PublishDefinition(changed, "Neu."))).Error.ShouldBeNull();
        await using var db = city.Program.Open();
        var instance = db.Set<ProcessInstance>().Single(row => row.SubjectId == proposal).Id;

        (await city.Program.SendAsync(new MoveCases("project-proposal", 1, 2, [instance], "Umbenannt."))).Value.ShouldBe(new CasesMoved(0, 1));
        (await city.Program.SendAsync(new MoveCases("project-proposal", 1, 3, [instance], "Längere Fristen."))).Value.ShouldBe(new CasesMoved(1, 0));

        var office = await city.SignInAsync("office");
        var told = (await office.OpenAsync($"/proposals/{proposal}/history")).QuerySelector(".timeline")!.TextContent;
        told.ShouldContain("Fassung 1 statt 2: Den Schritt Formale Prüfung (Governance.RequestDecision) gibt es in der neuen Fassung nicht. „Umbenannt.“");
        told.ShouldContain("Fassung 1 → 3: „Längere Fristen.“ Wartet bei Formale Prüfung. Vorher erprobt: gleicher Weg, andere Angaben.");

        var english = (await office.OpenAsync($"/proposals/{proposal}/history?ui-culture=en")).QuerySelector(".timeline")!.TextContent;
        english.ShouldContain("Version 1 instead of 2: The new version has no step Formal check (Governance.RequestDecision). ");
        english.ShouldContain("Waits at Formal check. Tried before: ");

        // And the workflow lists both moves, each with the list of the dry run.
        var links = (await office.OpenAsync("/admin/workflows/project-proposal")).QuerySelectorAll("[data-testid=moves] a").ToList();
        links.ConvertAll(link => link.TextContent).ShouldBe(["Von Fassung 1 auf 3", "Von Fassung 1 auf 2"]);
        var moved = await office.OpenAsync(links[0].GetAttribute("href")!);
        moved.QuerySelector("h1")!.TextContent.ShouldBe("Umzug von Fassung 1 auf Fassung 3");
        moved.QuerySelector("main")!.TextContent.ShouldContain("Längere Fristen.");
        moved.QuerySelector("[data-testid=tried] tbody")!.TextContent.ShouldContain("„Formale Prüfung“: DueIn ist „9wd“ statt „5wd“.");
        moved.QuerySelector("[data-testid=tried] tbody")!.TextContent.ShouldContain("umgezogen");
        var stayed = (await office.OpenAsync(links[1].GetAttribute("href") + "?ui-culture=en")).QuerySelector("[data-testid=tried] tbody")!.TextContent;
        stayed.ShouldContain("stayed");
        stayed.ShouldContain("Cannot be moved: ");
        (await office.Client.GetAsync("/admin/workflows/urgent-decision" + links[0].GetAttribute("href")!["/admin/workflows/project-proposal".Length..])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
