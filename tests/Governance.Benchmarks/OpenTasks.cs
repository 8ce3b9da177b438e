using System.Globalization;
using Governance.Inbox;
using Governance.Processes;
using Governance.Proposals;
using Governance.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Governance.Benchmarks;

/// <summary>Fills a database with open notices of many people by copying one real case, one statement a table.</summary>
internal sealed class OpenTasks(BenchmarkCity city)
{
    private const int TasksOfAProposal = 50;

    /// <summary>The name of the person whose inbox is opened, and how many of the tasks are theirs.</summary>
    public const string Member = "council1";

    /// <summary>See <see cref="Member"/>.</summary>
    public const int TasksOfTheMember = 200;

    private bool IsSqlite => city.Settings.Database.Provider == DatabaseProvider.Sqlite;

    /// <summary>Copies the proposal with its case until there are <paramref name="count"/> open tasks.</summary>
    public async Task FillAsync(Guid proposal, int count, CancellationToken ct)
    {
        var instance = await city.LookAsync(db => db.Set<Proposal>().Where(row => row.Id == proposal).Select(row => row.InstanceId!.Value).SingleAsync(ct));
        var member = (await city.ActorAsync(Member, ct)).PersonId;
        var proposals = Math.Max(count / TasksOfAProposal, 1);
        await CopyAsync<ProcessInstance>(instance, proposals, new() { ["Id"] = Numbered(1, "n"), ["SubjectId"] = Numbered(2, "n") }, ct);
        await CopyAsync<Proposal>(proposal, proposals, new() { ["Id"] = Numbered(2, "n"), ["InstanceId"] = Numbered(1, "n"), ["Number"] = Text("'F-' || n"), ["ImportReference"] = "NULL", ["ProjectKey"] = "NULL" }, ct);
        var task = await city.LookAsync(db => db.Set<InboxTask>().Where(row => row.ProposalId == proposal && row.IsOpen).Select(row => row.Id).FirstAsync(ct));
        await CopyAsync<InboxTask>(
            task, count,
            new()
            {
                ["Id"] = Numbered(3, "n"),
                ["InstanceId"] = Numbered(1, $"(n % {proposals} + 1)"),
                ["ProposalId"] = Numbered(2, $"(n % {proposals} + 1)"),
                ["BookmarkKey"] = "NULL",
                ["Kind"] = "'Notice'",
                ["Assignee"] = $"CASE WHEN n <= {TasksOfTheMember} THEN '{Assignee.Person(member)}' ELSE 'person:' || {Hex("(n % 5000)", 32)} END",
                ["DueAt"] = IsSqlite ? "datetime(\"DueAt\", '+' || (n % 60) || ' days')" : "\"DueAt\" + (n % 60) * interval '1 day'",
            },
            ct);
        await CountAsync(ct);
    }

    /// <summary>
    /// The database counts its rows, as PostgreSQL does by itself within a minute of use: without it a plan made when a table was empty
    /// reads all of it for each foreign key.
    /// </summary>
    public Task<int> CountAsync(CancellationToken ct) =>
        city.LookAsync(db => db.Database.ExecuteSqlRawAsync(IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE" : "VACUUM ANALYZE", ct));

    private Task<int> CopyAsync<T>(Guid of, int count, Dictionary<string, string> changed, CancellationToken ct)
        where T : Persistence.Entity =>
        city.LookAsync(db =>
        {
            var type = db.Model.FindEntityType(typeof(T))!;
            var columns = type.GetProperties().Select(property => property.GetColumnName()).Where(column => column != nameof(Persistence.Entity.Sequence)).ToList();
            var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
            var values = string.Join(", ", columns.Select(column => changed.GetValueOrDefault(column, $"\"{column}\"")));
            var series = IsSqlite
                ? $"(WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < {count}) SELECT n FROM series)"
                : $"generate_series(1, {count})";
            var id = IsSqlite ? $"'{of.ToString().ToUpperInvariant()}'" : $"'{of}'";
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            return db.Database.ExecuteSqlRawAsync($"INSERT INTO \"{type.GetTableName()}\" ({names}) SELECT {values} FROM \"{type.GetTableName()}\" CROSS JOIN {series} AS s(n) WHERE \"Id\" = {id}".Replace(
                "AS s(n)", IsSqlite ? "" : "AS s(n)", StringComparison.Ordinal), ct);
        });

    private string Numbered(int kind, string number) => IsSqlite
        ? $"'0000000{kind.ToString(CultureInfo.InvariantCulture)}-0000-7000-8000-' || {Hex(number, 12)}"
        : $"('0000000{kind.ToString(CultureInfo.InvariantCulture)}-0000-7000-8000-' || {Hex(number, 12)})::uuid";

    private string Hex(string number, int digits) => IsSqlite ? $"printf('%0{digits}X', {number})" : $"lpad(to_hex({number}), {digits}, '0')";

    private static string Text(string expression) => $"({expression})";
}
