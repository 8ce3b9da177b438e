using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Proposals;

/// <summary>The last step of a returned proposal shows what was asked, and takes the answer.</summary>
public sealed class AnswerToReturnTests
{
    [Fact]
    public async Task The_answer_is_kept_on_the_way_back_and_stands_beside_the_return()
    {
        await using var city = await WebCity.FoundAsync();
        var returned = await city.SubmitAsync(20_000);
        await city.AnswerAsync(returned, "formal-check", "office", "Return", "Bitte Angebote beilegen.");
        var owner = await city.SignInAsync("owner");
        (await owner.OpenAsync($"/proposals/{returned}/edit/9")).QuerySelector("[data-testid=returned]")!.TextContent.ShouldContain("Bitte Angebote beilegen.");

        (await owner.StepAsync(returned, "9", "submit", ("Answer", new string('x', 4001)))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await owner.StepAsync(returned, "9", "back", ("Answer", new string('x', 4001)))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await owner.StepAsync(returned, "9", "5", ("Answer", "Drei Angebote\r\nliegen bei."))).Headers.Location!.ToString().ShouldEndWith("/edit/5");
        var page = await owner.OpenAsync($"/proposals/{returned}/edit/9");
        page.QuerySelector<IHtmlTextAreaElement>("#Answer")!.Value.ShouldBe("Drei Angebote\nliegen bei.");

        (await owner.StepAsync(returned, "9", "submit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await owner.OpenAsync($"/proposals/{returned}/history")).Body!.TextContent.ShouldContain("liegen bei.");
        var office = await city.SignInAsync("office");
        var task = (await office.OpenAsync("/inbox")).QuerySelectorAll("[data-testid=task] a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/inbox/", StringComparison.Ordinal));
        (await office.OpenAsync(task)).QuerySelector("[data-testid=earlier]")!.TextContent.ShouldContain("liegen bei.");
    }

    [Fact]
    public async Task What_is_missing_keeps_the_answer_and_who_was_slower_keeps_the_words()
    {
        await using var city = await WebCity.FoundAsync();
        var returned = await city.SubmitAsync(20_000);
        await city.AnswerAsync(returned, "formal-check", "office", "Return", "Bitte Angebote beilegen.");
        var owner = await city.SignInAsync("owner");
        await owner.StepAsync(returned, "2", "next", ("Form.Goal", ""));
        (await owner.StepAsync(returned, "9", "submit", ("Answer", "Fast fertig."))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await owner.StepAsync(returned, "2", "next", ("Form.Goal", "Weniger Wartezeit"));
        var form = (await owner.OpenAsync($"/proposals/{returned}/edit/9")).QuerySelectorAll<IHtmlFormElement>("main form").First();
        form.QuerySelector<IHtmlTextAreaElement>("#Answer")!.Value.ShouldBe("Fast fertig.");

        (await owner.SendFormAsync($"/proposals/{returned}/edit/9", form, "submit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var go in new[] { "submit", "back" })
        {
            var slower = await owner.SendFormAsync($"/proposals/{returned}/edit/9", form, go, ("Answer", "Aus dem zweiten Fenster"));
            slower.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await slower.PageAsync()).QuerySelector("[data-testid=unsent]")!.TextContent.ShouldContain("Aus dem zweiten Fenster");
        }

        var office = await city.SignInAsync("office");
        var foreign = (await office.OpenAsync("/account/sign-out")).QuerySelectorAll<IHtmlFormElement>("main form").First();
        (await office.SendFormAsync($"/proposals/{returned}/edit/9", foreign, "submit", ("Answer", "Von der Stabsstelle"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "reading is not correcting");
    }

    [Fact]
    public async Task A_first_submission_has_nothing_to_answer()
    {
        await using var city = await WebCity.FoundAsync();
        var owner = await city.SignInAsync("owner");
        var draft = await owner.BeginAsync();
        await owner.FillAsync(draft);

        (await owner.OpenAsync($"/proposals/{draft}/edit/9")).QuerySelector("#Answer").ShouldBeNull();
        (await owner.StepAsync(draft, "9", "submit", ("Answer", "Gern"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await owner.StepAsync(draft, "9", "submit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
