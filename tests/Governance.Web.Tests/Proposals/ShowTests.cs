using System.Net;
using System.Text.RegularExpressions;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Web.Pages.Proposals;
using Governance.Web.Tests.Inbox;
using Governance.Web.Tests.Texts;
using Governance.Web.Texts;

namespace Governance.Web.Tests.Proposals;

public sealed partial class ShowTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task A_complete_draft_is_submitted_and_its_number_told()
    {
        var browser = await city.SignInAsync("owner");
        var id = await browser.BeginAsync();
        await browser.FillAsync(id);
        (await browser.OpenAsync($"/proposals/{id}/edit/9")).QuerySelector(".banner--good")!.Line().ShouldContain("vollständig");

        var page = await browser.FollowAsync(await browser.StepAsync(id, "9", "submit"));

        page.QuerySelector(".banner--good")!.Line().ShouldContain("GA-2026-");
        page.QuerySelector(".facts")!.Line().ShouldContain("20.000,50 €");
        page.Title.ShouldNotBeNull().ShouldStartWith("Antrag GA-2026-");
        page.QuerySelector("svg.flow").ShouldNotBeNull();
        page.QuerySelectorAll(".route .is-now b").Select(station => station.Line()).ShouldContain("Formale Prüfung");
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        (await browser.Client.GetAsync($"/proposals/{id}/edit/1")).Headers.Location!.ToString().ShouldBe($"/proposals/{id}");
    }

    [Fact]
    public async Task The_way_is_told_with_answers_ballots_and_reasons()
    {
        var ballot = await city.ToSessionAsync();
        await using var db = city.Program.Open();
        var id = db.Set<Governance.Ballots.Ballot>().Single(row => row.Id == ballot).ProposalId;
        var browser = await city.SignInAsync("owner");

        var page = await browser.OpenAsync($"/proposals/{id}");

        var stations = page.QuerySelector(".route")!.Line();
        stations.ShouldContain("Ute Brandes: ");
        stations.ShouldContain("„Deckung aus dem Ansatz Verkehrstechnik.“");
        stations.ShouldContain("Ja 3, Nein 0, Enthaltung 0");
        page.QuerySelector(".why")!.Line().ShouldSatisfyAllConditions(
            why => why.ShouldContain("186.400,00 €"), why => why.ShouldContain("Regel 3 der Zuständigkeitsordnung, Fassung 1"), why => why.ShouldContain("Vorher beraten: Lenkungskreis"));
        var way = await browser.OpenAsync($"/proposals/{id}/route");
        way.QuerySelector("svg.flow").ShouldNotBeNull();
        way.QuerySelector(".why")!.Line().ShouldContain("Regel 3 der Zuständigkeitsordnung, Fassung 1");
        var steps = way.QuerySelectorAll(".route > li").ToDictionary(step => step.QuerySelector("b")!.Line(), step => step.Line(), StringComparer.Ordinal);
        steps["Formale Prüfung"].ShouldContain("Weil die Stabsstelle jeden Antrag zuerst formal prüft.");
        steps["Zuständigkeit"].ShouldContain("Zuständig bei 186.400,00 € ist: ");
        steps["Vorberatung"].ShouldContain("Lenkungskreis berät vor, nach Regel 3 der Zuständigkeitsordnung, Fassung 1");
        (await browser.OpenAsync($"/proposals/{id}/financing")).QuerySelectorAll("tfoot").Select(foot => foot.Line())
            .ShouldBe(["Summe 111.840,00 74.560,00 186.400,00", "Summe 111.840,00 74.560,00 186.400,00"]);
        var history = (await browser.OpenAsync($"/proposals/{id}/history")).QuerySelector(".timeline")!.Line();
        history.ShouldContain("Antrag eingereicht als GA-2026-");
        history.ShouldContain("Aufgabe erledigt Deckung: ");
        history.ShouldContain("Lenkungskreis: ");
        history.ShouldNotContain("{");
        history.ShouldNotContain("cover-check");
    }

    [Fact]
    public async Task A_returned_proposal_shows_what_changed_side_by_side_and_is_submitted_again()
    {
        var id = await city.SubmitAsync(20_000);
        await city.AnswerAsync(id, "formal-check", "office", "Return", "Bitte das Ziel genauer.");
        var browser = await city.SignInAsync("owner");
        (await browser.OpenAsync($"/proposals/{id}")).QuerySelector(".banner--warn")!.Line().ShouldContain("zurückgegeben");
        await browser.StepAsync(id, "2", "next", ("Form.Goal", "Genaueres Ziel."));

        var row = (await browser.OpenAsync($"/proposals/{id}/changes")).QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.Line().ShouldBe("Ziel An 42 Kreuzungen schaltet die Ampel auf Grün, sobald sich ein Rettungswagen im Einsatz nähert. Genaueres Ziel.");
        (await browser.FollowAsync(await browser.StepAsync(id, "9", "submit"))).QuerySelector(".banner--good").ShouldNotBeNull();
        (await browser.OpenAsync($"/proposals/{id}/changes")).QuerySelector("thead")!.Line().ShouldContain("Fassung 2");
    }

    [Fact]
    public async Task A_proposal_is_withdrawn_with_a_reason()
    {
        var id = await city.SubmitAsync(20_000);
        var browser = await city.SignInAsync("owner");

        (await (await browser.SubmitAsync($"/proposals/{id}/withdraw", ("Reason", " "))).PageAsync()).QuerySelector("#Reason-error").ShouldNotBeNull();
        var page = await browser.FollowAsync(await browser.SubmitAsync($"/proposals/{id}/withdraw", ("Reason", "Anders gelöst.")));

        page.QuerySelector(".eyebrow")!.Line().ShouldContain("Zurückgezogen");
        page.QuerySelector(".page-head__actions a").ShouldBeNull();
        (await browser.OpenAsync($"/proposals/{id}/history")).QuerySelector(".timeline")!.Line().ShouldContain("„Anders gelöst.“");
        (await browser.Client.GetAsync($"/proposals/{id}/withdraw")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_list_filters_and_pages()
    {
        foreach (var number in Enumerable.Range(1, 27))
            await city.DoAsync("owner", new CreateDraft(new ProposalContent { Title = $"Listenzeile {number}", LeadingLifeArea = number % 2 == 0 ? "health" : "education" }));
        var browser = await city.SignInAsync("owner");

        var first = await browser.OpenAsync("/proposals?q=LISTENZEILE&stage=Draft");
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(25);
        first.QuerySelector("tbody tr")!.Line().ShouldStartWith("Listenzeile 27 noch kein Aktenzeichen Entwurf Bildung Frank Osterholz");
        (await browser.OpenAsync(first.QuerySelector("nav[aria-label='Seiten der Liste'] a")!.GetAttribute("href")!)).QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await browser.OpenAsync("/proposals?q=listenzeile&area=health")).QuerySelectorAll("tbody tr").Length.ShouldBe(13);
        (await browser.OpenAsync("/proposals?q=gibt-es-nicht")).QuerySelector(".empty")!.Line().ShouldContain("keinen Antrag");
        (await (await city.SignInAsync("citizen")).OpenAsync("/proposals")).QuerySelector("main form[method=post]").ShouldBeNull();
    }

    [Fact]
    public async Task Everything_is_there_in_english()
    {
        var id = await city.SubmitAsync(20_000);
        var draft = await city.DoAsync("owner", new CreateDraft(new()));
        var browser = await city.SignInAsync("owner");
        browser.Client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dde-DE%7Cuic%3Den");

        foreach (var path in new[] { "", "/route", "/financing", "/history", "/documents", "/changes", "/withdraw" })
            (await browser.OpenAsync($"/proposals/{id}{path}")).DocumentElement.GetAttribute("lang").ShouldBe("en");
        foreach (var step in Enumerable.Range(1, 9))
            (await browser.OpenAsync($"/proposals/{draft}/edit/{step}")).QuerySelector(".eyebrow")!.Line().ShouldBe($"Step {step} of 9");
    }

    [Fact]
    public void Every_action_of_a_proposals_history_has_a_sentence()
    {
        var domain = Path.Combine(Sources.Folder, "..", "Governance");
        var codes = Directory.EnumerateFiles(domain, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Recorded().Matches(File.ReadAllText(file)).SelectMany(match => Code().Matches(match.Value).Select(code => code.Value)))
            .Where(code => !Array.Exists(Administration, area => code.StartsWith(area, StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);

        codes.ShouldContain("document.added");
        codes.Where(code => !new TextCatalog().Has("Proposals.Audit." + code)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_statement_of_a_proposal_has_a_line_for_comparing()
    {
        var texts = new TextCatalog();
        var keys = new ContentLines(texts, new(texts)).Of(new()).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var names = typeof(ProposalContent).GetProperties().Concat(typeof(FinanceBlock).GetProperties()).Concat(typeof(ProposalValues).GetProperties())
            .Where(property => property.CanWrite).Select(property => property.Name.Replace("Cents", "", StringComparison.Ordinal).Replace("Hundredths", "", StringComparison.Ordinal));

        names.Except([.. keys, "Finance", "Values", "EconomicReason", "EcologicalReason", "SocialReason", "CounterFinance", "Climate"], StringComparer.Ordinal).ShouldBeEmpty();
    }

    // Of other subjects than proposals.
    private static readonly string[] Administration = ["person.", "body.", "seat.", "authority.", "text.", "definition."];

    [GeneratedRegex(@"RecordAsync\([^;]*;", RegexOptions.Singleline, 1000)]
    private static partial Regex Recorded();

    [GeneratedRegex("(?<=\")[a-z]+\\.[a-z-]+(?=\")", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
