using Governance.Funding;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Funding;

/// <summary>How a proposal's money is spread over budget lines. Amounts in cents.</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 5, 4, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Treasurer = Guid.CreateVersion7();
    private TestDatabase database = null!;
    private GovernanceDb db = null!;
    private Ledger ledger = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Provider.Sqlite);
        db = database.Open();
        await db.Database.OpenConnectionAsync();
        // Entries of proposals that nobody wrote: only the money matters here.
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=0");
        ledger = new(db, new CommandScope { Actor = Governance.People.Actor.System });
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_need_is_taken_from_the_lines_of_its_year_source_and_life_area_in_the_order_of_their_products()
    {
        var second = await LineAsync("B", 300);
        var first = await LineAsync("A", 100);
        var others = new[] { await LineAsync("A", 900, year: 2027), await LineAsync("A", 900, source: "eu"), await LineAsync("A", 900, area: "health") };

        (await ReserveAsync(Proposal(new CoverItem("city", 2026, 150), new CoverItem("city", 2026, 50)))).IsSuccess.ShouldBeTrue();

        (first.ReservedCents, second.ReservedCents).ShouldBe((100, 100));
        others.ShouldAllBe(line => line.ReservedCents == 0);
    }

    [Fact]
    public async Task A_line_without_free_money_is_passed_over()
    {
        var full = await LineAsync("A", 100);
        ledger.Book(full, LedgerEntryKind.Freeze, 100, null, Now, "Sperre").IsSuccess.ShouldBeTrue();
        var free = await LineAsync("B", 100);

        (await ReserveAsync(Proposal(new CoverItem("city", 2026, 100)))).IsSuccess.ShouldBeTrue();

        (full.ReservedCents, free.ReservedCents).ShouldBe((0, 100));
        db.Set<LedgerEntry>().Local.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_approved_overrun_may_be_reserved()
    {
        var line = await LineAsync("A", 100);
        ledger.Book(line, LedgerEntryKind.ApprovedOverrun, 50, null, Now).IsSuccess.ShouldBeTrue();

        (await ReserveAsync(Proposal(new CoverItem("city", 2026, 150)))).IsSuccess.ShouldBeTrue();

        (line.ReservedCents, line.OverrunCents).ShouldBe((150, 50));
    }

    [Fact]
    public async Task What_is_missing_is_told_and_nothing_is_booked()
    {
        var line = await LineAsync("A", 100);
        await LineAsync("A", 100, year: 2027);

        var error = (await ReserveAsync(Proposal(new CoverItem("city", 2027, 100), new CoverItem("city", 2026, 130)))).Error.ShouldNotBeNull();

        error.Code.ShouldBe("ledger.overdrawn");
        (error.Facts["year"], error.Facts["source"], error.Facts["missing"]).ShouldBe((2026, "city", new Money(30)));
        line.ReservedCents.ShouldBe(0);
        db.Set<LedgerEntry>().Local.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_need_without_a_line_is_told_with_year_source_and_life_area()
    {
        await LineAsync("A", 100);

        var error = (await ReserveAsync(Proposal(new CoverItem("eu", 2026, 1)))).Error.ShouldNotBeNull();

        error.Code.ShouldBe("ledger.no-line");
        (error.Facts["year"], error.Facts["source"], error.Facts["lifeArea"]).ShouldBe((2026, "eu", "mobility"));
    }

    [Fact]
    public async Task A_source_with_nothing_to_cover_needs_no_line()
    {
        await LineAsync("A", 100);

        (await ReserveAsync(Proposal(new CoverItem("eu", 2026, 0), new CoverItem("city", 2026, 100)))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task An_entry_says_what_moved_where_when_for_whom_and_by_whom()
    {
        var line = await LineAsync("A", 100);
        var mayor = Guid.CreateVersion7();

        ledger.Book(line, LedgerEntryKind.Reservation, 40, mayor, Now, "Zweck").IsSuccess.ShouldBeTrue();

        var entry = db.Set<LedgerEntry>().Local.ShouldHaveSingleItem();
        (entry.BudgetLineId, entry.Kind, entry.Debit, entry.Credit, entry.AmountCents).ShouldBe((line.Id, "Reservation", "Reserved", "Available", 40));
        (entry.ProposalId, entry.PostedAt, entry.PostedBy, entry.Text).ShouldBe((mayor, Now, Governance.People.Actor.System.PersonId, "Zweck"));
    }

    [Fact]
    public async Task A_refused_entry_leaves_the_line_as_it_was()
    {
        var line = await LineAsync("A", 100);

        ledger.Book(line, LedgerEntryKind.Reservation, 101, null, Now).Error.ShouldNotBeNull().Code.ShouldBe("ledger.overdrawn");

        line.ReservedCents.ShouldBe(0);
        db.Set<LedgerEntry>().Local.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_sum_granted_is_committed_in_the_order_of_reservation_and_the_rest_released(bool saved)
    {
        var (first, second, proposal) = await ReservedAsync(saved);

        (await ledger.CommitAsync(proposal, 130, Now, CancellationToken.None)).IsSuccess.ShouldBeTrue();

        (first.CommittedCents, first.ReservedCents).ShouldBe((100, 0));
        (second.CommittedCents, second.ReservedCents).ShouldBe((30, 0));
    }

    [Fact]
    public async Task A_sum_that_the_first_line_bears_alone_frees_the_second()
    {
        var (first, second, proposal) = await ReservedAsync(saved: true);

        (await ledger.CommitAsync(proposal, 60, Now, CancellationToken.None)).IsSuccess.ShouldBeTrue();

        (first.CommittedCents, first.ReservedCents).ShouldBe((60, 0));
        (second.CommittedCents, second.ReservedCents).ShouldBe((0, 0));
    }

    [Fact]
    public async Task More_than_was_reserved_cannot_be_committed()
    {
        var (_, _, proposal) = await ReservedAsync(saved: true);

        var error = (await ledger.CommitAsync(proposal, 201, Now, CancellationToken.None)).Error.ShouldNotBeNull();

        error.Code.ShouldBe("ledger.not-reserved");
        error.Facts["missing"].ShouldBe(new Money(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_release_frees_what_is_still_reserved_for_this_proposal_only(bool saved)
    {
        var (first, second, proposal) = await ReservedAsync(saved);
        ledger.Book(first, LedgerEntryKind.Commitment, 30, proposal.Id, Now).IsSuccess.ShouldBeTrue();
        ledger.Book(first, LedgerEntryKind.ReservationRelease, 20, proposal.Id, Now).IsSuccess.ShouldBeTrue();
        ledger.Book(second, LedgerEntryKind.Reservation, 7, Treasurer, Now).IsSuccess.ShouldBeTrue();

        (await ledger.ReleaseAsync(proposal.Id, Now, CancellationToken.None)).IsSuccess.ShouldBeTrue();
        (await ledger.ReleaseAsync(proposal.Id, Now, CancellationToken.None)).IsSuccess.ShouldBeTrue();

        (first.ReservedCents, first.CommittedCents, second.ReservedCents).ShouldBe((0, 30, 7));
    }

    private async Task<(BudgetLine First, BudgetLine Second, Proposal Proposal)> ReservedAsync(bool saved)
    {
        var (first, second) = (await LineAsync("A", 100), await LineAsync("B", 150));
        var proposal = Proposal(new CoverItem("city", 2026, 200));
        (await ReserveAsync(proposal)).IsSuccess.ShouldBeTrue();
        if (saved)
            await db.SaveChangesAsync();
        return (first, second, proposal);
    }

    private Task<Result> ReserveAsync(Proposal proposal) => ledger.ReserveAsync(proposal, Now, CancellationToken.None);

    private async Task<BudgetLine> LineAsync(string product, long cents, int year = 2026, string source = "city", string area = "mobility")
    {
        var line = new BudgetLine { FiscalYear = year, LifeArea = area, FundingSource = source, Product = product, CostCentre = "1", AppropriationCents = cents };
        db.Add(line);
        await db.SaveChangesAsync();
        return line;
    }

    private static Proposal Proposal(params CoverItem[] cover)
    {
        var proposal = new Proposal { OwnerId = Treasurer, Title = "", Content = "", CreatedAt = Now, StageSince = Now };
        proposal.Take(new ProposalContent { Title = "Vorhaben", LeadingLifeArea = "mobility", Cover = cover });
        return proposal;
    }
}
