using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Where a flowchart starts, and which of its connections are loops.</summary>
public sealed class Starts
{
    [Theory]
    [InlineData("s", "d", "s")]
    [InlineData(null, "d", "d")]
    [InlineData(null, null, "c")]
    public void A_flowchart_starts_at_its_start_or_where_a_workflow_may_start_or_where_nothing_leads(string? start, string? canStart, string first)
    {
        var d = Line("d");
        if (canStart is not null) d["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        var chart = Flowchart("f", [Line("a"), Line("ab"), Line("b"), d, start is null ? Line("s") : Activity("Elsa.Start", "s"), Line("c")], "c>a", "a>ab", "c>b", "c>s", "c>d");
        // Elsa reads no such property.
        chart["start"] = "b";
        var definition = Load(chart);
        Start(definition).Journal.First(e => e.Event == JournalEvent.Started && e.ActivityId != "f").ActivityId.ShouldBe(first);
    }

    [Fact]
    public void A_flowchart_in_which_something_leads_to_everything_starts_with_its_first_activity() =>
        Start(Load(Flowchart("f", [Line("a"), Activity("Elsa.Break", "b")], "a>b", "b>a"))).Lines.ShouldBe(["a"]);

    [Fact]
    public void A_connection_back_past_a_way_around_it_is_an_incident_that_names_both_ends()
    {
        // From the start one also gets to c without b.
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Line("b"), Line("c")], "s>b", "s>c", "b>c", "c>b"));
        Start(definition).Incidents.ShouldHaveSingleItem().Message.ShouldBe("The connection from \"c\" back to \"b\" is no loop: some way from the start to \"c\" does not go through \"b\".");
    }

    [Theory]
    [InlineData("a", "a", "a a a b c")]
    [InlineData("b", "a", "a b a b a b c")]
    [InlineData("b", "s", "a b a b a b c")]
    [InlineData("c", "a", "a b c a b c a b c")]
    [InlineData("c", "b", "a b c b c b c")]
    public void A_connection_back_is_a_loop_where_every_way_to_its_source_goes_through_its_target(string source, string target, string begun)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Turn("a"), Turn("b"), Turn("c")], "s>a", "a.on>b", "b.on>c", $"{source}.back>{target}"), """[{"id":"n","name":"N","typeName":"Int32","value":0}]""");
        Start(definition).Journal.Where(e => e.Event == JournalEvent.Started && e.ActivityId.Length == 1 && "abc".Contains(e.ActivityId, StringComparison.Ordinal)).Select(e => e.ActivityId).ShouldBe(begun.Split(' '));

        JsonObject Turn(string id) => Activity("Elsa.RunJavaScript", id, ("script", Lit(id == source ? "setN(getN() + 1); setOutcome(getN() < 3 ? 'back' : 'on')" : "setOutcome('on')")));
    }
}
