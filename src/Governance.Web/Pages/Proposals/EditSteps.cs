using Governance.Proposals;

namespace Governance.Web.Pages.Proposals;

/// <summary>The steps of the form, from 1, and which field stands where.</summary>
public static class EditSteps
{
    /// <summary>Vorhaben.</summary>
    public const int Project = 1;

    /// <summary>Ziele und Zielbild.</summary>
    public const int Goals = 2;

    /// <summary>Arbeitspakete und Zeitraum.</summary>
    public const int Work = 3;

    /// <summary>Wirkung.</summary>
    public const int Effect = 4;

    /// <summary>Finanzierungsplan.</summary>
    public const int Plan = 5;

    /// <summary>Finanzielle Auswirkungen.</summary>
    public const int Finance = 6;

    /// <summary>Datenschutz, Sicherheit, Recht.</summary>
    public const int Law = 7;

    /// <summary>Unterlagen.</summary>
    public const int Documents = 8;

    /// <summary>Prüfen und einreichen.</summary>
    public const int Submit = 9;

    /// <summary>The step of a property of <see cref="ProposalContent"/>.</summary>
    public static int Of(string path) => path.Split('.', '[')[0] switch
    {
        "Title" or "ShortTitle" or "Project" or "Unit" or "Contact" or "LeadingLifeArea" or "FurtherLifeAreas" or "Partners" => Project,
        "Problem" or "Goal" or "TargetPicture" or "Beneficiaries" or "Participation" => Goals,
        "WorkPackages" or "Start" or "End" => Work,
        "Values" => Effect,
        "Costs" or "Cover" or "cost" or "cover" or "years" => Plan,
        "Finance" => Finance,
        _ => Law,
    };

    /// <summary>Whether anything was filled in at a step.</summary>
    public static bool IsTouched(int step, ProposalContent content, int documents) => step switch
    {
        Project => content.Title.Length > 0 || content.LeadingLifeArea.Length > 0,
        Goals => content.Problem.Length + content.Goal.Length + content.TargetPicture.Length > 0,
        Work => content.WorkPackages.Count > 0 || content.Start is not null || content.End is not null,
        Effect => content.Values != new ProposalValues(),
        Plan => content.Costs.Count + content.Cover.Count > 0,
        Finance => content.Finance.IsTouched,
        Law => content.PersonalData is not null || content.Resolution.Length > 0,
        Documents => documents > 0,
        _ => false,
    };
}
