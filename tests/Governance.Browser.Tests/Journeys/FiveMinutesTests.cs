namespace Governance.Browser.Tests.Journeys;

/// <summary>The README's "Five minutes", played as people play it: a funding request becomes committed money. Pictures of every page are
/// kept in artifacts/screenshots/five-minutes.</summary>
public sealed class FiveMinutesTests(BrowserFixture browser, MovingCity city)
{
    [Fact]
    public async Task A_funding_request_becomes_committed_money_by_circular_ballot()
    {
        const string title = "Grüne Welle für den Radverkehr am Stadtring";
        const long cost = 8_460_075;
        await using var journey = new Journey(browser, city, "five-minutes", "de", thorough: true);
        await city.SettleAsync();
        var (before, entry) = (await journey.BudgetAsync(2027), await city.LastEntryAsync());
        var proposal = await journey.SubmitAsync(title, personalData: true, new("services", "city", 2027, "60.000,75"), new("material", "state", 2027, "24.600,00"));

        await journey.AnswerAsync("office", title, "Complete", "formal-check", "Alle Angaben liegen vor.");
        (await journey.BudgetAsync(2027)).ShouldBe(before);
        await journey.AnswerAsync("treasurer", title, "Confirmed", "cover-check");
        var reserved = await journey.BudgetAsync(2027, "reserved");
        reserved.ShouldBe(before with { Reserved = before.Reserved + cost, Available = before.Available - cost });
        await journey.AnswerAsync("dpo", title, "NoConcerns", "data-protection", "Es werden nur Zählwerte gespeichert.");
        await journey.AnswerAsync("office", title, "Recommend", "recommendation", "Das Vorhaben passt zum Zielbild.");

        await journey.ShouldExplainAsync("owner", proposal, "Lenkungskreis");
        for (var seat = 1; seat <= 7; seat++)
            await journey.VoteAsync($"steering{seat}", title, seat == 7 ? "abstain" : "yes", look: seat == 1);
        await journey.ShouldBeAsync("owner", proposal, "adopted", "Beschlossen");
        (await journey.BudgetAsync(2027)).ShouldBe(reserved);

        await journey.PassAsync(days: 7);
        (await journey.BudgetAsync(2027, "committed")).ShouldBe(before + await city.OthersSinceAsync(entry, proposal, 2027) + new BudgetFigures(0, 0, cost, -cost));
        await journey.ShouldBeAsync("owner", proposal, "granted", "Bewilligt");
        await journey.ShouldHaveMailAsync("Torben Wiegand");
        await journey.AnswerAsync(
            "owner", title, "Begun", "execution", comment: null, left: 1, ("Data.carriedOutBy", "Tiefbauamt"), ("Data.doneBy.Day", "30"), ("Data.doneBy.Month", "9"), ("Data.doneBy.Year", "2027"));
        await journey.ShouldBeAsync("owner", proposal, "running", "In Umsetzung");
        await journey.LookAsync("office", "/office", "/inbox/done");
    }

    [Fact]
    public async Task A_committee_votes_in_session_and_English_is_spoken()
    {
        const string title = "Ladesäulen an vier Schwimmbädern";
        const long cost = 18_640_000;
        await using var journey = new Journey(browser, city, "five-minutes-en", "en", thorough: false);
        await city.SettleAsync();
        var (before, entry) = (await journey.BudgetAsync(2027), await city.LastEntryAsync());
        var proposal = await journey.SubmitAsync(title, personalData: false, new("services", "city", 2027, "100.000,00"), new("material", "state", 2027, "86.400,00"));
        await journey.AnswerAsync("office", title, "Complete", "formal-check");
        await journey.AnswerAsync("treasurer", title, "Confirmed", "cover-check");
        await journey.AnswerAsync("office", title, "Recommend", "recommendation");
        for (var seat = 1; seat <= 7; seat++)
            await journey.VoteAsync($"steering{seat}", title, "yes", look: seat == 1);

        await journey.OpenSessionAsync(title);
        for (var seat = 1; seat <= 9; seat++)
            await journey.VoteAsync($"mobility{seat}", title, seat == 9 ? "no" : "yes", look: seat == 1);
        await journey.CloseSessionAsync(title);
        await journey.PassAsync(days: 7);

        (await journey.BudgetAsync(2027, "committed")).ShouldBe(before + await city.OthersSinceAsync(entry, proposal, 2027) + new BudgetFigures(0, 0, cost, -cost));
        await journey.ShouldBeAsync("owner", proposal, "granted", "Granted");
    }

    [Fact]
    public async Task The_clerk_records_what_committees_and_council_decided()
    {
        const string title = "Sensoren für Brücken und Unterführungen";
        const long cost = 60_000_000;
        await using var journey = new Journey(browser, city, "five-minutes-council", "de", thorough: false);
        await city.SettleAsync();
        var (before, entry) = (await journey.BudgetAsync(2027), await city.LastEntryAsync());
        var proposal = await journey.SubmitAsync(title, personalData: false, new("services", "city", 2027, "400.000"), new("material", "state", 2027, "200.000"));
        await journey.AnswerAsync("office", title, "Complete", "formal-check");
        await journey.AnswerAsync("treasurer", title, "Confirmed", "cover-check");
        await journey.AnswerAsync("office", title, "Recommend", "recommendation");

        await journey.RecordAsync(title, "PreAdvisedUnchanged", present: 14, yes: 14, no: 0, abstain: 0, experts: 2);
        await journey.RecordAsync(title, "PreAdvisedUnchanged", present: 16, yes: 12, no: 3, abstain: 1);
        await journey.RecordAsync(title, "AdoptedByMajority", present: 55, yes: 40, no: 12, abstain: 3);
        await journey.ShouldExplainAsync("owner", proposal, "ist: Rat der Stadt;", "Haupt- und Finanzausschuss");
        await journey.PassAsync(days: 7);

        (await journey.BudgetAsync(2027)).ShouldBe(before + await city.OthersSinceAsync(entry, proposal, 2027) + new BudgetFigures(0, 0, cost, -cost));
        await journey.ShouldBeAsync("owner", proposal, "granted", "Bewilligt");
    }
}
