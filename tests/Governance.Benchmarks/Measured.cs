using System.Globalization;

namespace Governance.Benchmarks;

/// <summary>The latencies of one operation, how long all of them took together, and the CPU time that the server spent on them.</summary>
internal sealed record Measured(string Operation, IReadOnlyList<double> Milliseconds, TimeSpan Whole, double ServerSeconds = 0)
{
    /// <summary>Operations a second.</summary>
    public double Rate => Milliseconds.Count / Whole.TotalSeconds;

    /// <summary>The latency that this share of the operations does not exceed, in milliseconds.</summary>
    public double Percentile(double share)
    {
        var sorted = Milliseconds.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    /// <summary>A row of the table; the raw rate of the same rows beside it where there is one.</summary>
    public string Row(double? raw) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Operation} | {Milliseconds.Count} | {Percentile(0.5):0.0} | {Percentile(0.95):0.0} | {Percentile(0.99):0.0} | {Rate:0} | {(raw is { } rate ? $"{rate:0}" : "–")} | {(raw is { } limit ? $"{Rate / limit:0.00}" : "–")} | {1000 * ServerSeconds / Milliseconds.Count:0.0} |");

    /// <summary>The head of the table.</summary>
    public const string Head = """
        | operation | count | p50 ms | p95 ms | p99 ms | per second | raw per second | ratio | server CPU ms |
        |---|---|---|---|---|---|---|---|---|
        """;
}
