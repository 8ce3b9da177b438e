using System.Collections.Concurrent;
using Governance.Audit;
using Governance.Ballots;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Resilience.Tests.Clients;

/// <summary>Every answer that a client got, to be found in the rows whatever happened since. Comments bear the key of their request:
/// so the row says which request was done.</summary>
public sealed class GivenAnswers
{
    private readonly ConcurrentDictionary<Guid, (Guid Who, string Outcome, string Key)> _tasks = new();
    private readonly ConcurrentDictionary<(Guid Ballot, Guid Who), string> _votes = new();
    private readonly ConcurrentDictionary<Guid, string> _numbers = new();
    private readonly ConcurrentDictionary<string, Guid> _refused = new(StringComparer.Ordinal);

    /// <summary>A task was answered; nobody may have been told so of the same task.</summary>
    public void Task(Guid task, Guid who, string outcome, string key) => _tasks.TryAdd(task, (who, outcome, key)).ShouldBeTrue($"two requests were told that they answered task {task}");

    /// <summary>The answer was refused: another request had been faster.</summary>
    public void Refused(Guid task, string key) => _refused[key] = task;

    /// <summary>A vote was taken.</summary>
    public void Vote(Guid ballot, Guid who, string choice) => _votes.TryAdd((ballot, who), choice).ShouldBeTrue($"{who} was told twice that they voted in {ballot}");

    /// <summary>A proposal was submitted under that number.</summary>
    public void Submission(Guid proposal, string number) => _numbers.TryAdd(proposal, number).ShouldBeTrue();

    /// <summary>Compares all answers given until now with the rows. Returns what differs.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(GovernanceDb db)
    {
        // First what was promised, then one view of the rows: what is promised meanwhile is compared the next time.
        var (tasks, votes, numbers, refused) = (_tasks.ToArray(), _votes.ToArray(), _numbers.ToArray(), _refused.ToArray());
        await using var view = await db.Database.BeginTransactionAsync(db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? System.Data.IsolationLevel.ReadUncommitted : System.Data.IsolationLevel.RepeatableRead);
        return [.. await TasksAsync(db, tasks, refused), .. await VotesAsync(db, votes), .. await NumbersAsync(db, numbers), .. await TwiceAsync(db)];
    }

    private static async Task<List<string>> TasksAsync(GovernanceDb db, KeyValuePair<Guid, (Guid Who, string Outcome, string Key)>[] given, KeyValuePair<string, Guid>[] refused)
    {
        var rows = await db.Set<InboxTask>().Where(row => row.Comment != null).Select(row => new { row.Id, row.IsOpen, row.CompletedBy, row.Outcome, row.Comment }).ToDictionaryAsync(row => row.Id);
        var lost = given.Where(one => !rows.TryGetValue(one.Key, out var row) || row.IsOpen || (row.CompletedBy, row.Outcome, row.Comment) != (one.Value.Who, one.Value.Outcome, one.Value.Key))
            .Select(one => $"task {one.Key} was answered {one.Value}, the row says {rows.GetValueOrDefault(one.Key)}");
        var done = rows.Values.Select(row => row.Comment!).ToHashSet(StringComparer.Ordinal);
        return [.. lost, .. refused.Where(one => done.Contains(one.Key)).Select(one => $"task {one.Value}: {one.Key} was told that another request had been faster, and it was this one that was done")];
    }

    private static async Task<IEnumerable<string>> VotesAsync(GovernanceDb db, KeyValuePair<(Guid Ballot, Guid Who), string>[] given)
    {
        var rows = await db.Set<BallotMember>().Where(row => row.Choice != null).ToDictionaryAsync(row => (row.BallotId, row.PersonId), row => row.Choice!.Value.ToString());
        return given.Where(one => !one.Value.Equals(rows.GetValueOrDefault(one.Key), StringComparison.OrdinalIgnoreCase))
            .Select(one => $"{one.Key} voted {one.Value}, the row says {rows.GetValueOrDefault(one.Key)}");
    }

    private static async Task<IEnumerable<string>> NumbersAsync(GovernanceDb db, KeyValuePair<Guid, string>[] given)
    {
        var rows = await db.Set<Proposal>().Where(row => row.Number != null).ToDictionaryAsync(row => row.Id, row => row.Number);
        return given.Where(one => rows.GetValueOrDefault(one.Key) != one.Value).Select(one => $"{one.Key} was submitted as {one.Value}, the row says {rows.GetValueOrDefault(one.Key)}");
    }

    // Everything done has left exactly one entry in the audit trail.
    private static async Task<List<string>> TwiceAsync(GovernanceDb db)
    {
        var entries = await db.Set<AuditEntry>().GroupBy(entry => entry.Action).Select(action => new { action.Key, Count = action.Count() }).ToDictionaryAsync(action => action.Key, action => action.Count);
        return
        [
            .. Compare("task.completed", await db.Set<InboxTask>().CountAsync(task => task.Outcome != null)),
            .. Compare("ballot.closed", await db.Set<Ballot>().CountAsync(ballot => ballot.Status == BallotStatus.Closed)),
            .. Compare("proposal.submitted", await db.Set<ProposalVersion>().CountAsync()),
            .. Compare("proposal.submitted", await db.Set<Proposal>().CountAsync(proposal => proposal.Number != null)),
        ];

        IEnumerable<string> Compare(string action, int rows) => entries.GetValueOrDefault(action) == rows ? [] : [$"{rows} rows, but {entries.GetValueOrDefault(action)} entries {action}"];
    }
}
