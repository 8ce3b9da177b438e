using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Funding;

/// <summary>Whether the budget has what a proposal's financing plan takes: what the treasurer confirms with the cover check. Nothing once
/// funds are committed or the case has ended: then the plan asks for nothing any more.</summary>
public sealed record GetCover(Guid ProposalId) : IQuery<IReadOnlyList<CoverLine>>, IRule<GetCover>
{
    private static readonly Who<GetCover> Sees = ProposalAccess.Sees<GetCover>(request => request.ProposalId);

    /// <inheritdoc />
    public static Who<GetCover> Who => People.Who.When<GetCover>("whoever sees the proposal and the budget", async (request, actor, db, ct) =>
        actor.Is(GetBudget.Readers) && await Sees.Check(request, actor, db, ct));
}

/// <summary>What is asked of one source in one year, and what its budget lines have, in euro cents.</summary>
/// <param name="Year">The fiscal year.</param>
/// <param name="Source">Code of the funding source.</param>
/// <param name="AskedCents">By the financing plan.</param>
/// <param name="FreeCents">On all lines of year, life area and source together, without what is reserved for this proposal; 0 when there is no line.</param>
/// <param name="ReservedCents">Reserved for this proposal already.</param>
/// <param name="HasLine">False when the budget has no such line.</param>
public sealed record CoverLine(int Year, string Source, long AskedCents, long FreeCents, long ReservedCents, bool HasLine)
{
    /// <summary>What is not covered, 0 when everything is.</summary>
    public long MissingCents => Math.Max(0, AskedCents - ReservedCents - FreeCents);
}

internal sealed class GetCoverHandler(GovernanceDb db) : IRequestHandler<GetCover, Result<IReadOnlyList<CoverLine>>>
{
    private static readonly string[] Reserving = [nameof(LedgerEntryKind.Reservation), nameof(LedgerEntryKind.ReservationRelease), nameof(LedgerEntryKind.Commitment)];

    public async Task<Result<IReadOnlyList<CoverLine>>> Handle(GetCover request, CancellationToken cancellationToken)
    {
        var proposal = await db.Set<Proposal>().AsNoTracking().Where(row => row.Id == request.ProposalId).Select(row => new { row.Content, row.LifeArea, row.Stage }).SingleOrDefaultAsync(cancellationToken);
        if (proposal is null)
            return Error.Of("proposal.not-found");
        if (proposal.Stage is >= ProposalStage.Granted and not ProposalStage.Returned)
            return Array.Empty<CoverLine>();
        var needs = ProposalContent.Parse(proposal.Content).Cover.Where(item => item.Cents > 0).GroupBy(item => (item.Year, item.Source)).OrderBy(need => need.Key).ToList();
        var years = needs.Select(need => need.Key.Year).Distinct().ToArray();
        var lines = await db.Set<BudgetLine>().AsNoTracking().Where(line => line.LifeArea == proposal.LifeArea && years.Contains(line.FiscalYear)).ToListAsync(cancellationToken);
        var reserved = await db.Set<LedgerEntry>().Where(entry => entry.ProposalId == request.ProposalId && Reserving.Contains(entry.Kind))
            .GroupBy(entry => entry.BudgetLineId)
            .Select(entries => new { Line = entries.Key, Cents = entries.Sum(entry => entry.Kind == nameof(LedgerEntryKind.Reservation) ? entry.AmountCents : -entry.AmountCents) })
            .ToDictionaryAsync(row => row.Line, row => row.Cents, cancellationToken);
        return needs.ConvertAll(need =>
        {
            var own = lines.FindAll(line => line.FiscalYear == need.Key.Year && line.FundingSource == need.Key.Source);
            return new CoverLine(
                need.Key.Year, need.Key.Source, need.Sum(item => item.Cents), own.Sum(line => Math.Max(0, Ledger.Balance(line).Reservable.Cents)),
                own.Sum(line => reserved.GetValueOrDefault(line.Id)), own.Count > 0);
        });
    }
}
