using System.Globalization;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.Benchmarks;

/// <summary>How many rows an operation inserts and updates, and how long a text they carry: counted in the database before and after.</summary>
internal readonly record struct Rows(double Inserted, double Updated)
{
    /// <summary>Rows in all tables, and the sum of the versions of all aggregates (which rises with each update).</summary>
    public static async Task<Rows> CountAsync(BenchmarkCity city, CancellationToken ct) => await city.LookAsync(async db =>
    {
        long rows = 0, versions = 0;
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null))
        {
            rows += await ScalarAsync(db, $"SELECT count(*) AS \"Value\" FROM \"{type.GetTableName()}\"", ct);
            if (typeof(Aggregate).IsAssignableFrom(type.ClrType))
                versions += await ScalarAsync(db, $"SELECT cast(coalesce(sum(\"Version\"), 0) AS bigint) AS \"Value\" FROM \"{type.GetTableName()}\"", ct);
        }

        return new Rows(rows, versions);
    });

    /// <summary>What came since, for one of so many operations.</summary>
    public Rows Since(Rows before, int operations) => new((Inserted - before.Inserted) / operations, (Updated - before.Updated) / operations);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Inserted:0.0} inserted, {Updated:0.0} updated");

    private static Task<long> ScalarAsync(GovernanceDb db, string sql, CancellationToken ct) => db.Database.SqlQueryRaw<long>(sql).SingleAsync(ct);
}
