namespace Governance.Processes;

/// <summary>What a definition may name.</summary>
/// <param name="Bodies">The codes of the city's bodies, or null where they are not known: then bodies are not asked for.</param>
/// <param name="Workflows">The published workflows, or null where they are not known: then workflows are not asked for.</param>
/// <param name="Addresses">Where requests may go, or null where that is not known: then it is not asked for.</param>
public sealed record KnownNames(IReadOnlySet<string>? Bodies, IReadOnlySet<string>? Workflows, AllowedAddresses? Addresses)
{
    /// <summary>Nothing is asked for.</summary>
    public static KnownNames Unknown { get; } = new(null, null, null);
}
