using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Texts;
using Governance.Web.Ui.Page;
using MediatR;

namespace Governance.Web.Pages.Proposals;

/// <summary>What every step of the form works with.</summary>
public sealed record EditDesk(IMediator Mediator, TextCatalog Texts, ErrorTexts Errors, ProposalWords Words, Checklist Checklist, TimeProvider Clock)
{
    /// <summary>The steps and how far each is.</summary>
    public IReadOnlyList<Step> Steps(ProposalDetails proposal, int current)
    {
        var missing = Checklist.Of(proposal).ToLookup(finding => finding.Step);
        return [.. Enumerable.Range(1, EditSteps.Submit).Select(step => StepOf(proposal, step, current, missing[step].Count()))];
    }

    private Step StepOf(ProposalDetails proposal, int step, int current, int missing)
    {
        var touched = EditSteps.IsTouched(step, proposal.Content, proposal.Attachments.Count);
        var state = step == current ? StepState.Current : !touched ? StepState.Ahead : missing > 0 ? StepState.Incomplete : StepState.Done;
        var note = touched && missing > 0 ? Texts.Count("Proposals.Missing", missing) : null;
        return new(Texts[$"Proposals.Step.{step}"], state, $"/proposals/{proposal.Id}/edit/{step}", note);
    }
}
