using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>The text that offices keep for years: every part of it comes back, and what is broken is refused with a sentence.</summary>
public sealed class StoredForm
{
    private const string Full = """
        {"schema":2,"instance":"i","definition":"test","version":3,"status":"Suspended","correlation":"K 1","name":"Größe","next":[8,4,3,41],
        "inputs":{"A":1,"B":null},"outputs":{"Sum":5.50,"None":null},"activityOutputs":{"r:Result":"x"},"lastResult":[1],
        "frames":[{"id":1,"activity":"","variables":{"v":["V","Int32",5],"n":["N","Object",null]}},
        {"id":2,"activity":"f","parent":1,"properties":{"index":1,"items":[{"a":1}]},"tokens":[0,1,3,2],"ignored":[4,5],"fromSchema1":true,"dead":[6,7]},
        {"id":3,"activity":"x","parent":2,"status":"Faulted","unreported":["A","B"]},
        {"id":4,"activity":"g","parent":2,"tokens":[],"ignored":[1]},
        {"id":5,"activity":"e","parent":4},{"id":6,"activity":"d","parent":2}],
        "bookmarks":[{"id":"i:1","frame":5,"kind":"Elsa.Event","activity":"e","at":"2026-05-04T10:00:00+00:00","payload":{"eventName":"go"}},
        {"id":"i:2","frame":6,"kind":"Elsa.Delay","activity":"d","at":"2026-05-04T12:00:00+02:00","due":"2026-05-05T10:00:00+00:00"}],
        "incidents":[{"id":"i:i1","frame":3,"activity":"x","type":"Elsa.Fault","message":"no money","at":"2026-05-04T10:00:01+00:00"}],
        "events":[{"name":"early","payload":7},{"name":"bare"}]}
        """;

    private const string Small = """{"schema":2,"instance":"i","definition":"test","version":1,"status":"Finished","next":[1,1,1,1]}""";

    [Theory]
    [InlineData(Full)]
    [InlineData(Small)]
    public void What_was_stored_is_stored_again_in_the_same_bytes(string text)
    {
        var stored = text.ReplaceLineEndings("");
        WorkflowState.Parse(stored).ToJson().ShouldBe(stored);
    }

    [Fact]
    public void What_was_stored_can_be_asked_for()
    {
        var state = WorkflowState.Parse(Full);

        (state.InstanceId, state.DefinitionId, state.DefinitionVersion, state.Status, state.HasEnded, state.CorrelationId, state.Name).ShouldBe(("i", "test", 3, WorkflowStatus.Suspended, false, "K 1", "Größe"));
        state.Outputs.ToJsonString().ShouldBe("""{"Sum":5.50,"None":null}""");
        state.LiveActivities.ShouldBe(["f", "x", "g", "e", "d"]);
        state.QueuedEvents.ShouldBe(["early", "bare"]);
        state.Bookmarks.Select(b => (b.Id, b.Kind, b.ActivityId, b.Payload?.ToJsonString(), b.CreatedAt, b.Due)).ShouldBe([
            ("i:1", "Elsa.Event", "e", """{"eventName":"go"}""", Now, null),
            ("i:2", "Elsa.Delay", "d", null, Now, Now.AddDays(1))]);
        var incident = state.OpenIncidents.ShouldHaveSingleItem();
        (incident.Id, incident.ActivityId, incident.ActivityType, incident.Message, incident.Instant, incident.Open).ShouldBe(("i:i1", "x", "Elsa.Fault", "no money", Now.AddSeconds(1), true));
    }

    [Theory]
    [InlineData("Finished", true)]
    [InlineData("Faulted", true)]
    [InlineData("Cancelled", true)]
    [InlineData("Suspended", false)]
    public void A_state_knows_whether_anything_can_still_happen(string status, bool ended) =>
        WorkflowState.Parse(Small.Replace("Finished", status, StringComparison.Ordinal)).HasEnded.ShouldBe(ended);

    [Theory]
    [InlineData("""{"schema":0}""", "The workflow state has schema 0; this release reads 1 to 2.")]
    [InlineData("""{"schema":3}""", "The workflow state has schema 3; this release reads 1 to 2.")]
    [InlineData("""{}""", "The workflow state has no schema number.")]
    [InlineData("""7""", "A workflow state is a JSON object.")]
    [InlineData("""{"schema":1,"next":[1,1,1,1]}""", "The workflow state lacks something: there is no \"instance\".")]
    [InlineData("""{"schema":1,"next":[1,1,1,1],"instance":"i"}""", "The workflow state lacks something: there is no \"definition\".")]
    [InlineData("""{"schema":1,"next":[1,1,1,1],"instance":"i","definition":"d","version":1,"status":"Asleep"}""", "The workflow state lacks something: Requested value 'Asleep' was not found.")]
    [InlineData("""{"schema":"two"}""", "The workflow state lacks something: ")]
    [InlineData("""{"schema":2,"next":[1,1,1,1],"instance":"i","definition":"d","version":1,"status":"Suspended","frames":[{"id":2,"activity":"a","parent":1}]}""", "The workflow state lacks the frame 1.")]
    [InlineData("""{"schema":2,"next":[1,1,1,1],"instance":"i","definition":"d","version":1,"status":"Suspended","frames":[{"id":1,"activity":""},{"id":1,"activity":""}]}""", "The workflow state has two frames 1.")]
    [InlineData("""{"schema":2,"next":[1,1,1,1],"instance":"i","definition":"d","version":1,"status":"Suspended","frames":[{"id":1,"activity":""}],"bookmarks":[{"id":"b","frame":7,"kind":"k","activity":"a","at":"2026-05-04T10:00:00+00:00"}]}""", "The workflow state lacks the frame 7.")]
    [InlineData("""{"schema":1,"next":[1],"instance":"i","definition":"d","version":1,"status":"Finished"}""", "The workflow state lacks something: ")]
    public void A_broken_text_is_refused_with_a_sentence(string text, string sentence) =>
        Should.Throw<FormatException>(() => WorkflowState.Parse(text)).Message.ShouldStartWith(sentence);

    [Fact]
    public void A_running_instance_is_written_with_all_that_the_next_burst_needs()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Line("a"), Join("j", "WaitAll")], "s>e", "s>a", "e>j", "a>j"),
            """[{"id":"v","name":"V","typeName":"Int32","value":5}]""", inputs: """[{"name":"A","type":"Int32"}]""");

        Start(definition, inputs: new() { ["A"] = 1, ["undeclared"] = 2 }).State.ToJson().ShouldBe("""
            {"schema":2,"instance":"i","definition":"test","version":1,"status":"Suspended","next":[6,2,1,10],"inputs":{"A":1},
            "frames":[{"id":1,"activity":"","variables":{"v":["V","Int32",5]}},{"id":2,"activity":"f","parent":1,"tokens":[3,1],"ignored":[]},{"id":4,"activity":"e","parent":2}],
            "bookmarks":[{"id":"i:1","frame":4,"kind":"Elsa.Event","activity":"e","at":"2026-05-04T10:00:00+00:00","payload":{"eventName":"e"}}]}
            """.ReplaceLineEndings(""));
    }

    /// <summary>Stored before it was kept which ways were not taken: the join takes what has come, as it did then.</summary>
    [Theory]
    [InlineData("WaitAllActive", "m")]
    [InlineData("WaitAll", "")]
    public void A_state_of_the_first_schema_goes_on(string mode, string lines)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Elsa.FlowDecision", "d", ("condition", Js("false"))), Line("x"), Event("e"), Join("j", mode), Line("m")], "s>d", "s>e", "d.True>x", "x>j", "e>j", "j>m"));
        var waiting = Start(definition).State.ToJson();
        waiting.ShouldContain("\"tokens\":[],\"ignored\":[],\"dead\":[3]");
        var first = waiting.Replace("\"schema\":2", "\"schema\":1", StringComparison.Ordinal).Replace(",\"tokens\":[],\"ignored\":[],\"dead\":[3]", "", StringComparison.Ordinal);

        var result = Resume(definition, WorkflowState.Parse(WorkflowState.Parse(first).ToJson()), new Stimulus.PublishEvent("e"));

        (string.Join(' ', result.Lines), result.Status).ShouldBe((lines, WorkflowStatus.Finished));
    }

    [Fact]
    public void A_state_in_an_activity_that_the_definition_does_not_have_is_refused()
    {
        var state = WorkflowState.Parse(Start(Load(Event("e"))).State.ToJson());
        Should.Throw<ArgumentException>(() => Resume(Load(Event("other")), state, new Stimulus.Cancel())).Message.ShouldBe("The definition has no activity \"e\", but the state is in it.");
    }
}
