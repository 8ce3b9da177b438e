using Governance.Proposals;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 1, Vorhaben: what it is called, who is responsible, which life areas it serves.</summary>
public sealed class ProjectStep(EditDesk desk) : EditStep(desk)
{
    /// <inheritdoc />
    public override int Number => EditSteps.Project;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    /// <inheritdoc />
    protected override void Show(ProposalContent content) => Form = new()
    {
        Title = content.Title,
        ShortTitle = content.ShortTitle,
        Project = content.Project,
        Unit = content.Unit,
        Contact = content.Contact,
        LeadingLifeArea = content.LeadingLifeArea,
        FurtherLifeAreas = [.. content.FurtherLifeAreas],
        Partners = content.Partners,
    };

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content) => content with
    {
        Title = Form.Title.Text(),
        ShortTitle = Form.ShortTitle.Text(),
        Project = Form.Project.Text(),
        Unit = Form.Unit.Text(),
        Contact = Form.Contact.Text(),
        LeadingLifeArea = Form.LeadingLifeArea.Text(),
        FurtherLifeAreas = [.. (Form.FurtherLifeAreas ?? []).Where(code => code != Form.LeadingLifeArea)],
        Partners = Form.Partners.Text(),
    };
}

/// <summary>The fields of step 1; see <see cref="ProposalContent"/>.</summary>
public sealed class ProjectForm
{
    /// <summary>Titel.</summary>
    public string? Title { get; set; }

    /// <summary>Kurztitel.</summary>
    public string? ShortTitle { get; set; }

    /// <summary>Projekt.</summary>
    public string? Project { get; set; }

    /// <summary>Organisationseinheit.</summary>
    public string? Unit { get; set; }

    /// <summary>Kontakt.</summary>
    public string? Contact { get; set; }

    /// <summary>Führender Lebensbereich.</summary>
    public string? LeadingLifeArea { get; set; }

    /// <summary>Weitere Lebensbereiche.</summary>
    public List<string>? FurtherLifeAreas { get; set; }

    /// <summary>Partner.</summary>
    public string? Partners { get; set; }
}
