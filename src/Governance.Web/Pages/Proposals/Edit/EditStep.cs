using System.Globalization;
using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Ui.Format;
using Governance.Web.Ui.Page;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Proposals;

/// <summary>A step of the form: reads the draft, shows it, saves what was typed and goes where the pressed button leads. What a step
/// does not show it does not touch.</summary>
[BodyLimit(2 * 1024 * 1024)]
public abstract class EditStep(EditDesk desk) : PageModel
{
    private const string SavedKey = "SavedAt";

    /// <summary>Which proposal.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The pressed button: next, back, later, save, the number of a step, or what the step knows.</summary>
    [BindProperty]
    public string? Go { get; set; }

    /// <summary>The step, from 1.</summary>
    public abstract int Number { get; }

    /// <summary>Whether the form sends files.</summary>
    public virtual bool SendsFiles => false;

    /// <summary>The proposal as stored.</summary>
    public ProposalDetails Proposal { get; private set; } = null!;

    /// <summary>All steps.</summary>
    public IReadOnlyList<Step> Steps => desk.Steps(Proposal, Number);

    /// <summary>Mistakes that lie at other steps; null when those of this page are meant.</summary>
    public virtual IReadOnlyList<FieldError>? Elsewhere => null;

    /// <summary>Words for codes.</summary>
    public ProposalWords Words => desk.Words;

    /// <summary>When the draft was just saved, or null.</summary>
    public string? SavedAt { get; private set; }

    /// <summary>The step chosen from the list, or null.</summary>
    protected int? Chosen => int.TryParse(Go, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is >= 1 and <= EditSteps.Submit ? step : null;

    /// <summary>What the step works with.</summary>
    protected EditDesk Desk => desk;

    /// <summary>Puts the stored content into the form.</summary>
    protected abstract void Show(ProposalContent content);

    /// <summary>Takes the form over into the content.</summary>
    protected abstract ProposalContent Take(ProposalContent content);

    /// <summary>Shows the step; with <paramref name="check"/> also what is missing in it.</summary>
    public async Task<IActionResult> OnGetAsync(bool check, CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        if (!Proposal.IsEditable)
            return Redirect($"/proposals/{Id}");
        Version = Proposal.Version;
        Show(Proposal.Content);
        SavedAt = TempData[SavedKey] as string;
        if (check)
            foreach (var finding in desk.Checklist.Of(Proposal).Where(finding => finding.Step == Number))
                ModelState.AddModelError(finding.Field, finding.Message);
        return Page();
    }

    /// <summary>Saves and goes on.</summary>
    public virtual async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var content = Take(Proposal.Content);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status422UnprocessableEntity);
        var saved = await desk.Mediator.Send(new SaveDraft(Id, content, Version), ct);
        if (saved.Error is { } error)
            return Refuse(error, content);
        return await DoneAsync(ct);
    }

    /// <summary>Where to go once the step is saved.</summary>
    protected virtual Task<IActionResult> DoneAsync(CancellationToken ct)
    {
        TempData[SavedKey] = Dates.Time(TimeOnly.FromDateTime(Berlin.Local(desk.Clock.GetUtcNow().UtcDateTime)));
        return Task.FromResult<IActionResult>(Redirect(Go switch
        {
            "next" => To(Math.Min(Number + 1, EditSteps.Submit)),
            "back" => To(Math.Max(Number - 1, 1)),
            "later" => $"/proposals/{Id}",
            _ when Chosen is { } step => Steps[step - 1].Href ?? To(step),
            _ => To(Number) + Stay(),
        }));
    }

    /// <summary>What the address of the same step needs to look the same again.</summary>
    protected virtual string Stay() => "";

    /// <summary>The page with what is wrong; the input stays.</summary>
    protected IActionResult Refuse(Error error, ProposalContent content)
    {
        var status = ErrorStatus.Of(error.Code);
        if (status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
            return this.Refused(error);
        foreach (var (path, faults) in error.Fields)
            foreach (var fault in faults)
                if (desk.Checklist.Find(path.Replace("Content.", "", StringComparison.Ordinal), fault, content) is var finding)
                    ModelState.AddModelError(finding.Step == Number ? finding.Field : "", finding.Message);
        if (error.Code == "version.stale")
        {
            // Sending again is a decision: this step's statements then replace those that somebody saved meanwhile.
            Version = Proposal.Version;
            ModelState.AddModelError("", desk.Texts["Proposals.Stale"]);
        }
        else if (error.Fields.Count == 0)
            ModelState.AddModelError("", desk.Errors.Sentence(error));
        return Again(status);
    }

    /// <summary>The page again, with a status that says why.</summary>
    protected IActionResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>Reads the proposal; only who may change it gets further.</summary>
    protected async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var found = await desk.Mediator.Send(new GetProposal(Id), ct);
        if (found.Error is { } error)
            return this.Refused(error);
        Proposal = found.Value;
        return Proposal.MayEdit ? null : StatusCode(StatusCodes.Status403Forbidden);
    }

    private string To(int step) => $"/proposals/{Id}/edit/{step}";
}
