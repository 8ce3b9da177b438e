using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Styleguide;

/// <summary>A form that works: mistakes keep the input, success is told on the next page.</summary>
public sealed class FormModel(IWebHostEnvironment environment, TextCatalog texts) : StyleguidePage(environment, texts)
{
    /// <summary>Title of the proposal.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Cost in cents.</summary>
    [BindProperty, Euro]
    public long? Amount { get; set; }

    /// <summary>First day.</summary>
    [BindProperty]
    public DateOnly? Start { get; set; }

    /// <summary>Kind of financing.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Whether the rules were read.</summary>
    [BindProperty]
    public bool Agree { get; set; }

    /// <summary>Checks and goes on.</summary>
    public IActionResult OnPost()
    {
        Require(nameof(Title), Title);
        Require(nameof(Amount), Amount);
        Require(nameof(Start), Start);
        Require(nameof(Kind), Kind);
        if (!ModelState.IsValid) return Page();
        this.Done(Texts["Styleguide.Done", Title, Euro.Format(Amount!.Value), Dates.Weekday(Start!.Value)]);
        return RedirectToPage();
    }

    private void Require(string field, object? value)
    {
        if (value is null && ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError(field, Texts["Ui.Field.Missing"]);
    }
}
