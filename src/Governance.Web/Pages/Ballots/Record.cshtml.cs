using System.Globalization;
using Governance.Ballots;
using Governance.Web.Api;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Ballots;

/// <summary>Clerk or chair records the result of an item as the minutes word it: first the entries, then their consequence to confirm.</summary>
public sealed class RecordModel(IMediator mediator, TextCatalog texts, ErrorTexts errors) : BallotPage(mediator)
{
    private static readonly DecisionOutcome[] PreAdvice = [DecisionOutcome.PreAdvisedUnchanged, DecisionOutcome.PreAdvisedChanged];

    /// <summary>The entries.</summary>
    [BindProperty]
    public RecordForm Form { get; set; } = new();

    /// <summary><c>save</c> once the consequence was confirmed, <c>change</c> to go back to the entries.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>True when the consequence is to be confirmed.</summary>
    public bool IsConfirming { get; private set; }

    /// <summary>The outcomes to choose from, by what they mean. Pre-advice is offered where the body gives it.</summary>
    public IReadOnlyList<Choice> Outcomes =>
    [
        .. Enum.GetValues<DecisionOutcome>().Where(outcome => Ballot.Role == BallotRole.Hearing || !PreAdvice.Contains(outcome))
            .Select(outcome => new Choice(outcome.ToString(), OutcomeWord(outcome.ToString()), Group: texts[$"Ballots.Group.{Group(outcome)}"])),
    ];

    /// <summary>The ways of counting.</summary>
    public IReadOnlyList<Choice> Countings =>
        [.. Enum.GetValues<CountEntry>().Select(entry => new Choice(entry.ToString(), texts[$"Ballots.Counting.{entry}"], texts[$"Ballots.CountingNote.{entry}"]))];

    /// <summary>The bodies to refer to.</summary>
    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    /// <summary>What was typed, to be sent again with the confirmation.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed =>
        Request.Form.Where(one => one.Key.StartsWith("Form.", StringComparison.Ordinal)).Select(one => KeyValuePair.Create(one.Key, one.Value.ToString()));

    /// <summary>What follows from the outcome.</summary>
    public string Consequence => texts[$"Ballots.Next.{Form.Outcome!.Value.ToCoarse()}"];

    /// <summary>The counts in one line, or that there are none.</summary>
    public string CountsLine => Form.ToRequest(Id).Counts is not { } counts ? texts["Ballots.Counting.None"] : texts[
        "Ballots.Record.Counts", counts.Present,
        counts.Yes ?? counts.Present - counts.Recused - counts.No - counts.Abstain - counts.NotVoting, counts.No, counts.Abstain, counts.Recused];

    /// <summary>Shows the entries; of a closed ballot its result.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await ReadToConductAsync(ct) ?? (Ballot.Result is null ? await ShowAsync(ct) : RedirectToPage("/Ballots/Show", new { Id }));

    /// <summary>Checks, asks, records.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadToConductAsync(ct) is { } refused)
            return refused;
        foreach (var field in Form.Missing())
            ModelState.TryAddModelError($"{nameof(Form)}.{field}", errors.Sentence(Error.Of("input.required")));
        if (Form.IgnoresCounts)
            ModelState.TryAddModelError($"{nameof(Form)}.{nameof(Form.Counting)}", texts["Ballots.Record.CountsIgnored"]);
        if (!ModelState.IsValid || Step == "change")
            return await ShowAsync(ct);
        var isSaving = Step == "save";
        var result = await Mediator.Send<Result<Done>>(isSaving ? Form.ToRequest(Id) : new CheckBallotResult(Form.ToRequest(Id)), ct);
        if (result.Error is { } error)
        {
            var page = await RefuseAsync(error, ct, nameof(Form));
            return page is Microsoft.AspNetCore.Mvc.RazorPages.PageResult ? await ShowAsync(ct) : page;
        }

        if (!isSaving)
        {
            IsConfirming = true;
            return await ShowAsync(ct);
        }

        this.Done(texts["Ballots.Record.Done", OutcomeWord(Form.Outcome!.Value.ToString())]);
        return RedirectToPage("/Ballots/Show", new { Id });
    }

    private static string Group(DecisionOutcome outcome) => outcome.ToCoarse() switch
    {
        CoarseOutcome.Adopted or CoarseOutcome.AdoptedAmended or CoarseOutcome.AdoptedInPart => "Adopted",
        CoarseOutcome.Rejected => "Rejected",
        _ => "Other",
    };

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var targets = await Mediator.Send(new ReferralTargets(Id), ct);
        if (targets.IsSuccess)
            Bodies = [.. targets.Value.Select(body => new Choice(body.Code, body.Name.In(CultureInfo.CurrentUICulture)))];
        return Page();
    }
}
