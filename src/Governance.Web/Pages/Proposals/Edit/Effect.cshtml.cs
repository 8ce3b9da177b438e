using System.Globalization;
using Governance.Proposals;
using Governance.Web.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 4, Wirkung: economic, ecological and social value, each 0 to 5 with a reason.</summary>
public sealed class EffectStep(EditDesk desk) : EditStep(desk)
{
    /// <inheritdoc />
    public override int Number => EditSteps.Effect;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public EffectForm Form { get; set; } = new();

    /// <summary>The points to choose from.</summary>
    public IReadOnlyList<Choice> Points =>
        [.. Enumerable.Range(0, 6).Select(points => new Choice(points.ToString(CultureInfo.InvariantCulture), Desk.Texts[$"Proposals.Value.{points}"]))];

    /// <inheritdoc />
    protected override void Show(ProposalContent content) => Form = new()
    {
        Economic = content.Values.Economic,
        EconomicReason = content.Values.EconomicReason,
        Ecological = content.Values.Ecological,
        EcologicalReason = content.Values.EcologicalReason,
        Social = content.Values.Social,
        SocialReason = content.Values.SocialReason,
    };

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content) => content with
    {
        Values = new()
        {
            Economic = Form.Economic,
            EconomicReason = Form.EconomicReason.Text(),
            Ecological = Form.Ecological,
            EcologicalReason = Form.EcologicalReason.Text(),
            Social = Form.Social,
            SocialReason = Form.SocialReason.Text(),
        },
    };
}

/// <summary>The fields of step 4; see <see cref="ProposalValues"/>.</summary>
public sealed class EffectForm
{
    /// <summary>Wirtschaftlich.</summary>
    public int? Economic { get; set; }

    /// <summary>Begründung.</summary>
    public string? EconomicReason { get; set; }

    /// <summary>Ökologisch.</summary>
    public int? Ecological { get; set; }

    /// <summary>Begründung.</summary>
    public string? EcologicalReason { get; set; }

    /// <summary>Sozial.</summary>
    public int? Social { get; set; }

    /// <summary>Begründung.</summary>
    public string? SocialReason { get; set; }
}
