using System.Net;
using AngleSharp.Dom;

namespace Governance.Web.Tests.Kit;

/// <summary>Forms keep what was typed, and say at the field and on top what is wrong with it.</summary>
public sealed class FormTests(KitSite site)
{
    private static readonly (string, string)[] Wrong =
        [("Title", "<Sensor> & \"Netz\""), ("Amount", "12.50"), ("Start.Day", "31"), ("Start.Month", "2"), ("Start.Year", "2027")];

    [Fact]
    public async Task What_was_typed_stays()
    {
        var page = await SendAsync(Wrong);
        page.QuerySelector("#Title")!.GetAttribute("value").ShouldBe("<Sensor> & \"Netz\"");
        page.QuerySelector("#Amount")!.GetAttribute("value").ShouldBe("12.50");
        page.QuerySelectorAll(".date-fields input").Select(input => input.GetAttribute("value")).ShouldBe(["31", "2", "2027"]);
    }

    [Fact]
    public async Task The_summary_leads_to_each_wrong_field_in_the_order_of_the_form()
    {
        var page = await SendAsync(Wrong);
        page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(["#Amount", "#Start", "#Kind"]);
        page.QuerySelectorAll(".error-summary a").ShouldAllBe(link => page.QuerySelector(link.GetAttribute("href")!) != null);
        page.QuerySelectorAll(".error-summary a")[^1].TextContent.ShouldBe("Art der Finanzierung: Füllen Sie dieses Feld aus.");
        page.QuerySelector(".error-summary h2")!.TextContent.ShouldBe("3\u00A0Angaben prüfen");
        page.Title.ShouldStartWith("Fehler: ");
    }

    [Fact]
    public async Task A_wrong_field_is_wired_to_its_mistake()
    {
        var page = await SendAsync(Wrong);
        var amount = page.QuerySelector("#Amount")!;
        amount.GetAttribute("aria-invalid").ShouldBe("true");
        amount.GetAttribute("aria-describedby").ShouldBe("Amount-error");
        page.QuerySelector("#Amount-error")!.TextContent.ShouldBe("Geben Sie einen Betrag in Euro ein, zum Beispiel 1.234,56.");
        page.QuerySelector("#Start-error")!.TextContent.ShouldBe("Diesen Tag gibt es nicht. Beispiel: 01 02 2027");
        page.QuerySelector("label[for=Amount]").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_incomplete_day_says_so()
    {
        var shortYear = await SendAsync([("Title", "x"), ("Amount", "1"), ("Kind", "share"), ("Start.Day", "3"), ("Start.Month", "2"), ("Start.Year", "27")]);
        shortYear.QuerySelector(".error-summary")!.TextContent.ShouldContain("vier Ziffern");
        var page = await SendAsync([("Title", "x"), ("Amount", "1"), ("Kind", "share"), ("Start.Day", "3")]);
        page.QuerySelector("#Start-error")!.TextContent.ShouldBe("Geben Sie Tag, Monat und Jahr an.");
    }

    [Fact]
    public async Task Success_is_told_once_after_a_redirect()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.SendFormAsync("/styleguide/form",
            ("Title", "Sensornetz"), ("Amount", "48.900,00 €"), ("Start.Day", "1"), ("Start.Month", "2"), ("Start.Year", "2027"), ("Kind", "share"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var next = await visitor.PageAsync("/styleguide/form");
        next.QuerySelector(".banner--good[role=status]")!.TextContent.Trim().ShouldBe("Gespeichert: Sensornetz, 48.900,00\u00A0€, ab Mo, 01.02.2027.");
        (await visitor.PageAsync("/styleguide/form")).QuerySelector(".banner--good").ShouldBeNull();
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_the_error_page()
    {
        using var visitor = site.Visitor();
        using var body = new FormUrlEncodedContent([new("Title", "x")]);
        using var answer = await visitor.PostAsync("/styleguide/form", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("Anfrage nicht lesbar");
    }

    private async Task<IDocument> SendAsync((string, string)[] fields)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.SendFormAsync("/styleguide/form", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return await site.ReadAsync(answer);
    }
}
