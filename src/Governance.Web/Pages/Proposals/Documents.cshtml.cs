using Governance.Documents;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>The files of a proposal; uploads are a step of the form.</summary>
public sealed class DocumentsModel(IMediator mediator, ProposalWords words) : ProposalPage(mediator, words)
{
    /// <inheritdoc />
    public override string Tab => "documents";

    /// <summary>Lists them, or sends the one that the address names.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? file, CancellationToken ct) => file is { } one ? await SendAsync(one, ct) : await ReadAsync(ct) ?? Page();

    // Always as a download: nothing that users send is shown as a page of ours.
    private async Task<IActionResult> SendAsync(Guid file, CancellationToken ct)
    {
        var opened = await Mediator.Send(new OpenAttachment(Id, file), ct);
        if (opened.Error is { } error)
            return this.Refused(error);
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-store";
        return File(opened.Value.Content, opened.Value.MediaType, opened.Value.FileName);
    }
}
