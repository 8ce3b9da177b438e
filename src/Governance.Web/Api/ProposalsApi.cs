using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Route = Governance.Processes.Route;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/proposals</c>.</summary>
public static class ProposalsApi
{
    private const string Proposal = "/proposals/{id:guid}";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/proposals", ListAsync).Produces<ProposalPage>().WithSummary("The proposals that I may see, newest first");
        api.MapPost("/proposals", CreateAsync).Produces<CreatedProposal>(StatusCodes.Status201Created).WithSummary("Begins a draft");
        api.MapGet(Proposal, GetAsync).Produces<ProposalDetails>().WithSummary("A proposal; its ETag is asked for by changes");
        api.MapPatch(Proposal, PatchAsync).NeedsIfMatch().Produces<ProposalDetails>().WithSummary("Changes a draft's content by a merge patch (RFC 7396)");
        api.MapPost(Proposal + "/submit", SubmitAsync).NeedsIfMatch().Produces<SubmittedProposal>().WithSummary("Submits a draft, or a returned proposal again");
        api.MapPost(Proposal + "/withdraw", async (Guid id, Withdrawal body, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(new WithdrawProposal(id, body.Reason ?? ""), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Withdraws a proposal before the decision");
        CasesApi.Map(api, Proposal);
        api.MapGet(Proposal + "/history", async (Guid id, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(new GetHistory(id), ct)).Answer(entries => ApiContent.Ok(entries.Select(Entry))))
            .Produces<IReadOnlyList<HistoryItem>>().WithSummary("Everything that was done, oldest first");
        api.MapGet(Proposal + "/route", async (Guid id, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(new GetRoute(id), ct)).Answer(route => ApiContent.Ok(route with { Reason = null })))
            .Produces<Route>().WithSummary("Stations done, current, ahead and possible");
        api.MapGet(Proposal + "/explanation", ExplanationAsync)
            .Produces<IReadOnlyList<Explanation>>().WithSummary("Why this way and why each step: first the rule of the authority table, then the steps in their order; sentences with the facts behind them");
    }

    private static async Task<IResult> ListAsync(
        ProposalStage? status, string? lifeArea, string? q, string? body, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ListProposals(status, lifeArea, q, body, cursor, limit ?? 50), ct)).Answer(page => ApiContent.Ok(page));

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new GetProposal(id), ct)).Answer(proposal => Versioned(http, proposal.Version, Shown(proposal)));

    private static async Task<IResult> CreateAsync(JsonObject body, IMediator mediator, CancellationToken ct) =>
        ApiContent.Patch(new ProposalContent(), body) is { } content
            ? (await mediator.Send(new CreateDraft(content), ct)).Answer(id => TypedResults.Created($"/api/v1/proposals/{id}", new CreatedProposal(id)))
            : new Refusal(Error.Of("request.unreadable"));

    private static async Task<IResult> PatchAsync(Guid id, JsonObject patch, ExpectedVersion expected, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetProposal(id), ct);
        if (found.Error is { } error)
            return new Refusal(error);
        if (ApiContent.Patch(found.Value.Content, patch) is not { } content)
            return new Refusal(Error.Of("request.unreadable"));
        var saved = await mediator.Send(new SaveDraft(id, content, expected.Number), ct);
        return saved.Error is { } refused ? new Refusal(refused) : await GetAsync(id, http, mediator, ct);
    }

    private static async Task<IResult> SubmitAsync(Guid id, Submission? body, ExpectedVersion expected, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new SubmitProposal(id, expected.Number, body?.Answer), ct)).Answer(number => TypedResults.Ok(new SubmittedProposal(number)));

    private static IResult Versioned<T>(HttpContext http, int version, T value)
    {
        http.Response.Headers.ETag = ExpectedVersion.ETag(version);
        return ApiContent.Ok(value);
    }

    // The reasons have an address of their own, where they are sentences.
    private static ProposalDetails Shown(ProposalDetails proposal) => proposal with { RouteReason = null };

    private static HistoryItem Entry(HistoryEntry entry) => new(entry.Number, entry.At, entry.By, entry.Action, JsonSerializer.Deserialize<JsonElement>(entry.Facts));

    private static async Task<IResult> ExplanationAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetProposal(id), ct);
        if (found.Error is { } error)
            return new Refusal(error);

        // A draft has no way yet; that is no fault of whoever asks why.
        var route = await mediator.Send(new GetRoute(id), ct);
        IReadOnlyList<RouteStation> steps = route.IsSuccess ? route.Value.InOrder : [];
        var routing = steps.FirstOrDefault(step => step.IsRouting);
        return ApiContent.Ok(ReasonJson.ReadAll(found.Value.RouteReason).Select(reason => Explain(reason, routing))
            .Concat(steps.SelectMany(step => step.Why.Select(reason => Explain(reason, step)))));
    }

    private static Explanation Explain(Reason reason, RouteStation? step) => new(
        reason.Code, reason.Render(CultureInfo.CurrentUICulture), JsonSerializer.Deserialize<JsonElement>(ReasonJson.Serialize(reason)).GetProperty("facts"),
        step is null ? null : new(step.Station.ActivityId, step.Station.Label.In(CultureInfo.CurrentUICulture), step.State, step.At));
}

/// <summary>A new draft.</summary>
public sealed record CreatedProposal(Guid Id);

/// <summary>The number that a proposal got.</summary>
public sealed record SubmittedProposal(string Number);

/// <summary>What the owner answers to a return; may be left out, and must be for a first submission.</summary>
public sealed record Submission(string? Answer);

/// <summary>Why a proposal is withdrawn.</summary>
public sealed record Withdrawal(string? Reason);

/// <summary>One entry of the history; the instant in UTC.</summary>
public sealed record HistoryItem(int Number, DateTime At, string By, string Action, JsonElement Facts);

/// <summary>One reason: its stable code, the sentence in the request's language, its facts, and the step that it explains.</summary>
public sealed record Explanation(string Code, string Sentence, JsonElement Facts, ExplainedStep? Step);

/// <summary>A step of the way: its activity, its label in the request's language, how it stands, and when it was completed (UTC).</summary>
public sealed record ExplainedStep(string Activity, string Label, StationState State, DateTime? At);
