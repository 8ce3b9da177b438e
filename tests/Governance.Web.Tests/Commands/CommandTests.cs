namespace Governance.Web.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_empty_folder_is_migrated_once()
    {
        (await RunAsync("database", "status")).Output.ShouldContain("version: none");
        (await RunAsync("database", "migrate")).Output.ShouldContain("applied: ");
        (await RunAsync("database", "migrate")).Output.ShouldBe("up to date" + Environment.NewLine);
        (await RunAsync("database", "status")).Output.ShouldContain("pending: 0");
    }

    [Theory]
    [InlineData("Sqlite", "Data Source=nowhere", "CREATE TABLE \"Proposals\"")]
    [InlineData("PostgreSql", "Host=nowhere", "IF NOT EXISTS(SELECT 1 FROM \"__EFMigrationsHistory\"")]
    [InlineData("SqlServer", "Server=nowhere", "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON")]
    public async Task The_script_for_each_database_is_printed_without_a_connection(string provider, string connectionString, string part)
    {
        var run = await RunAsync("database", "script", $"--Governance:Database:Provider={provider}", $"--Governance:Database:ConnectionString={connectionString}");

        (run.Code, run.Error).ShouldBe((0, ""));
        run.Output.ShouldContain(part);
        Directory.EnumerateFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_script_from_a_migration_that_there_is_not_is_refused()
    {
        var run = await RunAsync("database", "script", "--from", "Nowhere");

        (run.Code, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("There is no migration Nowhere");
    }

    [Fact]
    public async Task A_token_is_printed_alone_so_that_scripts_can_take_it()
    {
        await CreateAsync("office");

        var run = await RunAsync("token", "create", "--user", "office", "--name", "script", "--days", "7");

        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.Trim().ShouldMatch("^gov_[A-Za-z0-9_-]{43}$");
    }

    [Fact]
    public async Task A_token_for_nobody_is_refused_on_standard_error()
    {
        var run = await RunAsync("token", "create", "--user", "nobody", "--name", "script");

        run.ShouldBe((1, "", "Es gibt niemanden mit dem Anmeldenamen „nobody“." + Environment.NewLine));
    }

    [Fact]
    public async Task Wrong_input_is_told_by_field()
    {
        var run = await RunAsync("user", "create", "--name", "x", "--full-name", "X", "--email", "nowhere", "--password", "short", "--Governance:Culture=en");

        run.Code.ShouldBe(1);
        run.Error.ShouldContain("Email: This is not a mail address.");
        run.Error.ShouldContain("Password: The password needs at least 12 characters.");
    }

    [Fact]
    public async Task A_password_is_made_up_when_none_is_given() =>
        (await CreateAsync("office")).Output.Trim().ShouldMatch("^password: [A-Za-z2-9]{20}$");

    [Fact]
    public async Task A_name_is_given_once()
    {
        await CreateAsync("office");

        (await CreateAsync("OFFICE")).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(1), run => run.Error.ShouldContain("vergeben"));
    }

    [Fact]
    public async Task People_are_locked_and_unlocked()
    {
        await CreateAsync("office");

        (await RunAsync("user", "lock", "office")).ShouldBe((0, "locked" + Environment.NewLine, ""));
        (await RunAsync("user", "unlock", "office")).ShouldBe((0, "unlocked" + Environment.NewLine, ""));
        (await RunAsync("user", "lock", "nobody")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_city_without_the_demo_is_founded_once()
    {
        (await RunAsync("city", "found")).ShouldBe((0, "founded" + Environment.NewLine, ""));

        (await RunAsync("city", "found")).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(1), run => run.Error.ShouldContain("ohne Gremien"));
        (await RunAsync("demo", "load")).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(1), run => run.Error.ShouldContain("Es gibt schon Gremien"));
    }

    [Theory]
    [InlineData("--help", "database")]
    [InlineData("serve --help", "http://localhost:5080")]
    [InlineData("database migrate --help", "up to date")]
    [InlineData("token create --help", "--days")]
    [InlineData("user create --help", "--role")]
    public async Task Each_command_explains_itself(string line, string expected)
    {
        var run = await RunAsync(line.Split(' '));

        run.Code.ShouldBe(0);
        run.Output.ShouldContain(expected);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    [InlineData("serve nonsense")]
    [InlineData("database")]
    [InlineData("database migrate --nonsense")]
    [InlineData("token create --days many")]
    public async Task A_wrong_line_fails_and_names_the_help(string line)
    {
        var run = await RunAsync(line.Split(' '));

        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("--help");
    }

    private Task<(int Code, string Output, string Error)> CreateAsync(string name) =>
        RunAsync("user", "create", "--name", name, "--full-name", "Frau " + name, "--email", name + "@stadt.example", "--role", "Office", "Clerk");

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] line) => _folder.RunAsync(line);
}
