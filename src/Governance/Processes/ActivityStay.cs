namespace Governance.Processes;

/// <summary>How long cases waited at an activity that was then completed, to the hour.</summary>
/// <param name="Cases">How many waits.</param>
/// <param name="Average">The mean.</param>
/// <param name="NineOfTen">Nine of ten took no longer.</param>
/// <param name="Longest">None took longer.</param>
public sealed record ActivityStay(int Cases, TimeSpan Average, TimeSpan NineOfTen, TimeSpan Longest)
{
    /// <summary>From how many waits took how many hours.</summary>
    public static ActivityStay Of(IEnumerable<(int Hours, int Count)> counts)
    {
        var sorted = counts.OrderBy(one => one.Hours).ToList();
        var cases = sorted.Sum(one => one.Count);
        var (rank, passed) = ((int)Math.Ceiling(cases * 0.9), 0);
        var nine = sorted.First(one => (passed += one.Count) >= rank).Hours;
        return new(cases, TimeSpan.FromHours(sorted.Sum(one => (double)one.Hours * one.Count) / cases), TimeSpan.FromHours(nine), TimeSpan.FromHours(sorted[^1].Hours));
    }
}
