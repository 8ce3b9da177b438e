using System.Text.Json.Nodes;
using Governance.Bodies;
using MediatR;

namespace Governance.Web.Api;

/// <summary>What administrators and clerks change of <c>/api/v1/bodies</c>. Seats are part of their body: its ETag covers them.</summary>
internal static class BodyChangesApi
{
    private const string Seats = "/bodies/{code}/seats";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/bodies", async (CreateBody body, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(body, ct)).Answer(code => TypedResults.Created($"/api/v1/bodies/{code}", new BodyCode(code))))
            .Produces<BodyCode>(StatusCodes.Status201Created).WithSummary("Create a body (administrator)");
        api.MapPatch("/bodies/{code}", ChangeAsync).NeedsIfMatch().Produces<BodyDetails>().WithSummary("Change a body (administrator); what is left out stays");
        api.MapGet(Seats, async (string code, IMediator mediator, CancellationToken ct) => (await mediator.Send(new ListSeats(code), ct)).Answer(seats => seats.Version))
            .Produces<SeatList>().WithSummary("All seats, past and future ones too (administrator, clerk, auditor)");
        api.MapPost(Seats, async (string code, SeatItem seat, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(
                    new AddSeat(code, seat.PersonId, seat.Kind, seat.Function, seat.Group ?? "", seat.SubstituteOrder, seat.From, seat.Until), ct))
                .Answer(id => TypedResults.Created($"/api/v1/bodies/{code}/seats", new SeatId(id))))
            .Produces<SeatId>(StatusCodes.Status201Created).WithSummary("Give a person a seat (administrator, clerk)");
        api.MapPatch(Seats + "/{id:guid}", ChangeSeatAsync).NeedsIfMatch().Produces<SeatList>().WithSummary("Correct or end a seat (administrator, clerk); what is left out stays");
    }

    private static async Task<IResult> ChangeAsync(string code, JsonObject patch, ExpectedVersion expected, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetBody(code), ct);
        if (found.Error is { } error)
            return new Refusal(error);
        var body = found.Value;
        if (ApiContent.Patch(new BodyItem(body.Kind, body.StatutoryMembers, body.Procedure, body.Name.De, body.Name.En), patch) is not { } item)
            return new Refusal(Error.Of("request.unreadable"));
        var changed = await mediator.Send(
            new ChangeBody(code, item.NameDe ?? "", item.NameEn ?? "", item.Kind, item.StatutoryMembers, item.Procedure, expected.Number ?? body.Version), ct);
        return changed.Error is { } refused ? new Refusal(refused) : (await mediator.Send(new GetBody(code), ct)).Answer(now => now.Version);
    }

    private static async Task<IResult> ChangeSeatAsync(string code, Guid id, JsonObject patch, ExpectedVersion expected, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new ListSeats(code), ct);
        if (found.Error is { } error)
            return new Refusal(error);
        if (found.Value.Seats.FirstOrDefault(line => line.Id == id) is not { } seat)
            return new Refusal(Error.Of("seat.not-found"));
        var stored = new SeatItem(seat.PersonId, seat.Kind, seat.Function, seat.From, seat.Until, seat.Group, seat.SubstituteOrder);

        // A seat never passes to somebody else: the one ends and another begins.
        if (ApiContent.Patch(stored, patch) is not { } item || item.PersonId != seat.PersonId)
            return new Refusal(Error.Of("request.unreadable"));
        var changed = await mediator.Send(
            new ChangeSeat(code, id, item.Kind, item.Function, item.Group ?? "", item.SubstituteOrder, item.From, item.Until, expected.Number ?? found.Value.Version), ct);
        return changed.Error is { } refused ? new Refusal(refused) : (await mediator.Send(new ListSeats(code), ct)).Answer(seats => seats.Version);
    }
}

/// <summary>What can be changed of a body.</summary>
public sealed record BodyItem(BodyKind Kind, int StatutoryMembers, VotingProcedure Procedure, string? NameDe = null, string? NameEn = null);

/// <summary>A seat; what has a default may be left out, or taken out by <c>null</c>.</summary>
public sealed record SeatItem(Guid PersonId, SeatKind Kind, SeatFunction Function, DateOnly From, DateOnly? Until = null, string? Group = null, int? SubstituteOrder = null);

/// <summary>The code of a new body.</summary>
public sealed record BodyCode(string Code);

/// <summary>The id of a new seat.</summary>
public sealed record SeatId(Guid Id);
