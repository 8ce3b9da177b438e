using Governance.Documents;
using Governance.Proposals;
using Governance.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 8, Unterlagen: files are added and taken out one by one.</summary>
[BodyLimit(AddAttachment.Largest + (2 * 1024 * 1024))]
public sealed class FilesStep(EditDesk desk) : EditStep(desk)
{
    private const string Remove = "remove-";

    /// <inheritdoc />
    public override int Number => EditSteps.Documents;

    /// <inheritdoc />
    public override bool SendsFiles => true;

    /// <summary>A file to add.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Endings for the file dialog.</summary>
    public static string Accept => string.Join(',', AttachmentKind.AllExtensions);

    /// <summary>Adds or takes out, or goes on.</summary>
    public override async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        if (Go?.StartsWith(Remove, StringComparison.Ordinal) == true && Guid.TryParse(Go[Remove.Length..], out var id))
            return await RemoveAsync(id, ct);
        if (Upload is not null)
            return await AddAsync(Upload, ct);
        if (Go == "upload")
        {
            ModelState.AddModelError(nameof(Upload), Desk.Texts["Proposals.Files.Choose"]);
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        return await DoneAsync(ct);
    }

    /// <inheritdoc />
    protected override void Show(ProposalContent content)
    {
    }

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content) => content;

    private async Task<IActionResult> AddAsync(IFormFile file, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        var added = await Desk.Mediator.Send(new AddAttachment(Id, file.FileName, content), ct);
        if (added.Error is { } error)
        {
            var status = Api.ErrorStatus.Of(error.Code);
            if (status == StatusCodes.Status403Forbidden)
                return StatusCode(status);
            ModelState.AddModelError(nameof(Upload), Desk.Errors.Sentence(error));
            return Again(status);
        }

        this.Done(Desk.Texts["Proposals.Files.Added", AttachmentName.Clean(file.FileName)]);

        // A file that was chosen and not yet added goes along with whichever button was pressed.
        return Go is "next" or "back" or "later" || Chosen is not null ? await DoneAsync(ct) : Redirect($"/proposals/{Id}/edit/{Number}");
    }

    private async Task<IActionResult> RemoveAsync(Guid id, CancellationToken ct)
    {
        var removed = await Desk.Mediator.Send(new RemoveAttachment(Id, id), ct);
        if (removed.Error is { } error)
            return Refuse(error, Proposal.Content);
        this.Done(Desk.Texts["Proposals.Files.Removed"]);
        return Redirect($"/proposals/{Id}/edit/{Number}");
    }
}
