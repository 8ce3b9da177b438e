using Governance.Ballots;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>All that a decision needs, on one page: the question and its answers, why it landed here, the proposal, and what others
/// have answered before.</summary>
public sealed record GetTask(Guid TaskId) : IQuery<TaskDetails>, IRule<GetTask>
{
    /// <inheritdoc />
    public static Who<GetTask> Who => TaskAccess.AssignedOrHandedOn<GetTask>(request => request.TaskId);
}

/// <summary>A task with its facts.</summary>
/// <param name="Id">The task.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Form">Question and answers.</param>
/// <param name="Why">A reason as JSON: <see cref="TaskWhy"/>.</param>
/// <param name="DueOn">The last day; null while it waits for a meeting.</param>
/// <param name="IsOpen">False once it was answered.</param>
/// <param name="BallotId">The ballot, or null.</param>
/// <param name="DeputyFor">Name of the person who is deputised, or null.</param>
/// <param name="ProposalId">What it is about.</param>
/// <param name="Number">Aktenzeichen.</param>
/// <param name="Stage">Where the proposal stands.</param>
/// <param name="RouteReason">Why this way: reasons as JSON, or null before routing.</param>
/// <param name="OwnerName">Who is responsible.</param>
/// <param name="Content">What the owner wrote.</param>
/// <param name="Earlier">What others answered before, oldest first.</param>
/// <param name="ClosedAt">When it was closed (UTC), or null.</param>
/// <param name="ClosedBy">Who answered it, or null.</param>
/// <param name="Answer">The label of the answer that was given, or null.</param>
public sealed record TaskDetails(
    Guid Id, TaskKind Kind, TaskForm Form, string Why, DateOnly? DueOn, bool IsOpen, Guid? BallotId, string? DeputyFor,
    Guid ProposalId, string? Number, ProposalStage Stage, string? RouteReason, string OwnerName, ProposalContent Content, IReadOnlyList<EarlierAnswer> Earlier,
    DateTime? ClosedAt = null, string? ClosedBy = null, LocalText? Answer = null)
{
    /// <summary>What bodies resolved before.</summary>
    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];

    /// <summary>How it was handed on, or null.</summary>
    public TaskDelegation? Delegation { get; init; }

    /// <summary>What the actor saved for later, or null.</summary>
    public TaskDraftText? Draft { get; init; }

    /// <summary>Who is to carry the decision out and by when.</summary>
    public Charge Charge => Charge.Of(Content, OwnerName);

    /// <summary>True when the actor may act; false for whoever handed it on.</summary>
    public bool IsMine { get; init; } = true;
}

/// <summary>How a task was handed on.</summary>
/// <param name="By">Name of who did.</param>
/// <param name="To">Name of who has it now.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why.</param>
public sealed record TaskDelegation(string By, string To, DateTime At, string Reason);

/// <summary>What somebody answered to an earlier task of the case.</summary>
/// <param name="ActivityId">The activity that asked.</param>
/// <param name="Answer">The answer's label, or null for a notice.</param>
/// <param name="Comment">The reasons given.</param>
/// <param name="By">Name.</param>
/// <param name="At">When (UTC).</param>
public sealed record EarlierAnswer(string ActivityId, LocalText? Answer, string? Comment, string By, DateTime At)
{
    /// <summary>The fields that were filled in.</summary>
    public IReadOnlyList<AnsweredField> Data { get; init; } = [];
}

internal sealed class GetTaskHandler(GovernanceDb db, CommandScope scope) : IRequestHandler<GetTask, Result<TaskDetails>>
{
    public async Task<Result<TaskDetails>> Handle(GetTask request, CancellationToken cancellationToken)
    {
        var found = await db.Set<InboxTask>().AsNoTracking().Where(task => task.Id == request.TaskId)
            .Join(db.Set<Proposal>(), task => task.ProposalId, proposal => proposal.Id, (task, proposal) => new { Task = task, Proposal = proposal })
            .Join(db.Set<Person>(), row => row.Proposal.OwnerId, person => person.Id, (row, person) => new { row.Task, row.Proposal, person.FullName })
            .SingleAsync(cancellationToken);
        var deputyFor = scope.Actor.DeputyFor.Where(person => Assignee.Person(person) == found.Task.Assignee).Select(person => (Guid?)person).FirstOrDefault();
        var form = TaskForm.Parse(found.Task.Form);
        var names = await NamesAsync([deputyFor, found.Task.CompletedBy, found.Task.DelegatedBy, found.Task.DelegatedFrom is null ? null : Assignee.PersonOf(found.Task.Assignee)], cancellationToken);
        return new TaskDetails(
            found.Task.Id, found.Task.Kind, form, found.Task.Why, InboxTask.DueOn(found.Task.DueAt), found.Task.IsOpen,
            found.Task.BallotId, Name(deputyFor), found.Proposal.Id, found.Proposal.Number, found.Proposal.Stage, found.Proposal.RouteReason, found.FullName,
            ProposalContent.Parse(found.Proposal.Content), await EarlierAnswers.OfAsync(db, found.Proposal.Id, cancellationToken),
            found.Task.ClosedAt, Name(found.Task.CompletedBy), form.Answers.FirstOrDefault(answer => answer.Outcome == found.Task.Outcome)?.Label)
        {
            Resolutions = await Resolutions.OfAsync(db, found.Proposal.Id, cancellationToken),
            Delegation = found.Task.DelegatedFrom is null ? null : new(
                Name(found.Task.DelegatedBy) ?? Actor.System.Name, Name(Assignee.PersonOf(found.Task.Assignee))!, found.Task.DelegatedAt!.Value, found.Task.DelegationReason!),
            Draft = found.Task.IsOpen ? await TaskDraft.OfAsync(db, found.Task.Id, scope.Actor.PersonId, cancellationToken) : null,
            IsMine = scope.Actor.IsSystem || Assignee.KeysOf(scope.Actor).Contains(found.Task.Assignee, StringComparer.Ordinal),
        };

        string? Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(Guid?[] persons, CancellationToken ct)
    {
        var ids = persons.OfType<Guid>().Distinct().ToArray();
        return ids.Length == 0 ? [] : await db.Users.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
    }
}
