using System.Text.Json.Nodes;

namespace Governance.Web.Tests.Commands;

public sealed class WorkflowCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("io-input-output", 0)]
    [InlineData("cancel-waiting", 0)]
    [InlineData("child-dispatch-wait", 0)]
    [InlineData("inc-js-fault", 1)]
    public async Task A_scenario_prints_its_lines_outputs_and_status(string name, int code)
    {
        var path = Scenario(name);
        string[] steps = File.Exists(path + ".steps") ? ["--steps", path + ".steps"] : [];
        string[] with = Directory.Exists(path + ".deps") ? ["--with", path + ".deps"] : [];

        var run = await _folder.RunAsync(["workflows", "run", path + ".json", .. steps, .. with]);

        run.Code.ShouldBe(code);
        run.Output.ReplaceLineEndings("\n").TrimEnd().ShouldBe((await File.ReadAllTextAsync(path + ".expected")).TrimEnd());
    }

    [Fact]
    public async Task The_reason_of_a_fault_stands_on_standard_error_only()
    {
        var run = await _folder.RunAsync("workflows", "run", Scenario("inc-js-fault") + ".json");

        run.Error.ShouldContain("\"B\" failed: bad");
        run.Output.ShouldNotContain("bad");
    }

    [Fact]
    public async Task What_waits_is_told_as_suspended_and_is_no_failure()
    {
        var run = await _folder.RunAsync("workflows", "run", Scenario("cancel-waiting") + ".json");

        run.ShouldBe((0, string.Join(Environment.NewLine, "A", "status: Suspended", ""), ""));
    }

    [Fact]
    public async Task Inputs_are_given_one_by_one_as_JSON()
    {
        var run = await _folder.RunAsync("workflows", "run", Scenario("io-input-output") + ".json", "--input", "A=40", "--input", "B=2");

        run.ShouldBe((0, string.Join(Environment.NewLine, "in 40 2", "output Sum = 42", "status: Finished", ""), ""));
    }

    [Fact]
    public async Task As_JSON_the_output_is_one_document_with_journal_and_outputs()
    {
        var run = await _folder.RunAsync("workflows", "run", Scenario("io-input-output") + ".json", "--input", "A=40", "--input", "B=2", "--json");

        (run.Code, run.Error).ShouldBe((0, ""));
        var document = JsonNode.Parse(run.Output)!;
        ((string?)document["status"], (int?)document["outputs"]!["Sum"]).ShouldBe(("Finished", 42));
        document["instance"].ShouldNotBeNull();
        document["journal"]!.AsArray().ShouldContain(entry => (string?)entry!["activityId"] == "so");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run nowhere.json", "nowhere.json")]
    [InlineData("run FILE --input A", "NAME=JSON")]
    [InlineData("run FILE --input A={", "NAME=JSON")]
    [InlineData("run FILE --steps nowhere.steps", "nowhere.steps")]
    [InlineData("run FILE --with nowhere", "nowhere")]
    [InlineData("run FILE --nonsense", "governance workflows run --help")]
    [InlineData("validate", "governance workflows validate --help")]
    [InlineData("validate FILE --nonsense", "governance workflows validate --help")]
    [InlineData("nonsense", "governance workflows --help")]
    public async Task What_cannot_be_run_or_read_is_refused_on_standard_error(string line, string named = "--help")
    {
        var run = await _folder.RunAsync(["workflows", .. line.Replace("FILE", Scenario("io-input-output") + ".json", StringComparison.Ordinal).Split(' ')]);

        (run.Code, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(named);
    }

    [Fact]
    public async Task Steps_that_there_are_not_are_refused_before_anything_runs()
    {
        var run = await _folder.RunAsync("workflows", "run", Scenario("cancel-waiting") + ".json", "--steps", _folder.Write("wrong.steps", "event x", "jump"));

        (run.Code, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("jump");
    }

    [Fact]
    public async Task The_process_that_comes_with_the_program_is_valid() =>
        (await _folder.RunAsync("workflows", "validate", CommandFolder.Checkout("workflows/project-proposal.json"), CommandFolder.Checkout("workflows"))).ShouldBe((0, "", ""));

    [Fact]
    public async Task A_broken_definition_is_told_by_file_and_activity()
    {
        var text = await File.ReadAllTextAsync(Scenario("inc-js-fault") + ".json");
        var unknown = _folder.Write("a-unknown.json", text.Replace("Elsa.WriteLine", "Elsa.WriteLime", StringComparison.Ordinal));
        var script = _folder.Write("b-script.json", text.Replace("throw new Error", "throw throw", StringComparison.Ordinal));
        var none = _folder.Write("c-none.json", "{ \"root\":");

        var run = await _folder.RunAsync("workflows", "validate", _folder.Path);

        (run.Code, run.Error).ShouldBe((2, ""));
        var lines = run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines[..4].ShouldBe(new[] { "A", "B", "C", "D" }.Select(id => $"{unknown}: {id}: the activity type Elsa.WriteLime is unknown; see the catalog for those there are."));
        lines[4].ShouldStartWith($"{script}: B: the JavaScript expression of ");
        lines[5].ShouldStartWith($"{none}: -: ");
        lines.Length.ShouldBe(6);
    }

    [Fact]
    public async Task A_way_back_that_is_no_loop_is_told_before_a_case_gets_there()
    {
        var definition = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(CommandFolder.Checkout("workflows/project-proposal.json")))!;

        // The office's own decision comes to the mayor without any ballot.
        definition["root"]!["connections"]!.AsArray().Single(one => (string?)one!["source"]!["activity"] == "mayor-decision" && (string?)one["source"]!["port"] == "Rejected")!["target"]!["activity"] = "to-decision";
        var file = _folder.Write("loop.json", definition.ToJsonString());

        var run = await _folder.RunAsync("workflows", "validate", file);

        run.Code.ShouldBe(2);
        run.Output.Trim().ShouldEndWith("; lead it to an activity that every way goes through.");
        run.Output.ShouldContain(" is no loop, for some way from the start gets here without ");
    }

    [Fact]
    public async Task An_answer_without_a_connection_is_told_by_file_and_activity()
    {
        var text = await File.ReadAllTextAsync(CommandFolder.Checkout("workflows/project-proposal.json"));
        var file = _folder.Write("gap.json", text.Replace("\\\"outcome\\\": \\\"Reject\\\"", "\\\"outcome\\\": \\\"Refuse\\\"", StringComparison.Ordinal));

        var run = await _folder.RunAsync("workflows", "validate", file);

        run.Code.ShouldBe(2);
        run.Output.Split(Environment.NewLine).ShouldContain($"{file}: formal-check: there is no outcome Reject; Complete, Return, Refuse would be right.");
        run.Output.Split(Environment.NewLine).ShouldContain($"{file}: formal-check: the outcome Refuse leads nowhere; connect it.");
    }

    [Fact]
    public async Task Warnings_are_marked_and_alone_no_reason_to_refuse()
    {
        var run = await _folder.RunAsync("workflows", "validate", Scenario("fc-unreachable") + ".json");
        var json = await _folder.RunAsync("workflows", "validate", Scenario("fc-unreachable") + ".json", "--json");

        (run.Code, run.Error, json.Code).ShouldBe((0, "", 0));
        run.Output.Split(Environment.NewLine)[0].ShouldBe(Scenario("fc-unreachable") + ".json: B: warning: nothing leads here from the start (start); connect it or take it out.");
        var problem = System.Text.Json.Nodes.JsonNode.Parse(json.Output)!["problems"]![0]!;
        ((string?)problem["check"], (string?)problem["severity"]).ShouldBe(("unreachable", "warning"));
    }

    [Fact]
    public async Task A_definition_that_is_not_there_is_a_problem_of_its_own()
    {
        var run = await _folder.RunAsync("workflows", "validate", Path.Combine(_folder.Path, "nowhere.json"), CommandFolder.Checkout("workflows/project-proposal.json"));

        run.Code.ShouldBe(2);
        run.Output.Trim().ShouldStartWith(Path.Combine(_folder.Path, "nowhere.json") + ": -: ");
    }

    private static string Scenario(string name) => CommandFolder.Checkout($"tests/Governance.Workflows.Tests/scenarios/{name}");
}
