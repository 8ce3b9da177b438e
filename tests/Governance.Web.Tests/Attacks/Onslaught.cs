using System.Globalization;

namespace Governance.Web.Tests.Attacks;

/// <summary>How much is tried and in which order. The seed is printed with each run: <c>GOVERNANCE_TEST_SEED</c> repeats one.
/// <c>GOVERNANCE_LONG_TESTS=1</c> tries everything, in another order each day; otherwise a sample, always the same: a commit is green or it
/// is not.</summary>
public sealed class Onslaught
{
    private readonly Random _random;

    /// <summary>Begins, and says with which seed.</summary>
    public Onslaught()
    {
        Seed = int.TryParse(Environment.GetEnvironmentVariable("GOVERNANCE_TEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given : IsLong ? DateTime.UtcNow.DayOfYear : 1;
        _random = new Random(Seed);
        TestContext.Current.SendDiagnosticMessage("GOVERNANCE_TEST_SEED={0}{1}", Seed, IsLong ? " GOVERNANCE_LONG_TESTS=1" : "");
    }

    /// <summary>Whether there is time.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("GOVERNANCE_LONG_TESTS") == "1";

    /// <summary>What makes the run repeatable.</summary>
    public int Seed { get; }

    /// <summary>All of them in the long form, otherwise so many by chance.</summary>
    public IReadOnlyList<T> Some<T>(IEnumerable<T> all, int most)
    {
        var list = all.ToArray();
        if (IsLong)
            return list;
        _random.Shuffle(list);
        return list.Length <= most ? list : list[..most];
    }
}
