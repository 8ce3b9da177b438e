using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Delivers one message between cases. Sent by the sweep, once a message; harmless when repeated.</summary>
public sealed record DeliverCaseMessage(Guid MessageId) : ICommand<Done>, IRule<DeliverCaseMessage>
{
    /// <inheritdoc />
    public static Who<DeliverCaseMessage> Who => People.Who.Program<DeliverCaseMessage>();
}

/// <summary>A message could not be delivered: it is tried again after longer and longer times, so that it holds up no other.</summary>
public sealed record PostponeCaseMessage(Guid MessageId) : ICommand<Done>, IRule<PostponeCaseMessage>
{
    private const int LongestExponent = 8;

    /// <inheritdoc />
    public static Who<PostponeCaseMessage> Who => People.Who.Program<PostponeCaseMessage>();

    /// <summary>1, 2, 4 … 256 minutes after the first, second, third … time.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(1 << Math.Clamp(attempts - 1, 0, LongestExponent));
}

/// <summary>The messages between cases that are due, oldest first.</summary>
public sealed record DueCaseMessages(int Limit) : IQuery<IReadOnlyList<DeliverCaseMessage>>, IRule<DueCaseMessages>
{
    /// <inheritdoc />
    public static Who<DueCaseMessages> Who => People.Who.Program<DueCaseMessages>();
}

internal sealed class CaseMessagesHandler(GovernanceDb db, ProcessRunner runner, OtherCases others, TimeProvider clock) :
    IRequestHandler<DueCaseMessages, Result<IReadOnlyList<DeliverCaseMessage>>>, IRequestHandler<PostponeCaseMessage, Result<Done>>, IRequestHandler<DeliverCaseMessage, Result<Done>>
{
    public async Task<Result<IReadOnlyList<DeliverCaseMessage>>> Handle(DueCaseMessages request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<CaseMessage>().AsNoTracking().Where(row => row.NextAttemptAt <= now).OrderBy(row => row.NextAttemptAt).ThenBy(row => row.Sequence).Take(request.Limit).Select(row => new DeliverCaseMessage(row.Id)).ToListAsync(cancellationToken);
    }

    public async Task<Result<Done>> Handle(PostponeCaseMessage request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<CaseMessage>(request.MessageId, cancellationToken) is { } message)
            message.NextAttemptAt = clock.GetUtcNow().UtcDateTime + PostponeCaseMessage.Pause(++message.Attempts);
        return new Done();
    }

    public async Task<Result<Done>> Handle(DeliverCaseMessage request, CancellationToken cancellationToken)
    {
        // Another node delivered it meanwhile.
        if (await db.LockAsync<CaseMessage>(request.MessageId, cancellationToken) is not { } message)
            return new Done();
        db.Remove(message);
        others.Events = message.Events;
        if (message.Kind == CaseMessageKind.PublishEvent)
        {
            await SpreadAsync(message, cancellationToken);
            return new Done();
        }

        // Whoever ends a case locks the first of them first: a workflow is started before or after, and never for a case that is over.
        if (message.Kind == CaseMessageKind.StartCase && await IsOverAsync(message.InstanceId, cancellationToken))
            return new Done();
        var instance = (await db.LockAsync<ProcessInstance>(message.InstanceId, cancellationToken))!;
        var delivered = message.Kind switch
        {
            CaseMessageKind.StartCase => await StartAsync(message, instance, cancellationToken),
            CaseMessageKind.ChildEnded => await ReturnAsync(message, instance, cancellationToken),
            _ => await DeliverAsync(message.Event, instance, cancellationToken),
        };
        return delivered.IsSuccess ? new Done() : delivered.Error!;
    }

    // One message for each that waits now, and for each workflow that begins by it: each goes on in a transaction of its own, and one that fails holds up no other.
    private async Task SpreadAsync(CaseMessage message, CancellationToken ct)
    {
        var (hash, correlation) = (Workflows.Bookmark.HashOfEvent(message.Event.Name), ProcessInstance.Correlation(message.Event.CorrelationId));
        var waiting = db.Set<Bookmark>().Where(mark => mark.StimulusHash == hash).Select(mark => mark.InstanceId).Distinct();
        var receivers = await db.Set<ProcessInstance>().Where(row => waiting.Contains(row.Id) && (correlation == null || row.CorrelationId == correlation))
            .OrderBy(row => row.Sequence).Select(row => row.Id).ToListAsync(ct);
        db.AddRange(receivers.Select(message.To));
        var begun = await OtherCases.BeginsBy(db, message.Event).OrderBy(row => row.Sequence).ToListAsync(ct);
        db.AddRange(begun.Select(row => CaseMessage.Start(
            message.InstanceId, bookmark: null, new(row.DefinitionId, message.Event.CorrelationId, []) { Trigger = new(row.ActivityId, message.Event.Payload) }, message.Events, message.CreatedAt)));
    }

    private async Task<bool> IsOverAsync(Guid id, CancellationToken ct)
    {
        var root = await db.Set<ProcessInstance>().Where(row => row.Id == id).Select(row => row.RootId ?? row.Id).SingleAsync(ct);
        return (await db.LockAsync<ProcessInstance>(root, ct))!.Status == ProcessStatus.Cancelled;
    }

    // What cannot start any more fails what waits for it. What nobody waits for is tried again: a retired workflow may be taken into use again.
    private async Task<Result> StartAsync(CaseMessage message, ProcessInstance parent, CancellationToken ct)
    {
        if (parent.Status == ProcessStatus.Cancelled)
            return Result.Success;
        var wanted = message.NewCase;

        // Another version, which begins by other events, may have been published meanwhile.
        if (wanted.Trigger is { } trigger
            && !((await CaseTrigger.LockAsync(db, wanted.DefinitionId, ct)).Exists(row => row.ActivityId == trigger.ActivityId) && await runner.MayBeginAsync(wanted, ct)))
            return Result.Success;
        var refused = await OtherCases.TooManyAsync(db, parent, ct)
            ?? (await runner.StartChildAsync(wanted, parent, message.BookmarkKey, ct)).Error;
        if (refused is null)
            return Result.Success;
        if (message.BookmarkKey is not { } key)
            return refused;
        return await db.Set<Bookmark>().Where(mark => mark.Key == key).Select(mark => mark.ActivityId).SingleOrDefaultAsync(ct) is { } activity
            ? await runner.ResumeAsync(parent, new Stimulus.FaultBookmark(key, IncidentMessage.Of(activity, refused)), ct) : Result.Success;
    }

    // Who waited may have gone on meanwhile; the event is not kept for later.
    private async Task<Result> DeliverAsync(EventCall published, ProcessInstance instance, CancellationToken ct) =>
        !instance.HasEnded && published.IsAwaitedBy(WorkflowState.Parse(instance.State))
            ? await runner.ResumeAsync(instance, new Stimulus.PublishEvent(published.Name, published.Payload), ct) : Result.Success;

    // The last of those for which the bookmark waits brings it on.
    private async Task<Result> ReturnAsync(CaseMessage message, ProcessInstance parent, CancellationToken ct)
    {
        var key = message.BookmarkKey!;
        var children = db.Set<ProcessInstance>().AsNoTracking().Where(row => row.ParentId == parent.Id && row.ParentBookmark == key);
        var kind = await db.Set<Bookmark>().Where(row => row.Key == key).Select(row => row.ActivityType).SingleOrDefaultAsync(ct);
        if (kind is null
            || await children.AnyAsync(row => ChildCases.Running.Contains(row.Status), ct)
            || await db.Set<CaseMessage>().AnyAsync(row => row.BookmarkKey == key && row.Kind == CaseMessageKind.StartCase, ct))
            return Result.Success;
        if (!ChildWorkflow.IsBulk(kind))
            return await runner.ResumeAsync(parent, (await ChildCases.ToldAsync(db, await children.SingleAsync(ct), ct)).Returned(key), ct);
        var ended = await children.OrderBy(row => row.Sequence).Select(row => new { row.Id, row.Status }).ToListAsync(ct);
        return await runner.ResumeAsync(parent, ChildWorkflow.AllReturned(key, ended.Select(row => (row.Id.ToString("N"), Enum.Parse<WorkflowStatus>(row.Status.ToString())))), ct);
    }
}
