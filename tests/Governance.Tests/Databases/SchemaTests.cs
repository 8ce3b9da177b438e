using Governance.Funding;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Databases;

public sealed class SchemaTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_migrations_bring_up_the_model_as_it_is(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();

        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_budget_line_cannot_be_overdrawn_even_past_the_rules(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        db.Add(new BudgetLine { FiscalYear = 2026, LifeArea = "mobility", FundingSource = "city", Product = "P1", CostCentre = "C1", AppropriationCents = 100, ReservedCents = 60, CommittedCents = 41 });

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }
}
