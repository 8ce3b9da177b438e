using Governance.People;
using Governance.Processes;
using Governance.Web.Ui.Process;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Route = Governance.Processes.Route;

namespace Governance.Web.Pages.Proposals;

/// <summary>The way of a proposal as a picture and as a list; for every step that was taken, why.</summary>
public sealed class RouteModel(IMediator mediator, Access access, ProposalWords words, RouteWords ways) : ProposalPage(mediator, words)
{
    /// <inheritdoc />
    public override string Tab => "route";

    /// <summary>The way, or null before the submission.</summary>
    public Route? Route { get; private set; }

    /// <summary>The way as boxes and arrows.</summary>
    public ProcessPicture Picture => ways.Picture(Route!);

    /// <summary>The way as a list with reasons.</summary>
    public IReadOnlyList<Ui.Process.Station> Stations => ways.Stations(Route!, withReasons: true);

    /// <summary>How far it is, in words.</summary>
    public string Progress => ways.Progress(Route!);

    /// <summary>The rule of the authority table, or null before it was asked.</summary>
    public RouteWhy? Why => RouteWhy.Of(Route?.Reason);

    /// <summary>The other cases about the proposal, newest first.</summary>
    public IReadOnlyList<OtherCase> Others { get; private set; } = [];

    /// <summary>What the actor may begin.</summary>
    public IReadOnlyList<Beginning> Beginnings { get; private set; } = [];

    /// <summary>How one of the other cases stands, in a line for each thing to know.</summary>
    public IReadOnlyList<string> Facts(OtherCase other) => ways.Facts(other);

    /// <summary>Whether the actor may read the journal.</summary>
    public bool SeesJournal { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        Route = await ReadRouteAsync(ct);
        Others = await Mediator.Send(new ListOtherCases(Id), ct) is { IsSuccess: true } others ? others.Value : [];
        Beginnings = await Mediator.Send(new ListBeginnings(Id), ct) is { IsSuccess: true } beginnings ? beginnings.Value : [];
        SeesJournal = await access.CanAsync(new GetJournal(Guid.Empty, null, 1), ct);
        return Page();
    }
}
