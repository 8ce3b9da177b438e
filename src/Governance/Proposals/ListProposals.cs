using System.Globalization;
using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>The proposals that the actor may see, newest first.</summary>
/// <param name="Stage">Only this stage, or null.</param>
/// <param name="LifeArea">Only this leading life area, or null.</param>
/// <param name="Text">Part of title or number, or null.</param>
/// <param name="Body">Only those this body decides on, or null.</param>
/// <param name="Cursor">Where the last page ended, or null.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListProposals(ProposalStage? Stage = null, string? LifeArea = null, string? Text = null, string? Body = null, string? Cursor = null, int Limit = 50)
    : IQuery<ProposalPage>, IRule<ListProposals>
{
    /// <inheritdoc />
    public static Who<ListProposals> Who => People.Who.SignedIn<ListProposals>();
}

/// <summary>A page of proposals.</summary>
public sealed record ProposalPage(IReadOnlyList<ProposalLine> Items, string? NextCursor);

/// <summary>One line of the list; amounts in euro cents, instants in UTC.</summary>
public sealed record ProposalLine(
    Guid Id, string? Number, string Title, string LifeArea, ProposalStage Stage, long TotalCostCents, long? GrantedCents, string Owner, DateTime StageSince, string? DecidingBody);

internal sealed class ListProposalsValidator : AbstractValidator<ListProposals>
{
    public ListProposalsValidator()
    {
        RuleFor(request => request.Limit).IsPageLimit();
        RuleFor(request => request.Cursor).IsCursor(cursor => ListProposalsHandler.Before(cursor) is not null);
    }
}

internal sealed class ListProposalsHandler(GovernanceDb db, CommandScope scope) : IRequestHandler<ListProposals, Result<ProposalPage>>
{
    public static long? Before(string? cursor) => long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null;

    public async Task<Result<ProposalPage>> Handle(ListProposals request, CancellationToken cancellationToken)
    {
        var limit = request.Limit;
        var query = db.Set<Proposal>().AsNoTracking().VisibleTo(scope.Actor, db);
        if (request.Stage is { } stage)
            query = query.Where(row => row.Stage == stage);
        if (!string.IsNullOrWhiteSpace(request.LifeArea))
            query = query.Where(row => row.LifeArea == request.LifeArea);
        if (!string.IsNullOrWhiteSpace(request.Body))
            query = query.Where(row => row.DecidingBody == request.Body);
        if (!string.IsNullOrWhiteSpace(request.Text))
        {
            // Compared in lower case on every database alike.
            var text = request.Text.Trim().ToLowerInvariant();
            query = query.Where(row => row.Title.ToLower().Contains(text) || (row.Number != null && row.Number.ToLower().Contains(text)));
        }

        if (Before(request.Cursor) is { } before)
            query = query.Where(row => row.Sequence < before);
        var rows = await query.OrderByDescending(row => row.Sequence).Take(limit + 1)
            .Join(db.Set<Person>(), row => row.OwnerId, person => person.Id, (row, person) => new
            {
                row.Sequence,
                Line = new ProposalLine(row.Id, row.Number, row.Title, row.LifeArea, row.Stage, row.TotalCostCents, row.GrantedCents, person.FullName, row.StageSince, row.DecidingBody),
            })
            .OrderByDescending(row => row.Sequence).ToListAsync(cancellationToken);
        return new ProposalPage(
            [.. rows.Take(limit).Select(row => row.Line)],
            rows.Count > limit ? rows[limit - 1].Sequence.ToString(CultureInfo.InvariantCulture) : null);
    }
}
