using Governance.Database.PostgreSql;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Tests.Databases;

/// <summary>PostgreSQL plans a repeated statement once a connection, unless the office's settings say otherwise.</summary>
public sealed class PreparedStatementsTests
{
    [Theory]
    [InlineData("Host=db;Database=governance", 200)]
    [InlineData("Host=db;Database=governance;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;Database=governance;Max Auto Prepare=20", 20)]
    public void The_connection_string_has_the_last_word(string connectionString, int prepared)
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernancePostgreSql(connectionString);
        using var db = new GovernanceDb(options.Options);

        var used = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        (used.MaxAutoPrepare, used.Host, used.Database).ShouldBe((prepared, "db", "governance"));
    }
}
