using Governance.Inbox;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Ui;
using Governance.Web.Ui.Page;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 9, Prüfen und einreichen: all that is missing at once, all that was said, and the way out.</summary>
public sealed class SubmitStep(EditDesk desk, ContentLines lines, CommandScope scope) : EditStep(desk)
{
    /// <inheritdoc />
    public override int Number => EditSteps.Submit;

    /// <summary>What the owner answers to a return.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What is missing.</summary>
    public IReadOnlyList<Finding> Findings => Desk.Checklist.Of(Proposal);

    /// <inheritdoc />
    public override IReadOnlyList<FieldError>? Elsewhere => !ModelState.IsValid ? null :
        [.. Findings.Select(finding => new FieldError(finding.Message, finding.Field, $"/proposals/{Id}/edit/{finding.Step}?check=true"))];

    /// <summary>All that was filled in.</summary>
    public IReadOnlyList<ContentLine> Lines => [.. lines.Of(Proposal.Content).Where(line => line.Text.Length > 0)];

    /// <summary>Submits, or goes back.</summary>
    public override async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refused = await ReadAsync(ct);
        if (Proposal is { IsEditable: false } && Corrects && Answer.Text().Length > 0)
            return Faster();
        if (refused is not null)
            return refused;
        if (Go != "submit")
            return await KeepAsync(ct) ?? await DoneAsync(ct);
        var submitted = await Desk.Mediator.Send(new SubmitProposal(Id, Version, Answer.Text()), ct);
        if (submitted.Error is { } known && known.Fields.ContainsKey(nameof(Answer)))
            return RefuseAnswer(known);
        if (submitted.Error is { Code: "proposal.incomplete" } incomplete)
            return await KeepAsync(ct) ?? Again(ErrorStatus.Of(incomplete.Code));
        if (submitted.Error is { } error)
            return Refuse(error, Proposal.Content);
        this.Done(Desk.Texts["Proposals.Submitted", submitted.Value]);
        return Redirect($"/proposals/{Id}");
    }

    /// <inheritdoc />
    protected override void Show(ProposalContent content) => Answer = Proposal.Correction?.Draft;

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content) => content;

    // Reading is not enough to be told of the race: only who could have corrected has lost it.
    private bool Corrects => Proposal.IsMine || scope.Actor.DeputyFor.Contains(Proposal.OwnerId);

    // Who goes back to correct once more finds the answer again.
    private async Task<IActionResult?> KeepAsync(CancellationToken ct)
    {
        if (Proposal.Correction is not { } correction || correction.Draft == Answer.Text())
            return null;
        return (await Desk.Mediator.Send(new SaveTaskDraft(correction.TaskId, Answer.Text()), ct)).Error is { } error ? RefuseAnswer(error) : null;
    }

    // Owner and deputy at once: the slower one's words stay on the page, to be sent another way.
    private IActionResult Faster()
    {
        var error = Error.Of("proposal.already-submitted", ("number", Proposal.Number));
        ModelState.AddModelError("", Desk.Errors.Sentence(error));
        return Again(ErrorStatus.Of(error.Code));
    }

    private IActionResult RefuseAnswer(Error error)
    {
        foreach (var fault in error.Fields.Values.SelectMany(faults => faults).DefaultIfEmpty(error))
            ModelState.AddModelError(nameof(Answer), Desk.Errors.Sentence(fault));
        return Again(ErrorStatus.Of(error.Code));
    }
}
