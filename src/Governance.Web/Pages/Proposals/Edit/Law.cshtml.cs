using Governance.Proposals;
using Governance.Web.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 7, Datenschutz, Sicherheit, Recht: risks, data, procurement, and the wording of the paper.</summary>
public sealed class LawStep(EditDesk desk) : EditStep(desk)
{
    /// <inheritdoc />
    public override int Number => EditSteps.Law;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public LawForm Form { get; set; } = new();

    /// <summary>Risk classes of the AI act; a class of another system stays.</summary>
    public IReadOnlyList<Choice> AiRiskClasses =>
    [
        .. ProposalWords.AiRiskClasses.Select(code => new Choice(code, Words.AiRisk(code))),
        .. Form.AiRiskClass is { Length: > 0 } other && !ProposalWords.AiRiskClasses.Contains(other, StringComparer.Ordinal) ? [new Choice(other, other)] : Array.Empty<Choice>(),
    ];

    /// <inheritdoc />
    protected override void Show(ProposalContent content) => Form = new()
    {
        Risks = content.Risks,
        PersonalData = content.PersonalData,
        ImpactAssessment = content.ImpactAssessment,
        ProcessingRecord = content.ProcessingRecord,
        Deletion = content.Deletion,
        Security = content.Security,
        AiRiskClass = content.AiRiskClass,
        Accessibility = content.Accessibility,
        Openness = content.Openness,
        Procurement = content.Procurement,
        StaffCouncil = content.StaffCouncil,
        Resolution = content.Resolution,
        Alternatives = content.Alternatives,
        LegalBasis = content.LegalBasis,
        NotPublic = content.NotPublic,
        NotPublicReason = content.NotPublicReason,
    };

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content) => content with
    {
        Risks = Form.Risks.Text(),
        PersonalData = Form.PersonalData,
        ImpactAssessment = Form.ImpactAssessment,
        ProcessingRecord = Form.ProcessingRecord.Text(),
        Deletion = Form.Deletion.Text(),
        Security = Form.Security.Text(),
        AiRiskClass = Form.AiRiskClass.Text(),
        Accessibility = Form.Accessibility.Text(),
        Openness = Form.Openness.Text(),
        Procurement = Form.Procurement.Text(),
        StaffCouncil = Form.StaffCouncil,
        Resolution = Form.Resolution.Text(),
        Alternatives = Form.Alternatives.Text(),
        LegalBasis = Form.LegalBasis.Text(),
        NotPublic = Form.NotPublic,
        NotPublicReason = Form.NotPublicReason.Text(),
    };
}

/// <summary>The fields of step 7; see <see cref="ProposalContent"/>.</summary>
public sealed class LawForm
{
    /// <summary>Risiken.</summary>
    public string? Risks { get; set; }

    /// <summary>Personenbezogene Daten.</summary>
    public bool? PersonalData { get; set; }

    /// <summary>Datenschutz-Folgenabschätzung.</summary>
    public bool? ImpactAssessment { get; set; }

    /// <summary>Verarbeitungsverzeichnis.</summary>
    public string? ProcessingRecord { get; set; }

    /// <summary>Löschung.</summary>
    public string? Deletion { get; set; }

    /// <summary>Informationssicherheit.</summary>
    public string? Security { get; set; }

    /// <summary>Risikoklasse nach der KI-Verordnung.</summary>
    public string? AiRiskClass { get; set; }

    /// <summary>Barrierefreiheit.</summary>
    public string? Accessibility { get; set; }

    /// <summary>Offenheit und Nachnutzung.</summary>
    public string? Openness { get; set; }

    /// <summary>Vergabe.</summary>
    public string? Procurement { get; set; }

    /// <summary>Beteiligung des Personalrats.</summary>
    public bool? StaffCouncil { get; set; }

    /// <summary>Beschlussvorschlag.</summary>
    public string? Resolution { get; set; }

    /// <summary>Alternativen.</summary>
    public string? Alternatives { get; set; }

    /// <summary>Rechtsgrundlage.</summary>
    public string? LegalBasis { get; set; }

    /// <summary>Nicht öffentlich.</summary>
    public bool NotPublic { get; set; }

    /// <summary>Warum nicht öffentlich.</summary>
    public string? NotPublicReason { get; set; }
}
