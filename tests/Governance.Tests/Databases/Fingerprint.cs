using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Databases;

/// <summary>A digest of every row of every table: two databases with the same one hold the same.</summary>
public static class Fingerprint
{
    /// <summary>Reads all tables.</summary>
    public static async Task<string> OfAsync(GovernanceDb db)
    {
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
            text.AppendLine(CultureInfo.InvariantCulture, $"{table} {rows.Count}").AppendJoin('\n', rows.Order(StringComparer.Ordinal)).AppendLine();
        }

        await db.Database.CloseConnectionAsync();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
