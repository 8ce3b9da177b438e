using Governance.People;

namespace Governance.Persistence;

/// <summary>What one request's scope knows: who acts, and whether a transaction of a command is already open in it (then
/// further commands join it instead of opening their own).</summary>
public sealed class CommandScope
{
    /// <summary>Who acts; set by the surface before the first request is sent.</summary>
    public Actor Actor { get; set; } = Actor.Visitor;

    /// <summary>True inside a command's transaction.</summary>
    public bool InTransaction { get; internal set; }

    /// <summary>The caller's key that makes a repeated command give its first answer again, or null.</summary>
    public string? IdempotencyKey { get; set; }
}
