using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Requests to other systems: what is asked of the host, and where an answer leads.</summary>
public sealed class HttpRequests
{
    private static readonly JsonNode Codes = JsonNode.Parse("[200, 404]")!;

    [Fact]
    public void The_host_is_asked_with_all_that_the_definition_says()
    {
        var call = Asked(
            ("url", Lit("https://register.example/streets")), ("method", Lit("post")), ("content", Js("({Name: 'Am Markt', Häuser: 3})")), ("contentType", Lit("application/json")),
            ("authorization", Lit("Bearer x")), ("requestHeaders", Js("({'X-City': 'Musterstadt', 'X-All': ['a', 'b']})")));

        (call.Url, call.Method, call.ContentType, call.Authorization).ShouldBe(("https://register.example/streets", "POST", "application/json", "Bearer x"));
        JsonNode.Parse(call.Body!)!.ToJsonString().ShouldBe(JsonNode.Parse("""{"Name":"Am Markt","Häuser":3}""")!.ToJsonString());
        call.Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").ShouldBe(["X-City: Musterstadt", "X-All: a, b"]);
    }

    [Fact]
    public void Headers_whose_names_differ_in_case_alone_are_one() =>
        Asked(("requestHeaders", Js("({Accept: 'a', accept: 'b'})"))).Headers.ShouldHaveSingleItem().Value.ShouldBe(["a", "b"]);

    [Theory]
    [InlineData("text/plain", "'as it is'", "as it is")]
    [InlineData("application/json", "'[1]'", "[1]")]
    [InlineData("application/json", "[1, 2]", "[1,2]")]
    [InlineData("application/x-www-form-urlencoded", "({a: 'x y', 'b&': 1})", "a=x%20y&b%26=1")]
    [InlineData("application/x-www-form-urlencoded", "'a=1'", "a=1")]
    [InlineData("", "'nothing without a type'", null)]
    public void What_is_sent_is_written_as_its_type_says(string type, string content, string? body) =>
        Asked(("contentType", Lit(type)), ("content", Js(content))).Body.ShouldBe(body);

    [Fact]
    public void Left_out_it_is_a_plain_question() => Asked().ShouldSatisfyAllConditions(
        call => call.Method.ShouldBe("GET"), call => call.Url.ShouldBe(""), call => call.Body.ShouldBeNull(), call => call.ContentType.ShouldBeNull(), call => call.Authorization.ShouldBeNull(), call => call.Headers.ShouldBeEmpty());

    [Theory]
    [InlineData(200, "200, Done")]
    [InlineData(404, "404, Done")]
    [InlineData(500, "Unmatched status code, Done")]
    public void In_a_flow_the_code_is_the_outcome_if_it_is_expected(int status, string outcomes) => Flow(HttpAnswer.Of(status, null, []), Lit(Codes.DeepClone())).ShouldBe(outcomes);

    [Fact]
    public void In_a_flow_that_expects_none_any_code_is_done() => Flow(HttpAnswer.Of(500, null, []), null).ShouldBe("Done");

    [Fact]
    public void In_a_flow_expected_codes_may_be_text() => Flow(HttpAnswer.Of(200, null, []), Lit("[200]")).ShouldBe("200, Done");

    [Fact]
    public void In_a_flow_no_answer_says_why()
    {
        Flow(HttpAnswer.NotReached(), Lit(Codes.DeepClone())).ShouldBe("Failed to connect");
        Flow(HttpAnswer.TimedOut(), Lit(Codes.DeepClone())).ShouldBe("Timeout");
    }

    [Theory]
    [InlineData(200, "found")]
    [InlineData(204, "")]
    [InlineData(404, "other")]
    public void What_is_meant_for_the_answer_is_executed_and_then_what_follows(int status, string line) => Handled(HttpAnswer.Of(status, null, [])).ShouldBe([.. line.Length > 0 ? new[] { line } : [], "after"]);

    [Fact]
    public void What_is_meant_for_no_answer_is_executed()
    {
        Handled(HttpAnswer.NotReached()).ShouldBe(["unreached", "after"]);
        Handled(HttpAnswer.TimedOut()).ShouldBe(["late", "after"]);
        Lines(Activity("Elsa.SendHttpRequest", "ask"), HttpAnswer.NotReached()).ShouldBe(["after"]);
    }

    [Fact]
    public void Scripts_read_the_answer()
    {
        var line = LineJs("say", "getOutputFrom('ask', 'statusCode') + getOutputFrom('ask', 'parsedContent').Name + getOutputFrom('ask', 'responseHeaders')['X-A'][0]");

        Lines(Activity("Elsa.FlowSendHttpRequest", "ask"), HttpAnswer.Of(200, JsonNode.Parse("""{"Name":"ß"}"""), new() { ["X-A"] = new JsonArray("1") }), line).ShouldBe(["200ß1"]);
    }

    /// <summary>The answer may come at once, or after a wait; both lead the same way.</summary>
    [Fact]
    public void An_answer_that_is_waited_for_leads_the_same_way()
    {
        var definition = Load(Sequence("s", Handling(), Line("after")));
        var waiting = Start(definition, _ => HostResult.Wait());
        waiting.Status.ShouldBe(WorkflowStatus.Suspended);

        Resume(definition, WorkflowState.Parse(waiting.State.ToJson()), new Stimulus.ResumeBookmark(waiting.State.Bookmarks[0].Id, null, HttpAnswer.Of(200, null, []))).Lines.ShouldBe(["found", "after"]);
        Resume(definition, waiting.State, new Stimulus.FaultBookmark(waiting.State.Bookmarks[0].Id, "too long")).Status.ShouldBe(WorkflowStatus.Faulted);
    }

    [Fact]
    public void Outcomes_are_those_expected_and_why_none_came()
    {
        static string[] Problems(string port, JsonNode? codes) => [.. DefinitionValidator.Validate(Load(Flowchart(
            "f", [Activity("Elsa.FlowSendHttpRequest", "ask", ("expectedStatusCodes", codes)), Line("a")], $"ask.{port}>a"))).Where(found => found.Check == "unknown-outcome").Select(found => found.Message)];

        Problems("201", Lit(Codes.DeepClone())).ShouldBe(["there is no outcome 201; 200, 404, Unmatched status code, Done, Failed to connect, Timeout would be right."]);
        Problems("404", Lit(Codes.DeepClone())).ShouldBeEmpty();
        Problems("Timeout", Lit(Codes.DeepClone())).ShouldBeEmpty();
        Problems("Unmatched status code", null).ShouldBe(["there is no outcome Unmatched status code; Done, Failed to connect, Timeout would be right."]);
        Problems("201", Js("[201]")).ShouldBeEmpty();
    }

    [Fact]
    public void The_command_that_runs_a_definition_reaches_nothing()
    {
        using var runner = new Runner();

        runner.Run(Workflow(Sequence("s", Handling()))).ShouldBe(ScenarioRunner.Succeeded);

        runner.Output.ShouldBe("unreached\nstatus: Finished\n");
    }

    private static HttpCall Asked(params (string, JsonNode?)[] inputs)
    {
        HttpCall? asked = null;
        Start(Load(Activity("Elsa.FlowSendHttpRequest", "ask", inputs)), call =>
        {
            asked = HttpCall.Of(call);
            return HostResult.Wait();
        });
        return asked.ShouldNotBeNull();
    }

    private static string Flow(JsonObject answer, JsonNode? expected) =>
        string.Join(", ", Start(Load(Activity("Elsa.FlowSendHttpRequest", "ask", ("expectedStatusCodes", expected))), _ => HostResult.Done(null, answer)).Journal.Single(entry => entry.ActivityId == "ask" && entry.Event == JournalEvent.Completed).Outcomes);

    private static JsonObject Handling() => Activity(
        "Elsa.SendHttpRequest", "ask",
        ("expectedStatusCodes", new JsonArray(new JsonObject { ["statusCode"] = 200, ["activity"] = Line("found") }, new JsonObject { ["statusCode"] = 204, ["activity"] = null })),
        ("unmatchedStatusCode", Line("other")), ("failedToConnect", Line("unreached")), ("timeout", Line("late")));

    private static IReadOnlyList<string> Handled(JsonObject answer) => Lines(Handling(), answer);

    private static IReadOnlyList<string> Lines(JsonObject asking, JsonObject answer, JsonObject? after = null) => Start(Load(Sequence("s", asking, after ?? Line("after"))), _ => HostResult.Done(null, answer)).Lines;
}
