using System.Text.Json.Nodes;

namespace Governance.Web.Tests.Commands;

/// <summary><c>--json</c> where a script would want it: one document on standard output, exit codes and standard error as without it.</summary>
public sealed class JsonOutputTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public async Task Status_and_migration_name_what_is_pending_and_what_was_applied()
    {
        using var empty = new CommandFolder();

        var before = await DocumentAsync(empty, "database", "status");
        var applied = await DocumentAsync(empty, "database", "migrate");
        var after = await DocumentAsync(empty, "database", "status");

        ((string?)before["provider"], before["version"]).ShouldBe(("Sqlite", null));
        before["pending"]!.AsArray().Count.ShouldBeGreaterThan(0);
        JsonNode.DeepEquals(applied["applied"], before["pending"]).ShouldBeTrue();
        ((string?)after["version"], after["pending"]!.AsArray().Count).ShouldBe(((string?)applied["applied"]!.AsArray()[^1], 0));
    }

    [Fact]
    public async Task Verify_gives_every_check_and_no_breach()
    {
        using var city = await demo.CopyAsync();

        var document = await DocumentAsync(city, "verify");

        ((bool?)document["isSound"]).ShouldBe(true);
        document["breaches"]!.AsArray().ShouldBeEmpty();
        document["checks"]!.AsArray().ShouldContain(check => (string?)check!["name"] == "audit-chains" && (long)check["rows"]! > 0 && (int)check["breaches"]! == 0);
    }

    [Fact]
    public async Task Verify_gives_each_breach_with_its_facts_and_amounts_as_strings()
    {
        using var city = await demo.CopyAsync();
        await city.FalsifyAsync("""UPDATE "BudgetLines" SET "PaidCents" = "PaidCents" + 1 WHERE "Id" = (SELECT MIN("Id") FROM "BudgetLines" WHERE "CommittedCents" > 0)""");

        var run = await city.RunAsync("verify", "--json");

        (run.Code, run.Error).ShouldBe((3, ""));
        var document = JsonNode.Parse(run.Output)!;
        ((bool?)document["isSound"]).ShouldBe(false);
        var breach = document["breaches"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)breach["code"]).ShouldBe("budget-line.balance-differs");
        breach["facts"]!.AsObject().Select(fact => fact.Value!.ToJsonString()).ShouldContain("\"0.01\"");
    }

    [Fact]
    public async Task A_loaded_demo_a_token_and_a_person_are_given_to_scripts()
    {
        using var city = await demo.CopyAsync();

        var token = await DocumentAsync(city, "token", "create", "--user", "office", "--name", "script", "--days", "7");
        var person = await DocumentAsync(city, "user", "create", "--name", "anna", "--full-name", "Anna Admin", "--email", "anna@stadt.example");
        var known = await DocumentAsync(city, "user", "create", "--name", "bert", "--full-name", "Bert Admin", "--email", "bert@stadt.example", "--password", "Musterstadt-2026");

        ((string?)token["token"])!.ShouldStartWith("gov_");
        ((DateTime)token["expiresAt"]!).Kind.ShouldBe(DateTimeKind.Utc);
        ((string?)person["name"], ((string?)person["password"])?.Length).ShouldBe(("anna", 20));
        known["password"].ShouldBeNull("a password that was given is not repeated");
    }

    [Fact]
    public async Task Wrong_lines_of_an_import_stand_in_the_document_and_on_standard_error()
    {
        using var city = await demo.CopyAsync();
        var file = city.Write("papers.csv", "reference,title,kind,total_cost_eur,budgeted,follow_up_cost_per_year_eur,steps", "A/1,Radweg,V,1.00,fully,,", "A/2,Radweg,V,-1,fully,,");

        var run = await city.RunAsync("import", "papers", file, "--json", "--Governance:Culture=en");

        run.Code.ShouldBe(2);
        run.Error.ShouldStartWith("line 3: import.negative: ");
        var document = JsonNode.Parse(run.Output)!;
        ((int?)document["lines"], (int?)document["imported"], document["notSubmitted"]!.AsArray().Count).ShouldBe((2, 0, 0));
        var refused = document["refused"]!.AsArray().ShouldHaveSingleItem()!;
        ((int?)refused["line"], (string?)refused["code"], (string?)refused["reasons"]!.AsArray()[0]).ShouldBe((3, "import.negative", "The column total_cost_eur is negative: -1."));
    }

    [Fact]
    public async Task A_computation_gives_result_and_reasons_and_refuses_to_be_a_file()
    {
        using var folder = new CommandFolder();

        var document = await DocumentAsync(folder, "compute", "deadline", "--from", "2026-03-04", "--period", "10d");
        var both = await folder.RunAsync("compute", "deadline", "--file", folder.Write("cases.csv", "from,period", "2026-03-04,10d"), "--json");
        var wrong = await folder.RunAsync("compute", "deadline", "--from", "2026-03-04", "--period", "0d", "--json");

        ((string?)document["result"]).ShouldBe("2026-03-16");
        document["why"]!.AsArray().ShouldNotBeEmpty();
        (both.Code, both.Output).ShouldBe((2, ""));
        both.Error.ShouldContain("--json");
        (wrong.Code, wrong.Output).ShouldBe((2, ""));
        wrong.Error.ShouldContain("0d");
    }

    [Fact]
    public async Task Problems_of_definitions_are_given_with_file_and_activity()
    {
        using var folder = new CommandFolder();
        var file = folder.Write("broken.json", "{ no JSON");

        var run = await folder.RunAsync("workflows", "validate", file, CommandFolder.Checkout("workflows/project-proposal.json"), "--json");

        run.Code.ShouldBe(2);
        var problem = JsonNode.Parse(run.Output)!["problems"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)problem["file"], problem["activity"]).ShouldBe((file, null));
        ((string?)problem["message"]).ShouldNotBeNullOrEmpty();
    }

    private static async Task<JsonNode> DocumentAsync(CommandFolder folder, params string[] line)
    {
        var run = await folder.RunAsync([.. line, "--json"]);
        (run.Code, run.Error).ShouldBe((0, ""), run.Output);
        return JsonNode.Parse(run.Output)!;
    }
}
