using Governance.People;
using Governance.Persistence;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Account;

/// <summary>Who deputises for whom: one's own, and for the Stabsstelle and administrators everybody's.</summary>
public sealed class DeputyModel(IMediator mediator, Access access, CommandScope scope, TextCatalog texts) : PageModel
{
    /// <summary>Who is away; oneself where it is left out.</summary>
    [BindProperty]
    public Guid? PersonId { get; set; }

    /// <summary>Who acts.</summary>
    [BindProperty]
    public Guid? DeputyId { get; set; }

    /// <summary>First day.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>What is entered for today and later.</summary>
    public IReadOnlyList<DeputyLine> Lines { get; private set; } = [];

    /// <summary>Everybody who may be away.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>Everybody who may act.</summary>
    public IReadOnlyList<Choice> Others => [.. People.Where(person => ForOthers || person.Value != $"{scope.Actor.PersonId}")];

    /// <summary>True for who acts in the procedure; members of bodies give their votes themselves.</summary>
    public bool CanEnter { get; private set; }

    /// <summary>True for who may enter it for somebody else.</summary>
    public bool ForOthers { get; private set; }

    /// <summary>A name, or that it is oneself.</summary>
    public string Name(Guid person, string name) => person == scope.Actor.PersonId ? texts["Account.Deputy.You", name] : name;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        PersonId = scope.Actor.PersonId;
        return Page();
    }

    /// <summary>Enters one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return Finish(await mediator.Send(new AppointDeputy(PersonId ?? scope.Actor.PersonId, DeputyId ?? Guid.Empty, From ?? default, Until ?? default), ct), "Account.Deputy.Saved");
    }

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid line, CancellationToken ct) =>
        await ReadAsync(ct) ?? Finish(await mediator.Send(new EndDeputy(line), ct), "Account.Deputy.Ended");

    private IActionResult Finish<T>(Result<T> result, string sentence)
    {
        if (result.Error is { } error)
        {
            Response.StatusCode = ErrorStatus.Of(error.Code);
            return this.Refused(error);
        }

        this.Done(texts[sentence]);
        return RedirectToPage();
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var lines = await mediator.Send(new ListDeputies(), ct);
        if (lines.Error is { } error)
            return this.Refused(error);
        Lines = lines.Value;
        var people = await mediator.Send(new ListColleagues(), ct);
        People = people.IsSuccess ? [.. people.Value.Select(one => new Choice($"{one.Id}", one.Name, Group: one.Unit.Length > 0 ? one.Unit : null))] : [];
        ForOthers = await access.CanAsync(new AppointDeputy(Guid.Empty, Guid.Empty, default, default), ct);
        CanEnter = ForOthers || await access.CanAsync(new AppointDeputy(scope.Actor.PersonId, Guid.Empty, default, default), ct);
        return null;
    }
}
