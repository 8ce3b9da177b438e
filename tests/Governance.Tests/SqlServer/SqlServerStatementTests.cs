namespace Governance.Tests.SqlServer;

public sealed class SqlServerStatementTests(WholeProgram program, ITestOutputHelper output) : IClassFixture<WholeProgram>
{
    [Fact]
    public void Every_statement_is_valid_on_the_schema()
    {
        output.WriteLine($"{program.Twin.Statements.Count} statements, {program.Twin.Requests.Count} requests, {program.Twin.Sites.Count} sites");
        program.Twin.Untranslatable.Keys.ShouldBeEmpty();
        SqlServerModel.ProblemsOf(program.Twin.Statements.Keys).ShouldBeEmpty();
    }
}
