using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Funding;

/// <summary>Books on budget lines: locks them in one order, asks the pure rule, moves the balances and appends the entries. The
/// database's CHECK constraints hold the same rule once more.</summary>
public sealed class Ledger(GovernanceDb db, CommandScope scope)
{
    /// <summary>Reserves what a financing plan takes, line by line; or refuses with <c>ledger.no-line</c> or <c>ledger.overdrawn</c> and
    /// books nothing.</summary>
    public async Task<Result> ReserveAsync(Proposal proposal, DateTime now, CancellationToken ct)
    {
        var cover = ProposalContent.Parse(proposal.Content).Cover.Where(item => item.Cents > 0).ToList();
        var years = cover.Select(item => item.Year).Distinct().ToArray();
        var lines = await db.Locked<BudgetLine>().Where(line => line.LifeArea == proposal.LifeArea && years.Contains(line.FiscalYear))
            .OrderBy(line => line.Sequence).ToListAsync(ct);
        var plan = new List<(BudgetLine Line, long Cents)>();
        foreach (var need in cover.GroupBy(item => (item.Year, item.Source)).OrderBy(need => need.Key))
        {
            var rest = need.Sum(item => item.Cents);
            var candidates = lines.Where(line => line.FiscalYear == need.Key.Year && line.FundingSource == need.Key.Source).OrderBy(line => line.Product, StringComparer.Ordinal).ToList();
            if (candidates.Count == 0)
                return Error.Of("ledger.no-line", ("year", need.Key.Year), ("source", need.Key.Source), ("lifeArea", proposal.LifeArea));
            foreach (var line in candidates)
            {
                var take = Math.Min(rest, Math.Max(0, Balance(line).Reservable.Cents));
                if (take > 0)
                    plan.Add((line, take));
                rest -= take;
            }

            if (rest > 0)
                return Error.Of("ledger.overdrawn", ("year", need.Key.Year), ("source", need.Key.Source), ("missing", new Money(rest)));
        }

        foreach (var (line, cents) in plan)
            if (Book(line, LedgerEntryKind.Reservation, cents, proposal.Id, now).Error is { } refused)
                return refused;
        return Result.Success;
    }

    /// <summary>Turns a proposal's reservations into commitments up to the sum granted, in the order they were made, and releases the rest.</summary>
    public async Task<Result> CommitAsync(Proposal proposal, long grantedCents, DateTime now, CancellationToken ct)
    {
        var rest = grantedCents;
        foreach (var (line, reserved) in await ReservedAsync(proposal.Id, ct))
        {
            var commit = Math.Min(rest, reserved);
            rest -= commit;
            if (commit > 0 && Book(line, LedgerEntryKind.Commitment, commit, proposal.Id, now).Error is { } notCommitted)
                return notCommitted;
            if (reserved > commit && Book(line, LedgerEntryKind.ReservationRelease, reserved - commit, proposal.Id, now).Error is { } notReleased)
                return notReleased;
        }

        return rest == 0 ? Result.Success : Error.Of("ledger.not-reserved", ("missing", new Money(rest)));
    }

    /// <summary>Releases all that is still reserved for a proposal, and answers with that sum; zero when nothing was.</summary>
    public async Task<Result<Money>> ReleaseAsync(Guid proposalId, DateTime now, CancellationToken ct)
    {
        var sum = Money.Zero;
        foreach (var (line, reserved) in await ReservedAsync(proposalId, ct))
        {
            if (Book(line, LedgerEntryKind.ReservationRelease, reserved, proposalId, now).Error is { } refused)
                return refused;
            sum += new Money(reserved);
        }

        return sum;
    }

    /// <summary>Gives back all that is committed for a proposal and not yet paid, and answers with that sum; zero when nothing was.</summary>
    public async Task<Result<Money>> ReleaseCommitmentsAsync(Guid proposalId, DateTime now, string text, CancellationToken ct)
    {
        var open = await db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.ProposalId == proposalId)
            .GroupBy(entry => entry.BudgetLineId).Select(line => new
            {
                line.Key,
                Cents = line.Sum(entry => entry.Kind == nameof(LedgerEntryKind.Commitment) || entry.Kind == nameof(LedgerEntryKind.Return) ? entry.AmountCents
                    : entry.Kind == nameof(LedgerEntryKind.CommitmentRelease) || entry.Kind == nameof(LedgerEntryKind.Payment) ? -entry.AmountCents : 0),
            }).Where(line => line.Cents > 0).ToListAsync(ct);
        var ids = open.Select(line => line.Key).ToArray();
        var sum = Money.Zero;
        foreach (var line in ids.Length == 0 ? [] : await db.Locked<BudgetLine>().Where(line => ids.Contains(line.Id)).OrderBy(line => line.Sequence).ToListAsync(ct))
        {
            var cents = open.Single(one => one.Key == line.Id).Cents;
            if (Book(line, LedgerEntryKind.CommitmentRelease, cents, proposalId, now, text).Error is { } refused)
                return refused;
            sum += new Money(cents);
        }

        return sum;
    }

    /// <summary>Books one entry on a locked line.</summary>
    public Result Book(BudgetLine line, LedgerEntryKind kind, long cents, Guid? proposalId, DateTime now, string text = "")
    {
        var posting = new LedgerPosting(kind, new Money(cents));
        var posted = Balance(line).Post(posting);
        if (!posted.IsSuccess)
            return posted.Error!;
        Apply(line, posted.Value);
        db.Add(new LedgerEntry
        {
            BudgetLineId = line.Id,
            Kind = kind.ToString(),
            Debit = posting.Sides.Debit.ToString(),
            Credit = posting.Sides.Credit.ToString(),
            AmountCents = cents,
            ProposalId = proposalId,
            PostedAt = now,
            PostedBy = scope.Actor.PersonId,
            Text = text,
        });
        return Result.Success;
    }

    // What a proposal still has reserved follows from its entries; they are few, and found by index.
    private async Task<List<(BudgetLine Line, long Cents)>> ReservedAsync(Guid proposalId, CancellationToken ct)
    {
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.ProposalId == proposalId)
            .OrderBy(entry => entry.Sequence).Select(entry => new { entry.BudgetLineId, entry.Kind, entry.AmountCents }).ToListAsync(ct);
        var unsaved = db.ChangeTracker.Entries<LedgerEntry>().Where(row => row.State == EntityState.Added).Select(row => row.Entity)
            .Where(entry => entry.ProposalId == proposalId).Select(entry => new { entry.BudgetLineId, entry.Kind, entry.AmountCents });
        var open = entries.Concat(unsaved).GroupBy(entry => entry.BudgetLineId)
            .Select(line => (Line: line.Key, Cents: line.Sum(entry => entry.Kind == nameof(LedgerEntryKind.Reservation) ? entry.AmountCents
                : entry.Kind is nameof(LedgerEntryKind.Commitment) or nameof(LedgerEntryKind.ReservationRelease) ? -entry.AmountCents : 0)))
            .Where(line => line.Cents > 0).ToList();
        var ids = open.Select(line => line.Line).ToArray();
        var lines = ids.Length == 0 ? [] : await db.Locked<BudgetLine>().Where(line => ids.Contains(line.Id)).OrderBy(line => line.Sequence).ToListAsync(ct);
        return [.. lines.Select(line => (line, open.Single(one => one.Line == line.Id).Cents))];
    }

    internal static BudgetLineBalance Balance(BudgetLine line) => new()
    {
        Appropriation = new Money(line.AppropriationCents),
        TransfersIn = new Money(line.TransferredInCents),
        TransfersOut = new Money(line.TransferredOutCents),
        Reserved = new Money(line.ReservedCents),
        Committed = new Money(line.CommittedCents),
        Paid = new Money(line.PaidCents),
        Frozen = new Money(line.FrozenCents),
        ApprovedOverrun = new Money(line.OverrunCents),
    };

    private static void Apply(BudgetLine line, BudgetLineBalance balance)
    {
        line.AppropriationCents = balance.Appropriation.Cents;
        line.TransferredInCents = balance.TransfersIn.Cents;
        line.TransferredOutCents = balance.TransfersOut.Cents;
        line.ReservedCents = balance.Reserved.Cents;
        line.CommittedCents = balance.Committed.Cents;
        line.PaidCents = balance.Paid.Cents;
        line.FrozenCents = balance.Frozen.Cents;
        line.OverrunCents = balance.ApprovedOverrun.Cents;
    }
}
