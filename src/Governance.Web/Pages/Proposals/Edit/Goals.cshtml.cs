using Governance.Proposals;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 2, Ziele und Zielbild: problem, goal, contribution, who benefits, who takes part.</summary>
public sealed class GoalsStep(EditDesk desk) : EditStep(desk)
{
    /// <inheritdoc />
    public override int Number => EditSteps.Goals;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public GoalsForm Form { get; set; } = new();

    /// <inheritdoc />
    protected override void Show(ProposalContent content) => Form = new()
    {
        Problem = content.Problem,
        Goal = content.Goal,
        TargetPicture = content.TargetPicture,
        Beneficiaries = content.Beneficiaries,
        Participation = content.Participation,
    };

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content) => content with
    {
        Problem = Form.Problem.Text(),
        Goal = Form.Goal.Text(),
        TargetPicture = Form.TargetPicture.Text(),
        Beneficiaries = Form.Beneficiaries.Text(),
        Participation = Form.Participation.Text(),
    };
}

/// <summary>The fields of step 2; see <see cref="ProposalContent"/>.</summary>
public sealed class GoalsForm
{
    /// <summary>Problem.</summary>
    public string? Problem { get; set; }

    /// <summary>Ziel.</summary>
    public string? Goal { get; set; }

    /// <summary>Beitrag zum Zielbild.</summary>
    public string? TargetPicture { get; set; }

    /// <summary>Zielgruppen.</summary>
    public string? Beneficiaries { get; set; }

    /// <summary>Beteiligung.</summary>
    public string? Participation { get; set; }
}
