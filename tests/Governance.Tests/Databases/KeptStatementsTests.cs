using Governance.Database.Sqlite;
using Governance.People;
using Governance.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Databases;

/// <summary>Statements that SQLite keeps belong to one open file, give way to a second use and survive what fails and what changes.</summary>
public sealed class KeptStatementsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("governance-kept-").FullName;
    private GovernanceDb _db = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernanceSqlite($"Data Source={Path.Combine(_folder, "kept.db")}");
        _db = new(options.Options);
        await _db.Database.EnsureCreatedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        var connection = (SqliteConnection)_db.Database.GetDbConnection();
        await _db.DisposeAsync();
        SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_same_text_gives_todays_answer_for_other_values()
    {
        await using var transaction = await _db.Database.BeginTransactionAsync();
        foreach (var name in new[] { "a", "b" })
        {
            (await CountAsync(name)).ShouldBe(0);
            _db.Add(new Counter { Name = name });
            await _db.SaveChangesAsync();
            (await CountAsync(name)).ShouldBe(1);
        }

        (await CountAsync("c")).ShouldBe(0);
    }

    [Fact]
    public async Task A_connection_opened_again_on_another_handle_prepares_anew()
    {
        await using (await _db.Database.BeginTransactionAsync())
            (await CountAsync("a")).ShouldBe(0);

        // Closed for good: what was prepared is gone with it.
        SqliteConnection.ClearPool((SqliteConnection)_db.Database.GetDbConnection());
        await using (await _db.Database.BeginTransactionAsync())
            (await CountAsync("a")).ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_asked_again_while_its_rows_are_read_gives_both_answers()
    {
        _db.AddRange(new Counter { Name = "a" }, new Counter { Name = "b" });
        await _db.SaveChangesAsync();
        await using var transaction = await _db.Database.BeginTransactionAsync();
        var pairs = new List<string>();
        await foreach (var outer in Names().AsAsyncEnumerable())
            await foreach (var inner in Names().AsAsyncEnumerable())
                pairs.Add(outer + inner);

        pairs.ShouldBe(["aa", "ab", "ba", "bb"]);
    }

    [Fact]
    public async Task After_a_refused_row_and_after_a_change_of_the_table_it_works_on()
    {
        await using var transaction = await _db.Database.BeginTransactionAsync();
        await transaction.CreateSavepointAsync("one");
        _db.Add(new Counter { Name = "a" });
        await _db.SaveChangesAsync();
        _db.Add(new Counter { Name = "a" });
        await Should.ThrowAsync<DbUpdateException>(() => _db.SaveChangesAsync());
        await transaction.RollbackToSavepointAsync("one");
        _db.ChangeTracker.Clear();

        await _db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Counters\" ADD COLUMN \"More\" INTEGER NULL");
        (await CountAsync("a")).ShouldBe(0);
        _db.Add(new Counter { Name = "a" });
        await _db.SaveChangesAsync();
        (await CountAsync("a")).ShouldBe(1);
    }

    private Task<int> CountAsync(string name) => _db.Set<Counter>().CountAsync(row => row.Name == name);

    private IQueryable<string> Names() => _db.Set<Counter>().OrderBy(row => row.Name).Select(row => row.Name);
}
