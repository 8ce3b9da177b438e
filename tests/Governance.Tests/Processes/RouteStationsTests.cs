using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;

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
        running["decision"].ShouldBe(StationState.Ahead);
        foreach (var needed in new[] { "correction", "data-protection", "uncovered", "referral", "hearing-referral" })
            running[needed].ShouldBe(StationState.Possible, needed);

        await city.AnswerAsync(proposal, "formal-check", "office", "Reject", "Gibt es schon.");

        var ended = await StatesAsync(city, proposal);
        ended["formal-check"].ShouldBe(StationState.Done);
        ended["cover-check"].ShouldBe(StationState.NotTaken);
        ended.Values.ShouldAllBe(state => state == StationState.Done || state == StationState.NotTaken);
    }

    private static async Task<Dictionary<string, StationState>> StatesAsync(TestCity city, Guid proposal) =>
        (await city.Do(city["owner"], new GetRoute(proposal))).Stations.ToDictionary(station => station.Station.ActivityId, station => station.State, StringComparer.Ordinal);
}
