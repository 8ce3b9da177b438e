using Governance.Web.Texts;
using Governance.Web.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin.People;

/// <summary>What is entered of a person, new or known.</summary>
public abstract class PersonForm(TextCatalog texts) : PageModel
{
    /// <summary>First and last name.</summary>
    [BindProperty]
    public string? FullName { get; set; }

    /// <summary>Address for notices.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Unit of the administration.</summary>
    [BindProperty]
    public string? Unit { get; set; }

    /// <summary>Language of mails.</summary>
    [BindProperty]
    public string? Culture { get; set; }

    /// <summary>The texts of pages.</summary>
    protected TextCatalog Texts => texts;

    /// <summary>Languages to choose from.</summary>
    public IReadOnlyList<Choice> Cultures => [new("de", texts["Ui.Language.German"]), new("en", texts["Ui.Language.English"])];
}
