namespace Governance.Audit.Checks;

/// <summary>What one check has looked at and found so far.</summary>
internal sealed class Findings
{
    /// <summary>How many rows are read at a time.</summary>
    public const int Page = 500;

    private readonly List<Breach> _breaches = [];
    private long _rows;

    /// <summary>Counts what was looked at.</summary>
    public void Looked(long rows) => _rows += rows;

    /// <summary>Notes a breach.</summary>
    public void Add(string code, params (string Name, object? Value)[] facts) =>
        _breaches.Add(new Breach(code, facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal)));

    /// <summary>Notes each row that a query finds as a breach.</summary>
    public async Task AddEachAsync<T>(string code, IAsyncEnumerable<T> rows, Func<T, (string Name, object? Value)[]> facts, CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
            Add(code, facts(row));
    }

    /// <summary>The check's result.</summary>
    public Checked Of(ICheck check) => new(check.Name, _rows, _breaches);
}
