using Governance.Tests.Databases;
using Governance.Web.Commands;
using Npgsql;

namespace Governance.Web.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task On_an_empty_folder_the_program_brings_its_own_database_up_to_date()
    {
        var folder = Directory.CreateTempSubdirectory("governance-start-").FullName;
        await using var app = await Web.Hosting.ProgramHost.BuildAsync([$"--Governance:DataPath={folder}/data", "--urls=http://127.0.0.1:0"], CancellationToken.None);

        File.Exists(Path.Combine(folder, "data", "governance.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_block_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("governance-start-").FullName;
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder}/governance.db;Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        var start = Web.Hosting.ProgramHost.BuildAsync([$"--Governance:DataPath={folder}", "--urls=http://127.0.0.1:0"], CancellationToken.None);

        await using var app = await start.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_server_is_migrated_by_command_only_and_the_start_says_so()
    {
        var database = new NpgsqlConnectionStringBuilder(await (await PostgreSqlServer.SharedAsync()).CloneAsync());
        database.Database += "_new";
        string[] settings = ["--Governance:Database:Provider=PostgreSql", $"--Governance:Database:ConnectionString={database}"];

        (await RunAsync(["serve", .. settings])).Error.ShouldContain("run \"database migrate\" first.");
        (await RunAsync(["database", "migrate", .. settings])).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0),
            run => run.Output.ShouldEndWith("up to date" + Environment.NewLine));
        (await RunAsync(["database", "status", .. settings])).Output.ShouldContain("pending: 0");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_sentence()
    {
        var run = await RunAsync(["database", "status", "--Governance:Database:Provider=PostgreSql", "--Governance:Database:ConnectionString=Host=127.0.0.1;Port=1;Database=x;Username=x"]);

        run.Code.ShouldBe(1);
        run.Error.ShouldStartWith("The PostgreSql database cannot be used: ");
        run.Error.ShouldNotContain(" at ");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (await CommandLines.RunAsync(args, output, error), output.ToString(), error.ToString());
    }
}
