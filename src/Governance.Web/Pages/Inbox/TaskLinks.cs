using Governance.Inbox;

namespace Governance.Web.Pages.Inbox;

/// <summary>Where a task is read and where it is done.</summary>
public static class TaskLinks
{
    /// <summary>Behind the title: the ballot for who votes or conducts, otherwise the task's own page. Deputies read; they never vote.</summary>
    public static string Page(this InboxItem item) =>
        item is { BallotId: { } ballot, DeputyFor: null, Kind: TaskKind.Vote or TaskKind.Ballot } ? $"/ballots/{ballot}" : $"/inbox/{item.Id}";

    /// <summary>Behind the button: where the act is done.</summary>
    public static string Act(this InboxItem item) => item.Kind == TaskKind.Correction ? $"/proposals/{item.ProposalId}/edit/1" : item.Page();

    /// <summary>The button's word: the last part of a text's key.</summary>
    public static string ActWord(this InboxItem item) => item.Kind == TaskKind.Vote && (item.DeputyFor is not null || item.DueOn is null) ? "Read" : item.Kind.ToString();

    /// <summary>KERN's icon of a kind.</summary>
    public static string Icon(this TaskKind kind) => kind switch
    {
        TaskKind.Vote => "checklist", TaskKind.Ballot => "checklist", TaskKind.Notice => "visibility", TaskKind.Charge => "arrow-forward",
        TaskKind.Correction => "edit", TaskKind.Opinion => "draft", _ => "help",
    };
}
