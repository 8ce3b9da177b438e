using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.City;

/// <summary>How SQLite would answer a statement.</summary>
public static class QueryPlan
{
    /// <summary>The lines of its plan.</summary>
    public static Task<List<string>> PlanAsync(this TestCity city, string statement) => city.Look(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Regex.Matches(statement, "@[A-Za-z_0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "x");
            command.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(3));
        return lines;
    });
}
