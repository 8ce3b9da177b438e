using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>The history of an instance, line by line: what a person reads who asks what happened.</summary>
public sealed class Journals
{
    [Fact]
    public void A_run_is_told_from_its_start_to_its_end()
    {
        var definition = Load(Sequence("s", Activity("Elsa.FlowDecision", "d", ("condition", Js("true"))), Line("a")));
        var result = Start(definition, inputs: new() { ["A"] = 1 });

        Told(result).ShouldBe(["1 InstanceStarted  : {\"A\":1}", "2 Started s", "3 Started d", "4 Completed d [True]", "5 Started a", "6 Completed a [Done]", "7 Completed s [Done]", "8 InstanceFinished "]);
        result.Journal.ShouldAllBe(e => e.Instant == Now);
        result.Journal[2].ActivityType.ShouldBe("Elsa.FlowDecision");
        result.Journal[0].ActivityType.ShouldBe("");
    }

    [Fact]
    public void A_wait_and_what_ended_it_are_told_with_their_values_and_the_numbers_go_on()
    {
        var definition = Load(Sequence("s", Event("e"), Activity("City.Ask", "h")), catalog: ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask") { Outcomes = ["Yes", "No"] }));
        var first = Start(definition);
        Told(first).ShouldBe(["1 InstanceStarted  : {}", "2 Started s", "3 Started e", "4 Waiting e : {\"eventName\":\"e\"}", "5 InstanceSuspended "]);

        var second = Resume(definition, first.State, new Stimulus.PublishEvent("e", JsonValue.Create(7)), _ => HostResult.Wait(JsonValue.Create("payload")));
        Told(second).ShouldBe(["6 Resumed e : 7", "7 Completed e [Done]", "8 Started h", "9 HostAnswered h : {\"wait\":\"payload\"}", "10 Waiting h : \"payload\"", "11 InstanceSuspended "]);

        var third = Resume(definition, second.State, new Stimulus.ResumeBookmark(second.State.Bookmarks[0].Id, ["No"]));
        Told(third).ShouldBe(["12 Resumed h [No]", "13 Completed h [No]", "14 Completed s [Done]", "15 InstanceFinished "]);
    }

    [Fact]
    public void An_end_from_outside_is_told_in_one_line()
    {
        var definition = Load(Sequence("s", Event("e")));
        Told(Resume(definition, Start(definition).State, new Stimulus.Cancel())).ShouldBe(["6 InstanceCancelled "]);
    }

    [Fact]
    public void A_fault_is_told_with_its_message_and_so_are_the_decisions_on_it()
    {
        var definition = Load(Sequence("s", Activity("City.Ask", "h"), Line("a")), strategy: "Continue", catalog: ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask")));
        var failed = Start(definition, _ => HostResult.Fault("nobody there"));
        Told(failed)[3..].ShouldBe(["4 HostAnswered h : {\"fault\":\"nobody there\"}", "5 Faulted h : \"nobody there\"", "6 InstanceSuspended "]);

        var again = Resume(definition, failed.State, new Stimulus.RetryIncident("i:i1"), _ => HostResult.Fault("still nobody"));
        Told(again).ShouldBe(["7 Retried h", "8 HostAnswered h : {\"fault\":\"still nobody\"}", "9 Faulted h : \"still nobody\"", "10 InstanceSuspended "]);
        again.State.OpenIncidents.ShouldHaveSingleItem().Id.ShouldBe("i:i2");

        Told(Resume(definition, again.State, new Stimulus.SkipIncident("i:i2"))).ShouldBe(["11 Skipped h", "12 Completed h [Done]", "13 Started a", "14 Completed a [Done]", "15 Completed s [Done]", "16 InstanceFinished "]);
    }

    [Fact]
    public void A_fault_that_ends_the_instance_is_its_last_but_one_line()
    {
        Told(Start(Load(Sequence("s", Activity("Elsa.Fault", "x", ("message", Lit("no"))), Line("a"))))).ShouldBe(["1 InstanceStarted  : {}", "2 Started s", "3 Started x", "4 Faulted x : \"0 (General, System): no\"", "5 InstanceFaulted "]);
    }

    [Fact]
    public void What_began_last_is_cancelled_first_and_innermost_first()
    {
        var branches = Activity("Elsa.Fork", "fork", ("joinMode", "WaitAny"), ("branches", new JsonArray(Event("e"), Sequence("s", Event("f")), Event("g"))));
        var definition = Load(branches);
        var result = Resume(definition, Start(definition).State, new Stimulus.PublishEvent("e"));

        Told(result).ShouldBe(["11 Resumed e", "12 Completed e [Done]", "13 Canceled g", "14 Canceled f", "15 Canceled s", "16 Completed fork [Done]", "17 InstanceFinished "]);
        result.State.Bookmarks.ShouldBeEmpty();
    }

    [Fact]
    public void Finish_tells_only_of_itself()
    {
        Told(Start(Load(Sequence("s", Activity("Elsa.Finish", "x"), Line("a"))))).ShouldBe(["1 InstanceStarted  : {}", "2 Started s", "3 Started x", "4 Completed x [Done]", "5 InstanceFinished "]);
    }

    private static List<string> Told(RunResult result) => [.. result.Journal.Select(e =>
        $"{e.Number} {e.Event} {e.ActivityId}" + (e.Outcomes.Count > 0 ? $" [{string.Join(',', e.Outcomes)}]" : "") + (e.Detail is null ? "" : $" : {e.Detail.ToJsonString()}"))];
}
