using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Instance first, then ballot: the order in which everything is locked.</summary>
internal static class BallotLocking
{
    private static readonly CompiledQuery<Guid, Guid?> CaseOf = new((db, id, _) => db.Set<Ballot>().Where(ballot => ballot.Id == id).Select(ballot => (Guid?)ballot.InstanceId).SingleOrDefault());

    public static async Task<(ProcessInstance Instance, Ballot Ballot)?> LockBallotAsync(this GovernanceDb db, Guid id, CancellationToken ct)
    {
        var instanceId = await CaseOf.AskAsync(db, id, ct);
        if (instanceId is null)
            return null;
        var instance = await db.LockAsync<ProcessInstance>(instanceId.Value, ct);
        var ballot = await db.LockAsync<Ballot>(id, ct);
        return (instance!, ballot!);
    }
}
