using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Ui;
using Governance.Web.Ui.Page;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 9, Prüfen und einreichen: all that is missing at once, all that was said, and the way out.</summary>
public sealed class SubmitStep(EditDesk desk, ContentLines lines) : EditStep(desk)
{
    /// <inheritdoc />
    public override int Number => EditSteps.Submit;

    /// <summary>What is missing.</summary>
    public IReadOnlyList<Finding> Findings => Desk.Checklist.Of(Proposal.Content);

    /// <inheritdoc />
    public override IReadOnlyList<FieldError>? Elsewhere => !ModelState.IsValid ? null :
        [.. Findings.Select(finding => new FieldError(finding.Message, finding.Field, $"/proposals/{Id}/edit/{finding.Step}?check=true"))];

    /// <summary>All that was filled in.</summary>
    public IReadOnlyList<ContentLine> Lines => [.. lines.Of(Proposal.Content).Where(line => line.Text.Length > 0)];

    /// <summary>Submits, or goes back.</summary>
    public override async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        if (Go != "submit")
            return await DoneAsync(ct);
        var submitted = await Desk.Mediator.Send(new SubmitProposal(Id, Version), ct);
        if (submitted.Error is { Code: "proposal.incomplete" } incomplete)
            return Again(ErrorStatus.Of(incomplete.Code));
        if (submitted.Error is { } error)
            return Refuse(error, Proposal.Content);
        this.Done(Desk.Texts["Proposals.Submitted", submitted.Value]);
        return Redirect($"/proposals/{Id}");
    }

    /// <inheritdoc />
    protected override void Show(ProposalContent content)
    {
    }

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content) => content;
}
