using System.Globalization;
using System.Text.Json;
using Governance.Processes;
using MediatR;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/proposals/{id}/cases</c>: the cases about a proposal besides its own one, and what can be begun.</summary>
internal static class CasesApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, string proposal)
    {
        api.MapGet(proposal + "/cases", ListAsync).Produces<CaseList>().WithSummary("The cases about a proposal besides its own one, newest first, and the workflows of which I may begin one now");
        api.MapPost(proposal + "/cases", async (Guid id, NewCaseBody body, IMediator mediator, CancellationToken ct) =>
                TaskDataBody.Refusal(body.Data) ?? (await mediator.Send(new BeginCase(id, body.Workflow ?? "", TaskDataBody.Read(body.Data)), ct))
                    .Answer(begun => TypedResults.Created($"/api/v1/proposals/{id}/cases", new BegunCase(begun))))
            .Produces<BegunCase>(StatusCodes.Status201Created).WithSummary("Begins a case of another workflow about a proposal; data holds the fields that the workflow names");
    }

    private static async Task<IResult> ListAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var cases = await mediator.Send(new ListOtherCases(id), ct);
        if (cases.Error is { } error)
            return new Refusal(error);
        return (await mediator.Send(new ListBeginnings(id), ct)).Answer(beginnings => TypedResults.Ok(new CaseList([.. cases.Value.Select(CaseView.Of)], [.. beginnings.Select(BeginningView.Of)])));
    }
}

/// <summary>A case to begin.</summary>
/// <param name="Workflow">Its workflow's id.</param>
/// <param name="Data">The workflow's fields by name: texts, days (2026-11-23), amounts ("1234.56"), true or false.</param>
public sealed record NewCaseBody(string? Workflow, Dictionary<string, JsonElement>? Data);

/// <summary>The case that was begun.</summary>
public sealed record BegunCase(Guid Id);

/// <summary>Cases, and what can be begun.</summary>
public sealed record CaseList(IReadOnlyList<CaseView> Items, IReadOnlyList<BeginningView> Beginnings);

/// <summary>A case; instants in UTC, texts in the language of the request.</summary>
public sealed record CaseView(Guid Id, string Title, ProcessStatus Status, DateTime StartedAt, DateTime? EndedAt, DateTime? DueAt, IReadOnlyList<Guid> Ballots)
{
    internal static CaseView Of(OtherCase other) => new(
        other.Id, other.Title.In(CultureInfo.CurrentUICulture), other.Status, Utc(other.StartedAt), other.EndedAt is { } ended ? Utc(ended) : null, other.DueAt is { } due ? Utc(due) : null, [.. other.Ballots.Select(ballot => ballot.Id)]);

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}

/// <summary>A workflow of which a case can be begun, in the language of the request.</summary>
public sealed record BeginningView(string Workflow, string Title, string Question, IReadOnlyList<FieldView> Fields)
{
    internal static BeginningView Of(Beginning beginning) => new(
        beginning.DefinitionId, beginning.Title.In(CultureInfo.CurrentUICulture), beginning.Form.Question.In(CultureInfo.CurrentUICulture),
        [.. beginning.Form.Fields.Select(field => new FieldView(field.Name, field.Label.In(CultureInfo.CurrentUICulture), field.Type, field.Required, Suggested: null) { Choices = ChoiceView.Of(field) })]);
}
