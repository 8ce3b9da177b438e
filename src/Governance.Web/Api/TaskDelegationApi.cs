using Governance.Inbox;
using MediatR;

namespace Governance.Web.Api;

/// <summary>Handing tasks on: <c>/tasks/{id}/delegate</c>, to whom, and back.</summary>
internal static class TaskDelegationApi
{
    /// <summary>Maps them.</summary>
    public static void Map(RouteGroupBuilder tasks)
    {
        tasks.MapGet("/delegated", async (IMediator mediator, CancellationToken ct) => (await mediator.Send(new ListDelegatedTasks(), ct)).Answer(found => TypedResults.Ok(new DelegatedList(found))))
            .Produces<DelegatedList>().WithSummary("What was handed on from my inbox and is still open");
        tasks.MapGet("/{id:guid}/receivers", async (Guid id, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new ListTaskReceivers(id), new TaskExists(id), ct)).Answer(people => TypedResults.Ok(new ColleagueList(people))))
            .Produces<ColleagueList>().WithSummary("To whom I can hand on the task");
        tasks.MapPost("/{id:guid}/delegate", async (Guid id, DelegationBody body, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new DelegateTask(id, body.To ?? Guid.Empty, body.Reason ?? ""), new TaskExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Hands the task to somebody who may do it");
        tasks.MapPost("/{id:guid}/take-back", async (Guid id, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new TakeBackTask(id), new TaskExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Takes a task back that was handed on, or gives it back");
    }
}

/// <summary>To whom, by id, and why.</summary>
public sealed record DelegationBody(Guid? To, string? Reason);

/// <summary>Tasks with somebody else.</summary>
public sealed record DelegatedList(IReadOnlyList<DelegatedTask> Items);
