using System.Globalization;
using Governance.Bodies;
using Governance.People;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Bodies;

/// <summary>Administrator or clerk gives somebody a seat, corrects one, or ends it by its last day.</summary>
public sealed class SeatModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    private SeatList _list = null!;

    /// <summary>The body's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Id of the seat, or <c>new</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Seat { get; set; } = "";

    /// <summary>The version of the body that is shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Who; fixed once the seat exists.</summary>
    [BindProperty]
    public Guid? PersonId { get; set; }

    /// <summary>By what right.</summary>
    [BindProperty]
    public SeatKind? Kind { get; set; }

    /// <summary>Chair, deputy chair or member.</summary>
    [BindProperty]
    public SeatFunction? Function { get; set; }

    /// <summary>Fraktion.</summary>
    [BindProperty]
    public string? Group { get; set; }

    /// <summary>Place among the substitutes.</summary>
    [BindProperty]
    public int? SubstituteOrder { get; set; }

    /// <summary>First day.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>True for a new seat.</summary>
    public bool IsNew => Seat == "new";

    /// <summary>The body's name.</summary>
    public string Name => _list.Name.In(CultureInfo.CurrentUICulture);

    /// <summary>Who holds the seat.</summary>
    public string Person => Line?.Person ?? "";

    /// <summary>There are none in the council.</summary>
    public bool HasSubstitutes => _list.Kind != BodyKind.Council;

    /// <summary>People to choose from.</summary>
    public IReadOnlyList<Choice> Candidates { get; private set; } = [];

    /// <summary>Kinds that the body allows.</summary>
    public IReadOnlyList<Choice> Kinds => [.. (_list.Kind switch
    {
        BodyKind.Council => new[] { SeatKind.CouncilMember, SeatKind.Advisory },
        BodyKind.Committee => [SeatKind.CouncilMember, SeatKind.ExpertCitizen, SeatKind.Advisory],
        _ => Enum.GetValues<SeatKind>(),
    }).Select(kind => new Choice(kind.ToString(), texts[$"Bodies.Seat.{kind}"]))];

    /// <summary>Functions to choose from.</summary>
    public IReadOnlyList<Choice> Functions => [.. Enum.GetValues<SeatFunction>().Select(function => new Choice(function.ToString(), texts[$"Bodies.Function.{function}"]))];

    private SeatLine? Line => Guid.TryParse(Seat, out var id) ? _list.Seats.FirstOrDefault(seat => seat.Id == id) : null;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        Version = _list.Version;
        Function = SeatFunction.Member;
        if (Line is { } line)
            (Kind, Function, Group, SubstituteOrder, From, Until) = (line.Kind, line.Function, line.Group, line.SubstituteOrder, line.From, line.Until);
        return Page();
    }

    /// <summary>Saves it; what was typed stays when it is refused.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        if (!ModelState.IsValid)
            return Page();
        var (kind, function) = (Kind ?? (SeatKind)(-1), Function ?? (SeatFunction)(-1));
        var error = Line is { } line
            ? (await mediator.Send(new ChangeSeat(Code, line.Id, kind, function, Group ?? "", SubstituteOrder, From ?? default, Until, Version), ct)).Error
            : (await mediator.Send(new AddSeat(Code, PersonId ?? Guid.Empty, kind, function, Group ?? "", SubstituteOrder, From ?? default, Until), ct)).Error;
        if (error is not null)
            return this.Refused(error);
        this.Done(texts["Bodies.Seats.Saved"]);
        return RedirectToPage("Seats", new { code = Code });
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        if (!await access.CanAsync(new ListCandidates(), ct))
            return this.Refused(AccessErrors.Forbidden(nameof(ListCandidates)));
        var list = await mediator.Send(new ListSeats(Code), ct);
        if (list.Error is { } unknown)
            return this.Refused(unknown);
        _list = list.Value;
        if (!IsNew && Line is null)
            return NotFound();
        var candidates = await mediator.Send(new ListCandidates(), ct);
        Candidates = [.. candidates.Value.Select(one => new Choice(one.Id.ToString(), texts["Bodies.Seats.Candidate", one.FullName, one.UserName]))];
        return null;
    }
}
