using System.Data;
using System.Data.Common;
using Governance.People;
using Governance.Persistence;
using Governance.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Persistence;

/// <summary>The one writer of SQLite: what waits together is written together, and each stands for itself.</summary>
public sealed class SharedCommitTests
{
    [Fact]
    public async Task One_that_fails_leaves_those_beside_it_untouched()
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using var services = Services(options => database.Use(options));
        var writes = Enumerable.Range(0, 60).Select(number => services.GetRequiredService<ITransactions>().RunAsync(
            async (scope, ct) =>
            {
                scope.GetRequiredService<GovernanceDb>().Add(Person(number));
                await scope.GetRequiredService<GovernanceDb>().SaveChangesAsync(ct);
                return (number % 3) switch { 0 => true, 1 => false, _ => throw new InvalidOperationException($"fault {number}") };
            },
            TestContext.Current.CancellationToken)).ToList();

        for (var number = 0; number < writes.Count; number++)
            if (number % 3 == 2)
                (await Should.ThrowAsync<InvalidOperationException>(writes[number])).Message.ShouldBe($"fault {number}");
            else
                await writes[number];
        await using var db = database.Open();
        (await db.Users.Select(person => person.FullName).ToListAsync(TestContext.Current.CancellationToken))
            .ShouldBe(Enumerable.Range(0, 60).Where(number => number % 3 == 0).Select(number => $"Person {number}"), ignoreOrder: true);
    }

    [Fact]
    public async Task When_no_transaction_can_begin_everybody_is_told_and_later_ones_are_served()
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        var missing = Path.Combine(Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!, "later", "governance.db");
        await using var services = Services(options => Database.Sqlite.SqliteProvider.UseGovernanceSqlite(options, $"Data Source={missing};Pooling=False"));
        var transactions = services.GetRequiredService<ITransactions>();
        var writes = Enumerable.Range(0, 5).Select(_ => transactions.RunAsync((_, _) => Task.FromResult(true), TestContext.Current.CancellationToken)).ToList();
        foreach (var write in writes)
            await Should.ThrowAsync<SqliteException>(write.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        Directory.CreateDirectory(Path.GetDirectoryName(missing)!);
        await transactions.RunAsync((_, _) => Task.FromResult(true), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_transaction_that_could_not_begin_leaves_no_context_in_use(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var begin = new NoTransactions();
        await using var services = Services(options => database.Use(options).AddInterceptors(begin), singleWriter: provider == Provider.Sqlite);
        var transactions = services.GetRequiredService<ITransactions>();
        begin.Refused = true;
        foreach (var _ in Enumerable.Range(0, 5))
            await Should.ThrowAsync<InvalidOperationException>(transactions.RunAsync((_, _) => Task.FromResult(true), TestContext.Current.CancellationToken));

        begin.Refused = false;
        await using (var reader = services.CreateAsyncScope())
        {
            // Whoever reads takes the context that was given back first, and gives it on to a command.
            _ = reader.ServiceProvider.GetRequiredService<GovernanceDb>();
            await transactions.RunAsync((_, _) => Task.FromResult(true), TestContext.Current.CancellationToken);
        }

        foreach (var _ in Enumerable.Range(0, 10))
            await transactions.RunAsync((_, _) => Task.FromResult(true), TestContext.Current.CancellationToken);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        db.Database.GetDbConnection().State.ShouldBe(ConnectionState.Closed);
        (await db.Users.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task A_connection_that_cannot_even_be_closed_keeps_nobody_waiting()
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        var (begin, close) = (new NoTransactions(), new NoClosing());
        await using var services = Services(options => database.Use(options).AddInterceptors(begin, close));
        var transactions = services.GetRequiredService<ITransactions>();
        (begin.Refused, close.Refused) = (true, true);
        await Should.ThrowAsync<InvalidOperationException>(transactions.RunAsync((_, _) => Task.FromResult(true), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        (begin.Refused, close.Refused) = (false, false);
        await transactions.RunAsync((_, _) => Task.FromResult(true), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private sealed class NoClosing : DbConnectionInterceptor
    {
        public bool Refused { get; set; }

        public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            Refused ? throw new InvalidOperationException("busy") : new(result);
    }

    private sealed class NoTransactions : DbTransactionInterceptor
    {
        public bool Refused { get; set; }

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            Refused ? throw new InvalidOperationException("locked") : new(result);
    }

    private static ServiceProvider Services(Action<DbContextOptionsBuilder> use, bool singleWriter = true) =>
        new ServiceCollection().AddLogging().AddGovernance((_, options) => use(options), singleWriter).BuildServiceProvider();

    private static Person Person(int number) => new() { Id = Guid.CreateVersion7(), UserName = $"person{number}", FullName = $"Person {number}" };
}
