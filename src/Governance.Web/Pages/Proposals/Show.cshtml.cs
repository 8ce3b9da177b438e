using Governance.Deadlines;
using Governance.Objections;
using Governance.Proposals;
using Governance.Web.Ui.Process;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Route = Governance.Processes.Route;

namespace Governance.Web.Pages.Proposals;

/// <summary>A proposal at a glance: its way, why this way, and what it is about.</summary>
public sealed class ShowModel(IMediator mediator, ProposalWords words, RouteWords ways, ContentLines lines) : ProposalPage(mediator, words)
{
    private static readonly string[] InText = ["Title", "Problem", "Goal", "Economic", "Ecological", "Social", "Impact", "TotalCost", "Costs", "Cover", "Resolution"];

    /// <inheritdoc />
    public override string Tab => "overview";

    /// <summary>The way, or null before the submission.</summary>
    public Route? Route { get; private set; }

    /// <summary>The way as boxes and arrows.</summary>
    public ProcessPicture Picture => ways.Picture(Route!);

    /// <summary>The way as a list.</summary>
    public IReadOnlyList<Ui.Process.Station> Stations => ways.Stations(Route!);

    /// <summary>While the decision can be objected to: until when, what the reader may raise, and who objected; else null.</summary>
    public DecisionObjections? Objections { get; private set; }

    /// <summary>The period's last day.</summary>
    public DateOnly ObjectionDay => BerlinTime.DayOf(Objections!.Period!.EndsAt.AddTicks(-1));

    /// <summary>How far it is, in words.</summary>
    public string Progress => ways.Progress(Route!);

    /// <summary>Why this way, or null before it is known.</summary>
    public RouteWhy? Why => RouteWhy.Of(Route?.Reason ?? Proposal.RouteReason);

    /// <summary>The three values: name, points, reason.</summary>
    public IReadOnlyList<(string Name, int? Points, string Reason)> Values =>
    [
        ("Economic", Proposal.Content.Values.Economic, Proposal.Content.Values.EconomicReason),
        ("Ecological", Proposal.Content.Values.Ecological, Proposal.Content.Values.EcologicalReason),
        ("Social", Proposal.Content.Values.Social, Proposal.Content.Values.SocialReason),
    ];

    /// <summary>What else was written.</summary>
    public IReadOnlyList<ContentLine> Lines => [.. lines.Of(Proposal.Content).Where(line => line.Text.Length > 0 && !InText.Contains(line.Key, StringComparer.Ordinal))];

    /// <summary>The plan as text, for paper: on the screen it has a tab of its own.</summary>
    public IReadOnlyList<ContentLine> Plan => [.. lines.Of(Proposal.Content).Where(line => line.Text.Length > 0 && line.Key is "TotalCost" or "Costs" or "Cover")];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        Route = await ReadRouteAsync(ct);
        if (Proposal.DecidingBody is not null)
            Objections = (await Mediator.Send(new GetObjections(Id), ct)) is { IsSuccess: true } found ? found.Value : null;
        return Page();
    }
}
