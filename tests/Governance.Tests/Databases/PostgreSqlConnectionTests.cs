using Governance.Database.PostgreSql;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Tests.Databases;

/// <summary>On PostgreSQL a repeated statement is planned once a connection, and a connection is not reset between uses, unless the office's
/// settings say otherwise.</summary>
public sealed class PostgreSqlConnectionTests
{
    [Theory]
    [InlineData("Host=db;Database=governance", 200, true)]
    [InlineData("Host=db;Database=governance;Max Auto Prepare=0", 0, true)]
    [InlineData("Host=db;Database=governance;Max Auto Prepare=20", 20, true)]
    [InlineData("Host=db;Database=governance;No Reset On Close=false", 200, false)]
    [InlineData("Host=db;Database=governance;No Reset On Close=true", 200, true)]
    public void The_connection_string_has_the_last_word(string connectionString, int prepared, bool kept)
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernancePostgreSql(connectionString);
        using var db = new GovernanceDb(options.Options);

        var used = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        (used.MaxAutoPrepare, used.NoResetOnClose, used.Host, used.Database).ShouldBe((prepared, kept, "db", "governance"));
    }
}
