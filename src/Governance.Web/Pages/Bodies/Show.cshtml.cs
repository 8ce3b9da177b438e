using System.Globalization;
using Governance.Audit;
using Governance.Bodies;
using Governance.People;
using Governance.Texts;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Bodies;

/// <summary>One body: who sits there, what it votes on, what it decides.</summary>
public sealed class ShowModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    /// <summary>The body's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The body.</summary>
    public BodyDetails Body { get; private set; } = null!;

    /// <summary>The authority table in force, or null when there is none.</summary>
    public AuthorityView? Authority { get; private set; }

    /// <summary>What was done to the body and its seats, for who may read that.</summary>
    public IReadOnlyList<AuditLine> Entries { get; private set; } = [];

    /// <summary>True when the actor may change the body.</summary>
    public bool MayChange { get; private set; }

    /// <summary>True when the actor may read all seats; the office has none.</summary>
    public bool MaySeeSeats { get; private set; }

    /// <summary>Full members by group; those without one come under what they are.</summary>
    public IEnumerable<IGrouping<string, BodyMember>> Groups => Body.Members.Where(member => member.SubstituteOrder is null)
        .GroupBy(member => member.Group.Length > 0 ? member.Group : texts[$"Bodies.Seat.{member.Kind}"], StringComparer.Ordinal);

    /// <summary>Elected substitutes in their order.</summary>
    public IEnumerable<BodyMember> Substitutes => Body.Members.Where(member => member.SubstituteOrder is not null);

    /// <summary>What the body does by the authority table: number of the rule and a sentence.</summary>
    public IEnumerable<(int Number, string Sentence)> Parts => Authority is null
        ? []
        : Authority.RulesOf(Body.Code).Select(one => (one.Number, new AuthorityWords(Authority, texts).Part(Body.Code, one.Rule)));

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var body = await mediator.Send(new GetBody(Code), ct);
        if (body.Error is { } error)
            return this.Refused(error);
        Body = body.Value;
        var authority = await mediator.Send(new GetAuthority(), ct);
        Authority = authority.IsSuccess ? authority.Value : null;
        var entries = await mediator.Send(new ListAuditEntries(Body.Id), ct);
        Entries = entries.IsSuccess ? entries.Value : [];
        MayChange = await access.CanAsync(new ChangeBody(Code, "", "", Body.Kind, Body.StatutoryMembers, Body.Procedure, Body.Version), ct);
        MaySeeSeats = Body.Procedure != VotingProcedure.Office && await access.CanAsync(new ListSeats(Code), ct);
        return Page();
    }

    /// <summary>"seit 01.11.2025", or until when too.</summary>
    public string Period(BodyMember member) => member.Until is { } until
        ? texts["Bodies.Period", Dates.Short(member.From), Dates.Short(until)]
        : texts["Bodies.Since", Dates.Short(member.From)];

    /// <summary>Chair, deputy, member; whether with a vote.</summary>
    public string Function(BodyMember member) => member.Kind == SeatKind.Advisory ? texts["Bodies.Function.Advisory"] : texts[$"Bodies.Function.{member.Function}"];

    /// <summary>The outcome in words, with counts where the minutes give them.</summary>
    public string Outcome(BodyBallot ballot)
    {
        var words = ballot.Outcome is { } outcome ? new Term("outcome", outcome).Render(CultureInfo.CurrentUICulture) : texts["Ui.Unknown"];
        return ballot is { Yes: { } yes, No: { } no, Abstained: { } abstained } ? texts["Bodies.Counts", words, yes, no, abstained] : words;
    }
}
