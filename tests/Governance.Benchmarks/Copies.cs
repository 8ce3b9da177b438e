using System.Globalization;
using Governance.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Governance.Benchmarks;

/// <summary>Fills tables by copying one real row, one statement a table.</summary>
internal sealed class Copies(BenchmarkCity city)
{
    private bool IsSqlite => city.Settings.Database.Provider == DatabaseProvider.Sqlite;

    /// <summary>
    /// The database counts its rows, as PostgreSQL does by itself within a minute of use: without it a plan made when a table was empty
    /// reads all of it for each foreign key.
    /// </summary>
    public Task<int> CountAsync(CancellationToken ct) =>
        city.LookAsync(db => db.Database.ExecuteSqlRawAsync(IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE" : "VACUUM ANALYZE", ct));

    /// <summary>Copies the row with the id so many times.</summary>
    /// <param name="changed">Columns that differ from it, as SQL; <c>n</c> is the copy's number from 1 on.</param>
    public Task<int> OfAsync<T>(Guid of, int count, Dictionary<string, string> changed, CancellationToken ct)
        where T : Persistence.Entity =>
        city.LookAsync(db =>
        {
            var type = db.Model.FindEntityType(typeof(T))!;
            var columns = type.GetProperties().Select(property => property.GetColumnName()).Where(column => column != nameof(Persistence.Entity.Sequence)).ToList();
            var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
            var values = string.Join(", ", columns.Select(column => changed.GetValueOrDefault(column, $"\"{column}\"")));
            var series = IsSqlite
                ? $"(WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < {count}) SELECT n FROM series)"
                : $"generate_series(1, {count})";
            var id = IsSqlite ? $"'{of.ToString().ToUpperInvariant()}'" : $"'{of}'";
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            return db.Database.ExecuteSqlRawAsync($"INSERT INTO \"{type.GetTableName()}\" ({names}) SELECT {values} FROM \"{type.GetTableName()}\" CROSS JOIN {series} AS s(n) WHERE \"Id\" = {id}".Replace(
                "AS s(n)", IsSqlite ? "" : "AS s(n)", StringComparison.Ordinal), ct);
        });

    /// <summary>An id of a kind, different for each number.</summary>
    public static string Numbered(bool sqlite, int kind, string number) => sqlite
        ? $"'0000000{kind.ToString(CultureInfo.InvariantCulture)}-0000-7000-8000-' || {Hex(sqlite, number, 12)}"
        : $"('0000000{kind.ToString(CultureInfo.InvariantCulture)}-0000-7000-8000-' || {Hex(sqlite, number, 12)})::uuid";

    /// <summary>A number in so many hexadecimal digits.</summary>
    public static string Hex(bool sqlite, string number, int digits) => sqlite ? $"printf('%0{digits}X', {number})" : $"lpad(to_hex({number}), {digits}, '0')";
}
