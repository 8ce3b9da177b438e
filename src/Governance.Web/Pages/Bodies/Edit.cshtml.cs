using System.Globalization;
using Governance.Bodies;
using Governance.People;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Bodies;

/// <summary>An administrator creates a body, or changes one.</summary>
public sealed class EditModel(IMediator mediator, Access access, ErrorTexts errors, TextCatalog texts) : PageModel
{
    /// <summary>The body; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The code of a new body.</summary>
    [BindProperty]
    public string? NewCode { get; set; }

    /// <summary>The version that is shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>German name.</summary>
    [BindProperty]
    public string? NameDe { get; set; }

    /// <summary>English name.</summary>
    [BindProperty]
    public string? NameEn { get; set; }

    /// <summary>What it is in law.</summary>
    [BindProperty]
    public BodyKind? Kind { get; set; }

    /// <summary>Voting members by statute.</summary>
    [BindProperty]
    public int? StatutoryMembers { get; set; }

    /// <summary>How it votes.</summary>
    [BindProperty]
    public VotingProcedure? Procedure { get; set; }

    /// <summary>True for a new body.</summary>
    public bool IsNew => Code is null;

    /// <summary>The body's name as it is stored.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the page was opened from.</summary>
    public string Back => IsNew ? "/bodies" : "/bodies/" + Code;

    /// <summary>Kinds to choose from.</summary>
    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<BodyKind>().Select(kind => new Choice(kind.ToString(), texts[$"Bodies.Kind.{kind}"], texts[$"Bodies.KindNote.{kind}"]))];

    /// <summary>Procedures to choose from; only the digitalisation office decides without a ballot.</summary>
    public IReadOnlyList<Choice> Procedures => [.. (Code == BodyCodes.Office ? [VotingProcedure.Office] : new[] { VotingProcedure.InSession, VotingProcedure.Circular })
        .Select(one => new Choice(one.ToString(), texts[$"Bodies.Procedure.{one}"], texts[$"Bodies.ProcedureNote.{one}"]))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } body)
            return Page();
        if (body.Error is { } error)
            return this.Refused(error);
        (Version, NameDe, NameEn) = (body.Value.Version, body.Value.Name.De, body.Value.Name.En);
        (Kind, StatutoryMembers, Procedure) = (body.Value.Kind, body.Value.StatutoryMembers, body.Value.Procedure);
        return Page();
    }

    /// <summary>Saves it; what was typed stays when it is refused.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { Error: { } unknown })
            return this.Refused(unknown);
        if (!ModelState.IsValid)
            return Page();
        var error = IsNew ? (await mediator.Send(New(), ct)).Error : (await mediator.Send(Changed(), ct)).Error;
        if (error is not null)
            return TellAtFields(error);
        this.Done(texts[IsNew ? "Bodies.Created" : "Bodies.Changed"]);
        return Redirect("/bodies/" + (Code ?? NewCode));
    }

    // Null for a new body: there is nothing to read.
    private async Task<Result<BodyDetails>?> ReadAsync(CancellationToken ct)
    {
        if (!await access.CanAsync(New(), ct))
            return AccessErrors.Forbidden(nameof(CreateBody));
        if (Code is null)
            return null;
        var body = await mediator.Send(new GetBody(Code), ct);
        Name = body.IsSuccess ? body.Value.Name.In(CultureInfo.CurrentUICulture) : "";
        return body;
    }

    // The code is a field of its own on this page; in the address it is the body.
    private IActionResult TellAtFields(Error error)
    {
        if (error.Fields.GetValueOrDefault(nameof(Code)) is not [var wrong, ..])
            return this.Refused(error);
        ModelState.AddModelError(nameof(NewCode), errors.Sentence(wrong));
        var others = error.Fields.Where(field => field.Key != nameof(Code)).ToDictionary(StringComparer.Ordinal);
        return others.Count == 0 ? Page() : this.Refused(error with { Fields = others });
    }

    private CreateBody New() => new(NewCode ?? "", NameDe ?? "", NameEn ?? "", Kind ?? (BodyKind)(-1), StatutoryMembers ?? 0, Procedure ?? (VotingProcedure)(-1));

    private ChangeBody Changed() =>
        new(Code!, NameDe ?? "", NameEn ?? "", Kind ?? (BodyKind)(-1), StatutoryMembers ?? 0, Procedure ?? (VotingProcedure)(-1), Version);
}
