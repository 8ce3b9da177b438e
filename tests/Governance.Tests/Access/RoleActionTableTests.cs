using System.Reflection;
using System.Text;
using Governance.People;
using Governance.Persistence;
using Governance.Tests.City;

namespace Governance.Tests.Access;

/// <summary>Role × action: each request asks the rule that stands in the table, for everybody.</summary>
public sealed class RoleActionTableTests(AccessCity city, ITestOutputHelper output) : IClassFixture<AccessCity>
{
    private static readonly MethodInfo Ask = typeof(RoleActionTableTests).GetMethod(nameof(MayAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The lines by name.</summary>
    public static TheoryData<string> Actions => [.. RoleActionTable.Rows.Select(row => row.Action)];

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Exactly_those_named_in_the_table_may(string action)
    {
        var row = RoleActionTable.Rows.Single(row => row.Action == action);
        (await AllowedAsync(row)).ShouldBe(row.Allowed.Split(' '));
    }

    [Fact]
    public void Every_request_has_a_line() => RoleActionTable.Requests
        .Select(type => type.Name).Except(RoleActionTable.Rows.Select(row => row.Action.Split(',')[0]), StringComparer.Ordinal).ShouldBeEmpty("A new request needs its line in RoleActionTable.");

    [Fact]
    public async Task The_table_is_printed()
    {
        var table = new StringBuilder("| Request | Rule | ").AppendJoin(" | ", city.Everybody.Select(person => person.Name)).Append(" |\n|---|---|")
            .Append(string.Concat(Enumerable.Repeat(":-:|", city.Everybody.Count))).Append('\n');
        foreach (var row in RoleActionTable.Rows)
        {
            var allowed = await AllowedAsync(row);
            table.Append("| ").Append(row.Action).Append(" | ").Append(RuleOf(row.Request(city).GetType())).Append(" | ")
                .AppendJoin(" | ", city.Everybody.Select(person => allowed.Contains(person.Name, StringComparer.Ordinal) ? "yes" : "")).Append(" |\n");
        }

        output.WriteLine(table.ToString());
        Directory.CreateDirectory(Repository.File("artifacts"));
        await File.WriteAllTextAsync(Repository.File("artifacts/access.md"), table.ToString());
        table.ToString().ShouldContain("| CastVote | member entitled to vote, in office today |");
    }

    private async Task<List<string>> AllowedAsync(RoleActionTable.Row row)
    {
        await using var db = city.City.Database.Open();
        var request = row.Request(city);
        var allowed = new List<string>();
        foreach (var (name, actor) in city.Everybody)
            if (await (ValueTask<bool>)Ask.MakeGenericMethod(request.GetType()).Invoke(null, [request, actor, db])!)
                allowed.Add(name);
        return allowed;
    }

    private static ValueTask<bool> MayAsync<T>(T request, Actor actor, GovernanceDb db)
        where T : IRule<T> => T.Who.Check(request, actor, db, CancellationToken.None);

    private static string RuleOf(Type request)
    {
        var who = request.GetProperty("Who", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        return (string)who.GetType().GetProperty("Name")!.GetValue(who)!;
    }
}
