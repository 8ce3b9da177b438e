using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/deputies</c>: who deputises for whom.</summary>
public static class DeputiesApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var deputies = api.MapGroup("/deputies").WithTags("Deputies");
        deputies.MapGet("", async (IMediator mediator, CancellationToken ct) => (await mediator.Send(new ListDeputies(), ct)).Answer(lines => TypedResults.Ok(new DeputyList(lines))))
            .Produces<DeputyList>().WithSummary("Deputising of today and later that concerns me; for office and administrators all of it");
        deputies.MapGet("/colleagues", async (IMediator mediator, CancellationToken ct) => (await mediator.Send(new ListColleagues(), ct)).Answer(people => TypedResults.Ok(new ColleagueList(people))))
            .Produces<ColleagueList>().WithSummary("The people who may deputise");
        deputies.MapPost("", async (DeputyBody body, IMediator mediator, CommandScope scope, CancellationToken ct) =>
                (await mediator.Send(new AppointDeputy(body.PersonId ?? scope.Actor.PersonId, body.DeputyId ?? Guid.Empty, body.From ?? default, body.Until ?? default), ct)).Created(id => $"/api/v1/deputies/{id}"))
            .Produces<Guid>(StatusCodes.Status201Created).WithSummary("Enters who deputises for me, or by office and administrators for somebody else");
        deputies.MapPost("/{id:guid}/end", async (Guid id, IMediator mediator, CancellationToken ct) => (await mediator.Send(new EndDeputy(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Ends it at once");
    }
}

/// <summary>A deputising to enter; without a person it is the caller's own. Days are ISO, both included.</summary>
public sealed record DeputyBody(Guid? PersonId, Guid? DeputyId, DateOnly? From, DateOnly? Until);

/// <summary>Deputising.</summary>
public sealed record DeputyList(IReadOnlyList<DeputyLine> Items);

/// <summary>People of the administration.</summary>
public sealed record ColleagueList(IReadOnlyList<Colleague> Items);
