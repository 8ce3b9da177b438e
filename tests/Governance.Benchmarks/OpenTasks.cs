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

    private readonly Copies _copies = new(city);

    private bool IsSqlite => city.Settings.Database.Provider == DatabaseProvider.Sqlite;

    /// <summary>Copies the proposal with its case until there are <paramref name="count"/> open tasks.</summary>
    public async Task FillAsync(Guid proposal, int count, CancellationToken ct)
    {
        var instance = await city.LookAsync(db => db.Set<Proposal>().Where(row => row.Id == proposal).Select(row => row.InstanceId!.Value).SingleAsync(ct));
        var member = (await city.ActorAsync(Member, ct)).PersonId;
        var proposals = Math.Max(count / TasksOfAProposal, 1);
        await _copies.OfAsync<ProcessInstance>(instance, proposals, new() { ["Id"] = Copies.Numbered(IsSqlite, 1, "n"), ["SubjectId"] = Copies.Numbered(IsSqlite, 2, "n") }, ct);
        await _copies.OfAsync<Proposal>(proposal, proposals, new() { ["Id"] = Copies.Numbered(IsSqlite, 2, "n"), ["InstanceId"] = Copies.Numbered(IsSqlite, 1, "n"), ["Number"] = Text("'F-' || n"), ["ImportReference"] = "NULL", ["ProjectKey"] = "NULL" }, ct);
        var task = await city.LookAsync(db => db.Set<InboxTask>().Where(row => row.ProposalId == proposal && row.IsOpen).Select(row => row.Id).FirstAsync(ct));
        await _copies.OfAsync<InboxTask>(
            task, count,
            new()
            {
                ["Id"] = Copies.Numbered(IsSqlite, 3, "n"),
                ["InstanceId"] = Copies.Numbered(IsSqlite, 1, $"(n % {proposals} + 1)"),
                ["ProposalId"] = Copies.Numbered(IsSqlite, 2, $"(n % {proposals} + 1)"),
                ["BookmarkKey"] = "NULL",
                ["Kind"] = "'Notice'",
                ["Assignee"] = $"CASE WHEN n <= {TasksOfTheMember} THEN '{Assignee.Person(member)}' ELSE 'person:' || {Copies.Hex(IsSqlite, "(n % 5000)", 32)} END",
                ["DueAt"] = IsSqlite ? "datetime(\"DueAt\", '+' || (n % 60) || ' days')" : "\"DueAt\" + (n % 60) * interval '1 day'",
            },
            ct);
        await _copies.CountAsync(ct);
    }

    private static string Text(string expression) => $"({expression})";
}
