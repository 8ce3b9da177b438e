namespace Governance.Workflows;

/// <summary>Everything from outside that a run may depend on.</summary>
/// <param name="Instant">The time that scripts and deadlines see during the whole burst.</param>
/// <param name="Seed">Where random numbers and new ids in scripts start from.</param>
public sealed record RunContext(DateTimeOffset Instant, ulong Seed, RunLimits Limits)
{
    public RunContext(DateTimeOffset instant, ulong seed) : this(instant, seed, RunLimits.Default) { }
}

/// <summary>What one burst and one script may use.</summary>
public sealed record RunLimits
{
    public static RunLimits Default { get; } = new();

    /// <summary>Activities between two waits; beyond it the instance faults.</summary>
    public int MaxActivitiesPerBurst { get; init; } = 20_000;

    /// <summary>Activities that are scheduled at once; the activity fails that would schedule more.</summary>
    public int MaxScheduled { get; init; } = 20_000;

    /// <summary>JavaScript statements per script: the rule, since it is deterministic.</summary>
    public int MaxScriptStatements { get; init; } = 100_000;

    /// <summary>JavaScript statements of all scripts between two waits; each script counts as <see cref="ScriptCost"/> more. Beyond it the
    /// activity fails that has the script.</summary>
    public int MaxBurstStatements { get; init; } = 1_000_000;

    /// <summary>Statements that an engine of its own is worth.</summary>
    public const int ScriptCost = 200;

    /// <summary>Characters that scripts and templates may give between two waits, in all.</summary>
    public int MaxBurstLength { get; init; } = 20_000_000;

    /// <summary>The safety net for what statements do not count.</summary>
    public TimeSpan ScriptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes that a script may allocate: 64 MiB.</summary>
    public long MaxScriptMemory { get; init; } = 67_108_864;

    /// <summary>Nested calls in a script.</summary>
    public int MaxScriptRecursion { get; init; } = 200;

    /// <summary>Characters of a text that a script builds at once, and elements of an array.</summary>
    public int MaxScriptLength { get; init; } = 1_000_000;

    /// <summary>How long one regular expression may search.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(100);
}
