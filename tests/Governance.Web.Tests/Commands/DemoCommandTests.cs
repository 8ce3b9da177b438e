namespace Governance.Web.Tests.Commands;

/// <summary><c>demo load</c>, and <c>verify</c> on what it loaded.</summary>
public sealed class DemoCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public void An_empty_database_becomes_the_demo_city()
    {
        (demo.Loaded.Code, demo.Loaded.Error).ShouldBe((0, ""));
        demo.Loaded.Output.Trim().ShouldMatch("^proposals: [1-9][0-9]*$");
    }

    [Fact]
    public async Task A_second_load_is_refused_and_changes_nothing()
    {
        using var city = await demo.CopyAsync();
        var before = await city.FingerprintAsync();

        (await city.RunAsync("demo", "load")).ShouldBe((1, "", "Die Demostadt lässt sich nur in eine leere Datenbank laden." + Environment.NewLine));

        (await city.FingerprintAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("--scale", "0")]
    [InlineData("--scale", "1001")]
    [InlineData("--scale", "many")]
    [InlineData("--nonsense")]
    [InlineData("twice")]
    public async Task A_wrong_load_names_the_help_and_touches_no_database(params string[] words)
    {
        using var empty = new CommandFolder();

        var run = await empty.RunAsync(["demo", "load", .. words]);

        (run.Code, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("governance demo load --help");
        Directory.EnumerateFiles(empty.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sound_city_is_verified_and_every_check_says_what_it_counted()
    {
        using var city = await demo.CopyAsync();
        var before = await city.FingerprintAsync();

        var run = await city.RunAsync("verify");

        (run.Code, run.Error).ShouldBe((0, ""), run.Output);
        var lines = run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThan(10);
        lines.ShouldAllBe(line => line.EndsWith(" checked, 0 breaches", StringComparison.Ordinal) && !line.Contains(": 0 checked", StringComparison.Ordinal));
        (await city.FingerprintAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("""UPDATE "BudgetLines" SET "PaidCents" = "PaidCents" + 1 WHERE "Id" = (SELECT MIN("Id") FROM "BudgetLines" WHERE "CommittedCents" > 0)""", "budget-line-balances", "budget-line.balance-differs")]
    [InlineData("""UPDATE "AuditEntries" SET "ActorName" = 'Nobody' WHERE "Sequence" = (SELECT MIN("Sequence") FROM "AuditEntries")""", "audit-chains", "audit.hash-differs")]
    [InlineData("""UPDATE "Ballots" SET "Outcome" = 'RejectedByMajority' WHERE "Id" = (SELECT MIN("Id") FROM "Ballots" WHERE "Procedure" = 'Circular' AND "Outcome" = 'AdoptedUnanimously')""", "ballot-results", "ballot.result-differs")]
    public async Task A_row_falsified_behind_the_programs_back_is_named(string sql, string check, string breach)
    {
        using var city = await demo.CopyAsync();
        (await city.FalsifyAsync(sql)).ShouldBe(1);

        var run = await city.RunAsync("verify");

        (run.Code, run.Error).ShouldBe((3, ""));
        run.Output.ShouldContain($", 1 breaches{Environment.NewLine}");
        run.Output.Split(Environment.NewLine).Single(line => line.StartsWith(check + ": ", StringComparison.Ordinal)).ShouldEndWith(" checked, 1 breaches");
        run.Output.TrimEnd().Split(Environment.NewLine)[^1].ShouldMatch($"^{breach.Replace(".", "\\.", StringComparison.Ordinal)}: [A-Za-z]+=.+");
    }

    [Fact]
    public async Task A_wrong_option_of_verify_is_no_breach()
    {
        using var empty = new CommandFolder();

        var run = await empty.RunAsync("verify", "--nonsense");

        (run.Code, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("governance verify --help");
    }
}
