using Microsoft.EntityFrameworkCore;

namespace Governance.Persistence;

/// <summary>Gives the next number of a series without gaps; the row stays locked until the command is committed.</summary>
public sealed class Numbers(GovernanceDb db)
{
    /// <summary>The next number, 1 first.</summary>
    public async Task<long> NextAsync(string series, CancellationToken ct)
    {
        var counter = db.Set<Counter>().Local.FirstOrDefault(row => row.Name == series)
            ?? await db.Locked<Counter>().SingleOrDefaultAsync(row => row.Name == series, ct);
        if (counter is null)
        {
            // Two nodes may both find none: the unique name refuses the second, whose command is then run again.
            counter = new Counter { Name = series };
            db.Add(counter);
        }

        return ++counter.Value;
    }
}
