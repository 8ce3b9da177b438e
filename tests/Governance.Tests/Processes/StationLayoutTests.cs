using CsCheck;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Tests.Processes;

/// <summary>What nobody drew is laid out so that it can be read: no two stations in one place, and ways lead to the right unless they lead back.</summary>
public sealed class StationLayoutTests
{
    [Fact]
    public void A_chain_with_a_branch_and_a_way_back_stands_in_layers()
    {
        var places = StationLayout.Of(["a", "b", "c", "d"], [Hoped("a", "b"), Hoped("b", "c"), new("b", "d", false), new("d", "b", false)]);

        places.ShouldBe(new Dictionary<string, (int, int)> { ["a"] = (0, 0), ["b"] = (1, 0), ["c"] = (2, 0), ["d"] = (2, 1) }, ignoreOrder: true);
    }

    [Fact]
    public void A_shortcut_does_not_pull_its_end_forward() =>
        StationLayout.Of(["a", "b", "c"], [Hoped("a", "b"), Hoped("b", "c"), new("a", "c", false)])["c"].ShouldBe((2, 0));

    [Fact]
    public void No_two_stations_share_a_place_and_ways_of_a_plan_without_circles_lead_to_the_right() =>
        Gen.Select(Gen.Int[1, 12], Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11]).Array[0, 25]).Sample((count, pairs) =>
        {
            string[] stations = [.. Enumerable.Range(0, count).Select(number => $"s{number:00}")];
            var ways = pairs.Where(pair => pair.Item1 < count && pair.Item2 < count && pair.Item1 != pair.Item2).Distinct().Select(pair => Hoped(stations[pair.Item1], stations[pair.Item2])).ToList();

            var places = StationLayout.Of(stations, ways);

            places.Keys.ShouldBe(stations, ignoreOrder: true);
            places.Values.Distinct().Count().ShouldBe(count);
            places.Values.ShouldAllBe(place => place.Column >= 0 && place.Row >= 0);
            var straight = ways.Where(way => string.CompareOrdinal(way.From, way.To) < 0).ToList();
            var drawn = StationLayout.Of(stations, straight);
            straight.ShouldAllBe(way => drawn[way.From].Column < drawn[way.To].Column);
        });

    [Fact]
    public void A_definition_as_an_editor_makes_it_shows_all_its_steps()
    {
        const string Plain = """
            { "definitionId": "plain", "name": "Plain", "version": 1, "root": { "id": "f", "type": "Elsa.Flowchart",
              "activities": [ { "id": "s", "type": "Elsa.Start" }, { "id": "one", "type": "Elsa.WriteLine", "name": "First" }, { "id": "j", "type": "Elsa.FlowJoin" }, { "id": "two", "type": "Elsa.WriteLine" } ],
              "connections": [ { "source": { "activity": "s", "port": "Done" }, "target": { "activity": "one" } }, { "source": { "activity": "one", "port": "Done" }, "target": { "activity": "j" } },
                { "source": { "activity": "j", "port": "Done" }, "target": { "activity": "two" } } ] } }
            """;
        var map = ProcessMap.Of(WorkflowDefinition.Load(Plain, ActivityRegistry.Catalog));

        map.Stations.Select(station => (station.ActivityId, station.Column, station.Row)).ShouldBe([("one", 0, 0), ("two", 1, 0)]);
        map.Ways.ShouldBe([Hoped("one", "two")]);
    }

    [Fact]
    public void A_sequence_is_a_way_from_one_to_the_next()
    {
        const string Plain = """
            { "definitionId": "plain", "name": "Plain", "version": 1, "root": { "id": "q", "type": "Elsa.Sequence",
              "activities": [ { "id": "one", "type": "Elsa.WriteLine" }, { "id": "two", "type": "Elsa.WriteLine" }, { "id": "three", "type": "Elsa.WriteLine" } ] } }
            """;
        ProcessMap.Of(WorkflowDefinition.Load(Plain, ActivityRegistry.Catalog)).Stations.Select(station => station.Column).ShouldBe([0, 1, 2]);
    }

    private static Way Hoped(string from, string to) => new(from, to, true);
}
