using System.Data.Common;
using System.Reflection;
using Governance.Database.SqlServer;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Governance.Tests.Persistence;

/// <summary>A command that met another one is run again; anything else is told at once.</summary>
public sealed class TransientFaultTests
{
    [Theory]
    [InlineData(1205, true)] // deadlock
    [InlineData(1222, true)] // lock timeout
    [InlineData(3960, true)] // snapshot conflict
    [InlineData(2601, true)] // duplicate key of a unique index
    [InlineData(2627, true)] // duplicate key of a constraint
    [InlineData(547, false)] // foreign key or check constraint
    [InlineData(208, false)] // no such table
    public async Task SQL_Servers_numbers_count_even_where_EF_wraps_the_fault(int number, bool transient)
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernanceSqlServer("Server=nowhere").AddInterceptors(new Failing(SqlServerFault(number)), new NoServer());
        await using var db = new GovernanceDb(options.Options);

        var fault = await Should.ThrowAsync<Exception>(() => db.Users.AnyAsync());

        TransientFault.Is(fault, db).ShouldBe(transient, fault.ToString());
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_deadlock_or_a_busy_file_is_not_told_to_the_user(Provider provider)
    {
        var failing = new Failing(provider switch
        {
            Provider.Sqlite => new SqliteException("busy", 5),
            Provider.PostgreSql => new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected),
            _ => SqlServerFault(1205),
        }) { Times = 0 };
        await using var city = await TestCity.FoundAsync(provider, [failing], appropriation: 0);
        failing.Times = 1;

        await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(1_000)));

        failing.Times.ShouldBe(0);
        (await city.Look(db => db.Set<Proposal>().CountAsync())).ShouldBe(1);
    }

    // SqlClient keeps its constructors to itself.
    private static SqlException SqlServerFault(int number)
    {
        const BindingFlags hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        var error = typeof(SqlError).GetConstructor(hidden, [typeof(int), typeof(byte), typeof(byte), typeof(string), typeof(string), typeof(string), typeof(int), typeof(Exception)])!
            .Invoke([number, (byte)1, (byte)13, "nowhere", "fault", "", 1, null]);
        var errors = Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", hidden)!.Invoke(errors, [error]);
        return (SqlException)typeof(SqlException).GetConstructor(hidden, [typeof(string), typeof(SqlErrorCollection), typeof(Exception), typeof(Guid)])!
            .Invoke(["fault", errors, null, Guid.Empty]);
    }

    private sealed class Failing(DbException fault) : DbCommandInterceptor
    {
        public int Times { get; set; } = int.MaxValue;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            Times > 0 && Times-- > 0 ? throw fault : new(result);
    }
}
