using System.Text.Json.Nodes;
using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>The requests to other systems that are due, oldest first.</summary>
public sealed record DueRequests(int Limit) : IQuery<IReadOnlyList<Guid>>, IRule<DueRequests>
{
    /// <inheritdoc />
    public static Who<DueRequests> Who => People.Who.Program<DueRequests>();
}

/// <summary>Takes a request for sending, unless somebody else did or nobody waits for the answer any more. Whoever takes it has some minutes; if the node
/// dies, it is due again afterwards.</summary>
public sealed record ClaimRequest(Guid Id) : ICommand<ClaimedRequest>, IRule<ClaimRequest>
{
    /// <summary>How long a claim holds: longer than any answer is waited for.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public static Who<ClaimRequest> Who => People.Who.Program<ClaimRequest>();
}

/// <summary>What is sent.</summary>
/// <param name="Key">The same whenever it is sent again.</param>
/// <param name="Call">The request, or null when it is not to be sent.</param>
public sealed record ClaimedRequest(string Key, HttpCall? Call)
{
    /// <summary>Why an answer is not read.</summary>
    /// <param name="most">Most bytes.</param>
    public static Error AnswerTooLong(int most) => Error.Of("process.answer-too-long", ("most", most));

    /// <summary>Why nothing could be sent.</summary>
    public static Error Invalid(string why) => Error.Of("process.request-invalid", ("why", why));
}

/// <summary>Brings a case the answer for which it waits. Harmless when repeated.</summary>
/// <param name="Id">The request.</param>
/// <param name="Outputs">See <see cref="HttpAnswer"/>, or null.</param>
/// <param name="Refused">Why nothing was sent, or there is no answer that could be given; or null.</param>
public sealed record AnswerRequest(Guid Id, JsonObject? Outputs, Error? Refused) : ICommand<Done>, IRule<AnswerRequest>
{
    /// <inheritdoc />
    public static Who<AnswerRequest> Who => People.Who.Program<AnswerRequest>();
}

internal sealed class RequestsHandler(GovernanceDb db, ProcessRunner runner, TimeProvider clock) :
    IRequestHandler<DueRequests, Result<IReadOnlyList<Guid>>>, IRequestHandler<ClaimRequest, Result<ClaimedRequest>>, IRequestHandler<AnswerRequest, Result<Done>>
{
    private static readonly ClaimedRequest Nothing = new("", null);

    public async Task<Result<IReadOnlyList<Guid>>> Handle(DueRequests request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<OutgoingRequest>().AsNoTracking().Where(row => row.NextAttemptAt <= now).OrderBy(row => row.NextAttemptAt).Take(request.Limit).Select(row => row.Id).ToListAsync(cancellationToken);
    }

    public async Task<Result<ClaimedRequest>> Handle(ClaimRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.LockAsync<OutgoingRequest>(request.Id, cancellationToken) is not { } row || row.NextAttemptAt > now)
            return Nothing;
        if (!await db.Set<Bookmark>().AnyAsync(mark => mark.Key == row.BookmarkKey, cancellationToken))
        {
            db.Remove(row);
            return Nothing;
        }

        row.NextAttemptAt = now + ClaimRequest.HeldFor;
        return new ClaimedRequest(row.BookmarkKey, row.Call);
    }

    public async Task<Result<Done>> Handle(AnswerRequest request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<OutgoingRequest>(request.Id, cancellationToken) is not { } row)
            return new Done();
        db.Remove(row);
        var instance = (await db.LockAsync<ProcessInstance>(row.InstanceId, cancellationToken))!;

        // Another branch may have ended the wait while the answer was under way.
        if (await db.Set<Bookmark>().Where(mark => mark.Key == row.BookmarkKey).Select(mark => mark.ActivityId).SingleOrDefaultAsync(cancellationToken) is not { } activity)
            return new Done();
        Stimulus stimulus = request.Refused is { } why ? new Stimulus.FaultBookmark(row.BookmarkKey, IncidentMessage.Of(activity, why)) : new Stimulus.ResumeBookmark(row.BookmarkKey, null, request.Outputs);
        var resumed = await runner.ResumeAsync(instance, stimulus, cancellationToken);
        return resumed.IsSuccess ? new Done() : resumed.Error!;
    }
}
