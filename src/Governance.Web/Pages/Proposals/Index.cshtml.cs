using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Web.Hosting;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Proposals;

/// <summary>The proposals that the actor may see, newest first, and the way to a new one.</summary>
public sealed class IndexModel(IMediator mediator, CommandScope scope, ProposalWords words) : PageModel
{
    private const int Lines = 25;

    /// <summary>Only this stage.</summary>
    [BindProperty(SupportsGet = true)]
    public ProposalStage? Stage { get; set; }

    /// <summary>Only this leading life area.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    /// <summary>Part of title or number.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>Given with the button: sent twice, it begins one proposal.</summary>
    [BindProperty]
    public Guid Once { get; set; }

    /// <summary>The page.</summary>
    public Governance.Proposals.ProposalPage Found { get; private set; } = new([], NextCursor: null);

    /// <summary>Words for codes.</summary>
    public ProposalWords Words => words;

    /// <summary>Whether the actor may begin a proposal.</summary>
    public bool MayCreate => scope.Actor.Is(Role.ProjectOwner, Role.Office);

    /// <summary>Whether anything is filtered.</summary>
    public bool IsFiltered => Stage is not null || !string.IsNullOrEmpty(Area) || !string.IsNullOrEmpty(Text);

    /// <summary>Stages to choose from.</summary>
    public IReadOnlyList<Choice> Stages => [.. Enum.GetValues<ProposalStage>().Select(stage => new Choice($"{stage}", words.Stage(stage)))];

    /// <summary>Address of the older ones, or null at the end.</summary>
    public string? Older => Found.NextCursor is null ? null : Address(Found.NextCursor);

    /// <summary>Address of the newest, or null when they are shown.</summary>
    public string? Newest => string.IsNullOrEmpty(Cursor) ? null : Address(cursor: null);

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await mediator.Send(new ListProposals(Stage, Area, Text, Cursor: Cursor, Limit: Lines), ct);
        if (found.Error is { } error)
            return this.FromTheStart(error) ?? this.Refused(error);
        Found = found.Value;
        return Page();
    }

    /// <summary>Begins a new one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Once != Guid.Empty)
            scope.IdempotencyKey = $"draft:{Once}";
        var created = await mediator.Send(new CreateDraft(new()), ct);
        return created.Error is { } error ? this.Refused(error) : Redirect($"/proposals/{created.Value}/edit/1");
    }

    private string Address(string? cursor)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("stage", Stage?.ToString()), ("area", Area), ("q", Text), ("cursor", cursor) })
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        return "/proposals" + query;
    }
}
