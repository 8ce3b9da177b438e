[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Governance.Resilience.Tests;

/// <summary>How much is tried: a minute's worth in every run, the long form where <c>GOVERNANCE_LONG_TESTS</c> is 1.</summary>
public static class Effort
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("GOVERNANCE_LONG_TESTS") == "1";

    /// <summary>How often the program is killed.</summary>
    public static int Kills { get; } = Long ? 20 : 3;

    /// <summary>How often the database server crashes.</summary>
    public static int Crashes { get; } = Long ? 5 : 1;

    /// <summary>How many things two nodes are asked for at the same instant.</summary>
    public static int Races { get; } = Long ? 1000 : 100;

    /// <summary>What chooses moments, tasks and answers: <c>GOVERNANCE_TEST_SEED</c>, or another one each time.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("GOVERNANCE_TEST_SEED"), out var given) ? given : Random.Shared.Next();
}
