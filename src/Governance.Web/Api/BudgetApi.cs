using System.Globalization;
using Governance.Funding;
using MediatR;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/budget-lines</c> and their entries. Money is a string in euro with two decimals.</summary>
public static class BudgetApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/budget-lines", async (int? year, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(new GetBudget(year), ct)).Answer(view => Slice.Of(view.Lines, line => line.Id.ToString(), cursor, limit, (lines, next) =>
                    new BudgetLineList(view.Year, [.. lines.Select(line => BudgetLineItem.Of(view.Year, line))], next))))
            .Produces<BudgetLineList>().WithSummary("Budget lines of a fiscal year with their balances");
        api.MapPost("/budget-lines", async (CreateBudgetLine body, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(body, ct)).Answer(id => TypedResults.Created($"/api/v1/budget-lines/{id}/entries", new BudgetLineId(id))))
            .Produces<BudgetLineId>(StatusCodes.Status201Created).WithSummary("Open a budget line (treasurer)");
        api.MapGet("/budget-lines/{id:guid}/entries", async (Guid id, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            {
                var before = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : (long?)null;
                var found = await mediator.Send(new GetBudgetLine(id, before, limit ?? 50), ct);
                return found.IsSuccess && before is null && !string.IsNullOrEmpty(cursor) ? Slice.UnknownCursor : found.Answer(details => TypedResults.Ok(LedgerEntryPage.Of(details)));
            })
            .Produces<LedgerEntryPage>().WithSummary("Bookings of a budget line, newest first");
        api.MapPost("/budget-lines/{id:guid}/entries", async (Guid id, NewLedgerEntry body, IMediator mediator, CancellationToken ct) =>
            {
                var request = body.Request(id);
                return request.Error is { } error ? new Refusal(error) : (await mediator.Send(request.Value, ct)).Answer();
            })
            .Produces(StatusCodes.Status204NoContent).WithSummary("Book an appropriation, reduction, transfer, freeze or its end (treasurer)");
    }
}

/// <summary>An id.</summary>
public sealed record BudgetLineId(Guid Id);

/// <summary>The lines of a year.</summary>
public sealed record BudgetLineList(int Year, IReadOnlyList<BudgetLineItem> Items, string? NextCursor);

/// <summary>A line with its balances in euro.</summary>
public sealed record BudgetLineItem(
    Guid Id, int Year, string LifeArea, string FundingSource, string Product, string CostCentre, string Appropriation, string Transferred, string Reserved, string Committed,
    string Paid, string Frozen, string Available)
{
    /// <summary>From what was read.</summary>
    public static BudgetLineItem Of(int year, BudgetLineView line) => new(
        line.Id, year, line.LifeArea, line.FundingSource, line.Product, line.CostCentre, Euros(line.AppropriationCents), Euros(line.TransferredCents), Euros(line.ReservedCents),
        Euros(line.CommittedCents), Euros(line.PaidCents), Euros(line.FrozenCents), Euros(line.AvailableCents));

    internal static string Euros(long cents) => new Money(cents).ToString();
}

/// <summary>A page of bookings.</summary>
public sealed record LedgerEntryPage(BudgetLineItem Line, IReadOnlyList<LedgerEntryItem> Items, string? NextCursor)
{
    /// <summary>From what was read.</summary>
    public static LedgerEntryPage Of(BudgetLineDetails details) => new(
        BudgetLineItem.Of(details.Year, details.Line),
        [.. details.Entries.Select(entry => new LedgerEntryItem(entry.At, entry.Kind, entry.Debit, entry.Credit, BudgetLineItem.Euros(entry.AmountCents), entry.ProposalId, entry.Number, entry.Text))],
        details.Next?.ToString(CultureInfo.InvariantCulture));
}

/// <summary>One booking.</summary>
public sealed record LedgerEntryItem(DateTime At, string Kind, string Debit, string Credit, string Amount, Guid? ProposalId, string? ProposalNumber, string Text);

/// <summary>A booking of the treasurer.</summary>
/// <param name="Kind"><c>Appropriation</c>, <c>Reduction</c>, <c>Transfer</c>, <c>Freeze</c> or <c>Unfreeze</c>.</param>
/// <param name="Amount">Euro with two decimals: <c>"1234.56"</c>.</param>
/// <param name="Text">What for.</param>
/// <param name="ToLineId">For a transfer: the line it goes to.</param>
public sealed record NewLedgerEntry(string? Kind, string? Amount, string? Text, Guid? ToLineId = null)
{
    // What cannot be read is told with its text; nobody wants all of a megabyte back.
    private const int LongestAmount = 40;

    /// <summary>The use case it asks for, or what is wrong with the fields.</summary>
    public Result<IRequest<Result<Done>>> Request(Guid line)
    {
        if (Amount?.Length > LongestAmount)
            return Field(nameof(Amount), Error.Of("input.too-long"));
        var amount = Money.Parse(Amount);
        if (amount.Error is { } unreadable)
            return Field(nameof(Amount), unreadable);
        var (cents, text) = (amount.Value.Cents, Text ?? "");
        return Kind switch
        {
            "Appropriation" => Result.Ok<IRequest<Result<Done>>>(new PostAppropriation(line, cents, text)),
            "Transfer" => Result.Ok<IRequest<Result<Done>>>(new TransferFunds(line, ToLineId ?? Guid.Empty, cents, text)),
            _ when Enum.TryParse<BudgetAdjustment>(Kind, out var kind) && Enum.IsDefined(kind) => Result.Ok<IRequest<Result<Done>>>(new AdjustBudgetLine(line, kind, cents, text)),
            _ => Field(nameof(Kind), Error.Of("input.unknown")),
        };
    }

    private static Error Field(string field, Error error) =>
        Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [field] = [error] } };
}
