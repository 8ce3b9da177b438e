using Governance.Objections;
using Governance.People;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>The mayor or a member objects to a decision while its objection period runs.</summary>
public sealed class ObjectionModel(IMediator mediator, Access access, ProposalWords words, TextCatalog texts) : ProposalPage(mediator, words)
{
    /// <summary>By what right.</summary>
    [BindProperty]
    public ObjectionKind? Kind { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The period, what the reader may raise, and who objected.</summary>
    public DecisionObjections Objections { get; private set; } = null!;

    /// <summary>What may be raised, each with what follows.</summary>
    public IReadOnlyList<Choice> Kinds => [.. (Objections.Period?.Mine ?? []).Select(kind => new Choice($"{kind}", texts[$"Objections.Kind.{kind}"], texts[$"Objections.Effect.{kind}"]))];

    /// <summary>What happens then, in a sentence.</summary>
    public string Effect => Objections.Period is { Needed: var needed, Raised: var raised } && Objections.Period.Mine is [ObjectionKind.CommitteeObjection]
        ? texts["Objections.Members", needed, raised]
        : texts["Objections.Mayor"];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadObjectionsAsync(ct) is { } refused)
            return refused;
        if (Kinds.Count > 0)
            return Page();

        // Whoever may raise nothing any more finds the way back to the proposal, where it is said what runs.
        return await access.CanAsync(new ObjectToDecision(Id, Kind, ""), ct) ? Redirect($"/proposals/{Id}") : StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Objects.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var raised = await Mediator.Send(new ObjectToDecision(Id, Kind, Reason.Text()), ct);
        if (raised.Error is { } error)
            return await ReadObjectionsAsync(ct) ?? this.Refused(error);
        this.Done(texts[raised.Value.Suspended ? "Objections.Done" : "Objections.Counted", raised.Value.Raised, raised.Value.Needed]);
        return Redirect($"/proposals/{Id}");
    }

    private async Task<IActionResult?> ReadObjectionsAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var found = await Mediator.Send(new GetObjections(Id), ct);
        if (found.Error is { } error)
            return this.Refused(error);
        Objections = found.Value;
        return null;
    }
}
