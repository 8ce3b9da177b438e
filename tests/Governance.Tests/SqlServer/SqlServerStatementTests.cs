using System.Globalization;
using System.Text;
using Governance.Database.SqlServer;
using Governance.Tests.Access;
using Governance.Tests.City;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Tests.SqlServer;

/// <summary>Every text that the program sends is valid SQL Server 2022 on the program's schema.</summary>
public sealed class SqlServerStatementTests(WholeProgram program, ITestOutputHelper output) : IClassFixture<WholeProgram>
{
    private const int MostShown = 20;

    // Queries that no definition of workflows/ leads to, with the reason.
    private static readonly Dictionary<string, string> NotSent = new(StringComparer.Ordinal)
    {
        ["src/Governance/Inbox/RequestDecision.cs proposal.OwnerId).SingleAsync"] = "a step before it always has the proposal in memory",
    };

    [Fact]
    public void Every_statement_is_valid_on_the_schema()
    {
        program.Twin.Untranslatable.Keys.ShouldBeEmpty();
        var problems = SqlServerModel.ProblemsOf(program.Twin.Statements.Keys);

        problems.Take(MostShown).ShouldBeEmpty($"{problems.Count} problems");
    }

    [Fact]
    public void A_wrong_column_or_type_or_word_would_be_found()
    {
        foreach (var wrong in new[] { "SELECT [Nowhere] FROM [Proposals]", "SELECT [Id] FROM [Nowhere]", "SELECT [Id] FRM [Proposals]" })
            SqlServerModel.ProblemsOf([new Statement(wrong, "")]).ShouldNotBeEmpty(wrong);
        SqlServerModel.ProblemsOf([new Statement("SELECT [Id] FROM [Proposals] WHERE [Id] = @id", "")]).ShouldNotBeEmpty();
        SqlServerModel.ProblemsOf([new Statement("SELECT [Id] FROM [Proposals] WHERE [Id] = @id", "@id uniqueidentifer")]).ShouldNotBeEmpty();
        SqlServerModel.ProblemsOf([new Statement("SELECT [Id] FROM [Proposals] WHERE [Id] = @id", "@id uniqueidentifier")]).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_led_to_a_statement()
    {
        var silent = RoleActionTable.Requests.Select(request => request.Name).Except(program.Twin.Requests.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);

        silent.ShouldBeEmpty("A new use case needs its step in one of the acts of WholeProgram.");
    }

    [Fact]
    public void Every_query_of_the_source_was_sent()
    {
        var sites = QuerySites.All().ToList();
        var missed = sites.Where(query => !query.Statements.Any(program.Twin.Sites.ContainsKey)).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sites.Count - missed.Count} of {sites.Count} query sites, {program.Twin.Requests.Count} requests, {program.Twin.Statements.Count} distinct statements"));

        missed.Where(query => !NotSent.Keys.Any(known => Fits(known, query.Site, query.Text))).Select(query => $"{query.Site} {query.Text}").ShouldBeEmpty("A new query needs a step in one of the acts of WholeProgram.");
        NotSent.Keys.Where(known => !missed.Exists(query => Fits(known, query.Site, query.Text))).ShouldBeEmpty("No longer an exception.");
    }

    private static bool Fits(string known, CallSite site, string text) => known.Split(' ', 2) is [var file, var part] && site.File == file && text.Contains(part, StringComparison.Ordinal);

    [Fact]
    public void Rows_are_locked_where_the_source_locks_them()
    {
        var locking = program.Twin.Statements.Keys.Where(statement => statement.Text.StartsWith("-- for update", StringComparison.Ordinal)).ToList();

        locking.ShouldNotBeEmpty();
        locking.ShouldAllBe(statement => statement.Text.Contains("] WITH (UPDLOCK, ROWLOCK)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_migration_script_for_administrators_is_valid_on_the_schema()
    {
        using var db = SqlServerTwin.Open();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        SqlServerModel.ProblemsOf(SqlServerModel.BatchesOf(script).Select(batch => new Statement(batch, ""))).ShouldBeEmpty();

        // The model has no system views: nothing else may be unknown.
        SqlServerModel.ProblemsOf(SqlServerProvider.Isolation.Select(one => new Statement(one, ""))).ShouldAllBe(problem => problem.Contains("[sys].[databases]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_statements_are_printed()
    {
        var text = new StringBuilder();
        foreach (var (statement, where) in program.Twin.Statements.OrderBy(one => one.Value, StringComparer.Ordinal))
            text.Append("-- ").AppendLine(where).Append("-- ").AppendLine(statement.Parameters).AppendLine(statement.Text).AppendLine();
        Directory.CreateDirectory(Repository.File("artifacts"));
        await File.WriteAllTextAsync(Repository.File("artifacts/sqlserver-statements.sql"), text.ToString());

        text.Length.ShouldBePositive();
    }
}
