using Governance.Ballots;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.Texts;

namespace Governance.Tests.Processes;

public sealed class RouteStationsTests
{
    [Theory]
    [OnEachDatabase]
    public async Task While_a_case_runs_stations_are_ahead_or_possible_and_once_it_ended_nothing_is_to_come(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));

        var running = await StatesAsync(city, proposal);
        running["formal-check"].ShouldBe(StationState.Current);
        running["cover-check"].ShouldBe(StationState.Ahead);
        foreach (var hoped in new[] { "decision", "objection-period", "commit-funds", "execution", "completion" })
            running[hoped].ShouldBe(StationState.Ahead, hoped);
        foreach (var needed in new[] { "correction", "data-protection", "uncovered", "referral", "hearing-referral", "to-rejected", "mayor-decision", "supervision" })
            running[needed].ShouldBe(StationState.Possible, needed);

        await city.AnswerAsync(proposal, "formal-check", "office", "Reject", "Gibt es schon.");

        var ended = await StatesAsync(city, proposal);
        ended["formal-check"].ShouldBe(StationState.Done);
        ended["cover-check"].ShouldBe(StationState.NotTaken);
        ended.Values.ShouldAllBe(state => state == StationState.Done || state == StationState.NotTaken);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Every_step_taken_says_why_and_none_to_come(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(80_000));
        (await WhyAsync(city, proposal))["receipt"].ShouldBe("Der Weg beginnt mit der Einreichung.");
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.AdoptedUnanimously);

        var why = await WhyAsync(city, proposal);

        why["formal-check"].ShouldBe("Nach „Einreichung“. Weil die Stabsstelle jeden Antrag zuerst formal prüft.");
        why["cover-check"].ShouldBe("Nach „Formale Prüfung“ mit dem Ergebnis „Vollständig“. Weil die Kämmerei die Deckung jedes Antrags bestätigt.");
        why["recommendation"].ShouldStartWith("Nach „Deckung“ mit dem Ergebnis „Deckung bestätigen“. Nach „Formale Prüfung“ mit dem Ergebnis „Vollständig“.");
        why["recommendation"].ShouldContain("der Antrag nennt keine personenbezogenen Daten, eine Stellungnahme zum Datenschutz entfällt (Ablauf project-proposal, Fassung 1, „personal-data“).");
        why["recommendation"].ShouldContain("die Kämmerei hat die Deckung bestätigt, und die Mittel sind vorgemerkt (Ablauf project-proposal, Fassung 1, „is-covered“). Weil alle Stellungnahmen vorliegen.");
        why["route"].ShouldBe("Nach „Empfehlung“ mit dem Ergebnis „Empfehlen“.");
        why["decision"].ShouldStartWith("Nach „Zuständigkeit“.");
        why["decision"].ShouldContain("alle Gremien, die vor dem Beschluss gehört werden, haben beraten");
        why["decision"].ShouldContain("entscheidet nach Regel 2 der Zuständigkeitsordnung, Fassung 1, gültig ab ");
        why["decision"].ShouldContain("mehr Ja- als Nein-Stimmen (§ 50 Abs. 1 GO NRW).");
        why["objection-period"].ShouldBe("Nach „Beschluss“ mit dem Ergebnis „beschlossen“.");
        foreach (var ahead in new[] { "execution", "correction", "data-protection" })
            why[ahead].ShouldBeEmpty(ahead);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_second_round_says_where_it_came_from_and_a_hearing_by_which_rule(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(150_000, personalData: true));
        await city.AnswerAsync(proposal, "formal-check", "office", "Return", "Bitte ergänzen.");
        (await WhyAsync(city, proposal))["correction"].ShouldBe("Nach „Formale Prüfung“ mit dem Ergebnis „Zurückgeben“. Weil die Stabsstelle den Antrag mit Begründung zurückgegeben hat.");
        await city.Do(city["owner"], new Governance.Proposals.SubmitProposal(proposal, (await city.ProposalAsync(proposal)).Version));
        (await WhyAsync(city, proposal))["receipt"].ShouldBe("Nach „Berichtigung“ mit dem Ergebnis „Erneut einreichen“.");
        await city.RecommendAsync(proposal, personalData: true);

        var why = await WhyAsync(city, proposal);

        why["data-protection"].ShouldContain("deshalb wird die oder der Datenschutzbeauftragte gehört (Ablauf project-proposal, Fassung 1, „personal-data“). Weil das Vorhaben personenbezogene Daten verarbeitet.");
        why["recommendation"].ShouldContain("Nach „Datenschutz“ mit dem Ergebnis „Keine Bedenken“.");
        why["hearing"].ShouldContain("ein Gremium, das vor dem Beschluss gehört wird, hat noch nicht beraten");
        why["hearing"].ShouldContain("berät vor, nach Regel 3 der Zuständigkeitsordnung, Fassung 1, gültig ab ");
    }

    private static async Task<Dictionary<string, string>> WhyAsync(TestCity city, Guid proposal) =>
        (await city.Do(city["owner"], new GetRoute(proposal))).Stations.ToDictionary(station => station.Station.ActivityId, station => station.Why.InGerman(), StringComparer.Ordinal);

    private static async Task<Dictionary<string, StationState>> StatesAsync(TestCity city, Guid proposal) =>
        (await city.Do(city["owner"], new GetRoute(proposal))).Stations.ToDictionary(station => station.Station.ActivityId, station => station.State, StringComparer.Ordinal);
}
