using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>The steps of the command "workflows run": what they do, what is printed, and what is no step.</summary>
public sealed class Steps : IDisposable
{
    private readonly Runner runner = new();

    public void Dispose() => runner.Dispose();

    [Theory]
    [InlineData("jump", "\"jump\" is no step; steps are input, event, resume, taskdone, cancel and wait.")]
    [InlineData("resume now", "\"resume now\" is no step; steps are input, event, resume, taskdone, cancel and wait.")]
    [InlineData("cancel it", "\"cancel it\" is no step; steps are input, event, resume, taskdone, cancel and wait.")]
    [InlineData("wait soon", "\"wait soon\" is no step; steps are input, event, resume, taskdone, cancel and wait.")]
    [InlineData("event", "\"event\" is no step; steps are input, event, resume, taskdone, cancel and wait.")]
    [InlineData(" input [1] ", "\"input [1]\": the input is a JSON object.")]
    [InlineData("input", "\"input\": the input is a JSON object.")]
    [InlineData("taskdone {", "\"taskdone {\": ")]
    public void What_is_no_step_is_refused_before_anything_runs(string step, string sentence)
    {
        runner.Run(Workflow(Line("a")), steps: step).ShouldBe(ScenarioRunner.Refused);
        runner.Output.ShouldBeEmpty();
        runner.Error.ShouldStartWith(sentence);
        runner.Error.Trim().Length.ShouldBeGreaterThan(sentence.Trim().Length - 1);
    }

    [Fact]
    public void Steps_are_printed_as_they_are_taken_and_blank_lines_and_waits_are_not()
    {
        var definition = Workflow(Sequence("s", LineJs("a", "getInput('A') + getInput('B')"), Result(Event("go")), LineJs("b", "toJson(getR())"), Event("bare"), Line("c"),
            Result(Activity("Elsa.RunTask", "t", ("taskName", Lit("T")))), LineJs("d", "getR().ok"), Event("never")), R, inputs: """[{"name":"A","type":"Int32"},{"name":"B","type":"Int32"}]""");

        runner.Run(definition, new() { ["A"] = 1, ["B"] = 1 }, "input {\"A\":40}\n\n  event  go {\"x\": [1]}  \nwait 10\ntaskdone 5\nevent bare\ntaskdone {\"ok\":7}\ncancel\ncancel").ShouldBe(ScenarioRunner.Succeeded);
        runner.Output.ShouldBe("""
            41
            > event  go {"x": [1]}
            {"x":[1]}
            > taskdone 5
            > event bare
            c
            > taskdone {"ok":7}
            7
            > cancel
            > cancel
            status: Cancelled

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Resume_goes_on_with_the_first_outcome_and_moves_the_clock_to_what_falls_due()
    {
        var catalog = ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask") { Outcomes = ["Yes", "No"] });
        catalog = catalog.With(new ActivityDescriptor("City.Any"));
        var definition = Workflow(Flowchart("f", [Activity("City.Ask", "h"), Activity("City.Any", "any"), Line("yes"), Line("no"), Activity("Elsa.Delay", "d", ("timeSpan", Lit("01:00:00"))), LineJs("t", "new Date().toISOString()"), Event("e"), Line("end")],
            "h.Yes>yes", "h.No>no", "yes>d", "d>t", "t>e", "e>any", "any>end"));

        runner.Run(definition, steps: "resume", catalog: catalog).ShouldBe(ScenarioRunner.Succeeded);
        runner.Output.ShouldBe("> resume\nyes\n2026-01-01T01:00:00.000Z\nend\nstatus: Finished\n");
    }

    [Fact]
    public void The_clock_stands_where_it_was_put()
    {
        var definition = Workflow(Sequence("s", Event("e"), LineJs("a", "new Date().toISOString()"), Activity("Elsa.Delay", "d", ("timeSpan", Lit("00:00:10"))), LineJs("b", "new Date().toISOString()")));
        runner.Run(definition, steps: "wait 1500\nevent e\nwait 9999\nwait 1");
        runner.Output.ShouldBe("> event e\n2026-01-01T00:00:01.500Z\n2026-01-01T00:00:11.500Z\nstatus: Finished\n");
    }

    [Fact]
    public void Outputs_are_printed_in_their_order_as_JSON_with_readable_letters()
    {
        runner.Run(Workflow(Sequence("s", Set("Name", "'Größe'"), Set("None", "null"), Set("List", "({a:[1,2]})"))));
        runner.Output.ShouldBe("output Name = \"Größe\"\noutput None = null\noutput List = {\"a\":[1,2]}\nstatus: Finished\n");
    }

    [Fact]
    public void Json_is_one_document_and_nothing_else()
    {
        runner.Run(Workflow(Sequence("s", Line("ü"), Set("Sum", "5"), Activity("Elsa.Fault", "x", ("message", Lit("zu groß"))))), steps: "resume", json: true).ShouldBe(ScenarioRunner.Faulted);

        runner.Output.ShouldContain("zu groß");
        runner.Output.ShouldContain("{\n  \"status\": \"Faulted\",\n");
        var document = JsonNode.Parse(runner.Output)!;
        document.AsObject().Select(p => p.Key).ShouldBe(["status", "instance", "outputs", "incidents", "journal"]);
        document["instance"]!["status"]!.GetValue<string>().ShouldBe("Faulted");
        document["outputs"]!.ToJsonString().ShouldBe("""{"Sum":5}""");
        document["incidents"]!.AsArray().ShouldHaveSingleItem()!.AsObject().Select(p => $"{p.Key} {p.Value}").ShouldBe(["id instance:i1", "activityId x", "message 0 (General, System): zu groß", "open false"]);
        string.Join(", ", document["journal"]!.AsArray()[3]!.AsObject().Select(p => $"{p.Key} {p.Value?.ToJsonString(Readable)}")).ShouldBe(
            """number 4, activityId "ü", activityType "Elsa.WriteLine", event "Completed", outcomes ["Done"], instant "2026-01-01T00:00:00.0000000+00:00", detail """);
        document["journal"]!.AsArray()[^2]!["detail"]!.GetValue<string>().ShouldBe("0 (General, System): zu groß");
        runner.Error.ShouldBe("0 (General, System): zu groß\n");
    }

    [Fact]
    public void The_reason_of_a_fault_is_the_last_one_that_nobody_could_decide_on()
    {
        var starving = Flowchart("f", [Activity("Elsa.FlowDecision", "d", ("condition", Js("true"))), Line("T"), Line("F"), Join("j", "WaitAll")], "d.True>T", "d.False>F", "T>j", "F>j");
        runner.Run(Workflow(starving)).ShouldBe(ScenarioRunner.Succeeded);
        runner.Error.ShouldBeEmpty();
        runner.Run(Workflow(Sequence("s", starving.DeepClone().AsObject(), Activity("Elsa.Fault", "x", ("message", Lit("boom")))))).ShouldBe(ScenarioRunner.Faulted);
        runner.Error.ShouldBe("0 (General, System): boom\n");
    }

    private const string R = """[{"id":"r","name":"R","typeName":"Object"}]""";

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Result(JsonObject activity)
    {
        activity["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "r" } };
        return activity;
    }

    private static JsonObject Set(string name, string script) => Activity("Elsa.SetOutput", "set" + name, ("outputName", Lit(name)), ("outputValue", Js(script)));
}
