using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>The lock of a ballot is that of its case: nothing changes a ballot, its members or its tasks without it.</summary>
internal static class BallotLocking
{
    private static readonly CompiledQuery<Guid, ProcessInstance?> CaseOf = new((db, id, _) =>
        db.Set<ProcessInstance>().TagWith(RowLocks.Tag).SingleOrDefault(row => row.Id == db.Set<Ballot>().Where(ballot => ballot.Id == id).Select(ballot => ballot.InstanceId).FirstOrDefault()));

    private static readonly CompiledQuery<Guid, Ballot> ById = new((db, id, _) => db.Set<Ballot>().Single(row => row.Id == id));

    /// <summary>The case of a ballot, locked, or null when there is no such ballot. What is read of the ballot afterwards is as it is.</summary>
    public static Task<ProcessInstance?> LockCaseOfBallotAsync(this GovernanceDb db, Guid id, CancellationToken ct) => CaseOf.AskAsync(db, id, ct);

    /// <summary>The ballot, read afresh once its case is locked.</summary>
    public static Task<Ballot> BallotAsync(this GovernanceDb db, Guid id, CancellationToken ct) => ById.AskAsync(db, id, ct);

    /// <summary>Both.</summary>
    public static async Task<(ProcessInstance Instance, Ballot Ballot)?> LockBallotAsync(this GovernanceDb db, Guid id, CancellationToken ct) =>
        await db.LockCaseOfBallotAsync(id, ct) is { } instance ? (instance, await db.BallotAsync(id, ct)) : null;
}
