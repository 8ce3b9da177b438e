using Governance.Persistence;

namespace Governance.People;

/// <summary>Asks a request's own rule before it is sent: pages show only what the actor may do.</summary>
public sealed class Access(CommandScope scope, GovernanceDb db)
{
    /// <summary>True when the request would not be refused for who sends it.</summary>
    public ValueTask<bool> CanAsync<T>(T request, CancellationToken ct)
        where T : IRule<T> => T.Who.Check(request, scope.Actor, db, ct);
}
