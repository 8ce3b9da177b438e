using Governance.Proposals;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>What changed between two submissions, or since the last one, side by side.</summary>
public sealed class ChangesModel(IMediator mediator, ProposalWords words, ContentLines lines, TextCatalog texts) : ProposalPage(mediator, words)
{
    /// <inheritdoc />
    public override string Tab => "history";

    /// <summary>What stands on the left.</summary>
    public string Before { get; private set; } = "";

    /// <summary>What stands on the right.</summary>
    public string After { get; private set; } = "";

    /// <summary>What differs.</summary>
    public IReadOnlyList<ContentChange> Changes { get; private set; } = [];

    /// <summary>True when there are two to compare.</summary>
    public bool HasTwo { get; private set; }

    /// <summary>Compares the newest two.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var found = await Mediator.Send(new GetSubmissions(Id), ct);
        if (found.Error is { } error)
            return this.Refused(error);
        List<(string Name, ProposalContent Content)> versions =
            [.. found.Value.Select(one => (texts["Proposals.Changes.Version", one.Number, Dates.Short(Berlin.Day(one.At))], one.Content))];
        if (Proposal.IsEditable)
            versions.Add((texts["Proposals.Changes.Now"], Proposal.Content));
        HasTwo = versions.Count > 1;
        if (!HasTwo)
            return Page();
        (Before, After) = (versions[^2].Name, versions[^1].Name);
        Changes = lines.Between(versions[^2].Content, versions[^1].Content);
        return Page();
    }
}
