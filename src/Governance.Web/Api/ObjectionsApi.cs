using Governance.Objections;
using MediatR;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/proposals/{id}/objections</c>: objections to a decision before it is carried out.</summary>
public static class ObjectionsApi
{
    private const string Objections = "/proposals/{id:guid}/objections";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Objections, async (Guid id, IMediator mediator, CancellationToken ct) => (await mediator.Send(new GetObjections(id), ct)).Answer(found => TypedResults.Ok(found)))
            .Produces<DecisionObjections>().WithSummary("The period within which the decision can be objected to, what I may raise, and who objected");
        api.MapPost(Objections, async (Guid id, ObjectionBody body, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(new ObjectToDecision(id, body.Kind, body.Reason ?? ""), ct)).Answer(effect => TypedResults.Ok(effect)))
            .Produces<ObjectionEffect>().WithSummary("Objects to the decision; says whether it is suspended");
    }
}

/// <summary>An objection: by what right, and why.</summary>
public sealed record ObjectionBody(ObjectionKind? Kind, string? Reason);
