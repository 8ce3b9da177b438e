using System.Globalization;
using Governance.Funding;
using Governance.People;
using Governance.Persistence;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using Governance.Web.Ui.Format;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Budget;

/// <summary>The treasurer books on a line: appropriation, reduction, transfer, freeze and its end.</summary>
public sealed class BookModel(IMediator mediator, Access access, CommandScope scope, ErrorTexts errors, TextCatalog texts) : PageModel
{
    private const string Transfer = "Transfer";
    private const string Appropriation = "Appropriation";

    /// <summary>The line.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is booked.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The line that a transfer goes to.</summary>
    [BindProperty]
    public Guid? ToLineId { get; set; }

    /// <summary>How much.</summary>
    [BindProperty, Euro]
    public long? Cents { get; set; }

    /// <summary>What for.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary><c>save</c> once the booking was confirmed, <c>change</c> to go back to the form.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>True when the booking is to be confirmed.</summary>
    public bool IsConfirming { get; private set; }

    /// <summary>What was typed, to be sent again with the confirmation.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed =>
        Request.Form.Where(one => one.Key is nameof(Kind) or nameof(ToLineId) or nameof(Cents) or nameof(Text) or nameof(Once)).Select(one => KeyValuePair.Create(one.Key, one.Value.ToString()));

    /// <summary>What is available on the line afterwards.</summary>
    public long AvailableAfterwards => Details.Line.AvailableCents + (Kind is Appropriation or nameof(BudgetAdjustment.Unfreeze) ? Cents!.Value : -Cents!.Value);

    /// <summary>Name of the line that a transfer goes to, or null.</summary>
    public string? To => Kind == Transfer && OtherLines.FirstOrDefault(line => line.Value == ToLineId.ToString()) is { } line ? $"{line.Group}, {line.Label}" : null;

    /// <summary>Tells a second click on the same form from a second booking.</summary>
    [BindProperty]
    public string Once { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>The line as it stands.</summary>
    public BudgetLineDetails Details { get; private set; } = null!;

    /// <summary>"Mobilität, Stadt".</summary>
    public string Name => NameOf(Details.Line);

    /// <summary>What can be booked.</summary>
    public IReadOnlyList<Choice> Kinds => [.. new[] { Appropriation, nameof(BudgetAdjustment.Reduction), Transfer, nameof(BudgetAdjustment.Freeze), nameof(BudgetAdjustment.Unfreeze) }
        .Select(kind => new Choice(kind, texts["Budget.BookKind." + kind], texts["Budget.BookNote." + kind]))];

    /// <summary>The other lines of the year.</summary>
    public IReadOnlyList<Choice> OtherLines { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ?? Page();

    /// <summary>Checks, asks, books; what was typed stays when it is refused.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        if (Kinds.All(kind => kind.Value != Kind))
            Wrong(nameof(Kind), "input.required");
        if (Kind == Transfer && ToLineId is null)
            Wrong(nameof(ToLineId), "input.required");
        if (Cents is null && ModelState.GetFieldValidationState(nameof(Cents)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            Wrong(nameof(Cents), "input.required");
        if (string.IsNullOrWhiteSpace(Text))
            Wrong(nameof(Text), "input.required");
        if (!ModelState.IsValid || Step == "change")
            return Page();
        if (Step != "save")
        {
            if ((await mediator.Send(new CheckEntry(Id, Of(Kind!), Cents!.Value), ct)).Error is { } wrong)
                return Refused(wrong);
            IsConfirming = true;
            return Page();
        }

        scope.IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"book:{Once}:{Kind}:{Cents}:{ToLineId}");
        var booked = await mediator.Send(Entry(Cents!.Value, Text!), ct);
        if (booked.Error is { } error)
            return Refused(error);
        this.Done(texts["Budget.Booked", Euro.Format(Cents.Value)]);
        return RedirectToPage("Line", new { id = Id });
    }

    private static LedgerEntryKind Of(string kind) => kind switch
    {
        Transfer => LedgerEntryKind.TransferOut,
        nameof(BudgetAdjustment.Reduction) => LedgerEntryKind.AppropriationReduction,
        _ => Enum.Parse<LedgerEntryKind>(kind),
    };

    private IRequest<Result<Done>> Entry(long cents, string text) => Kind switch
    {
        Appropriation => new PostAppropriation(Id, cents, text),
        Transfer => new TransferFunds(Id, ToLineId!.Value, cents, text),
        _ => new AdjustBudgetLine(Id, Enum.Parse<BudgetAdjustment>(Kind!), cents, text),
    };

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        if (!await access.CanAsync(new PostAppropriation(Id, 0, ""), ct))
            return this.Refused(AccessErrors.Forbidden(nameof(PostAppropriation)));
        var line = await mediator.Send(new GetBudgetLine(Id, Limit: 1), ct);
        if (line.Error is { } unknown)
            return this.Refused(unknown);
        Details = line.Value;
        var year = await mediator.Send(new GetBudget(Details.Year), ct);
        if (year.Error is { } error)
            return this.Refused(error);
        OtherLines = [.. year.Value.Lines.Where(other => other.Id != Id).Select(other => new Choice(
            other.Id.ToString(), texts["Budget.LineWithProduct", texts.Source(other.FundingSource), other.Product], Group: CityWords.LifeArea(other.LifeArea)))];
        return null;
    }

    // What the ledger refuses is about the amount, and is told beside it.
    private IActionResult Refused(Error error)
    {
        if (!error.Code.StartsWith("ledger.", StringComparison.Ordinal))
            return PageRefusals.Refused(this, error);
        ModelState.AddModelError(error.Code.StartsWith("ledger.transfer", StringComparison.Ordinal) ? nameof(ToLineId) : nameof(Cents), errors.Sentence(error));
        return Page();
    }

    private void Wrong(string field, string code) => ModelState.AddModelError(field, errors.Sentence(Error.Of(code)));

    private string NameOf(BudgetLineView line) => texts["Budget.LineName", CityWords.LifeArea(line.LifeArea), texts.Source(line.FundingSource)];
}
