using MediatR;

namespace Governance.Web.Api;

/// <summary>A use case that was told no row says "not yours"; callers are told when there is nothing at all.</summary>
internal static class Absence
{
    /// <summary>The refusal, or not found when nothing exists.</summary>
    public static async Task<Error> OrMissingAsync(this IMediator mediator, Error error, IRequest<Result<bool>> exists, CancellationToken ct) =>
        error.Code == "access.forbidden" && await mediator.Send(exists, ct) is { IsSuccess: true, Value: false } ? Error.Of("request.not-found") : error;

    /// <summary>The answer, or not found when nothing exists.</summary>
    public static async Task<Result<T>> SendOrMissAsync<T>(this IMediator mediator, IRequest<Result<T>> request, IRequest<Result<bool>> exists, CancellationToken ct)
    {
        var result = await mediator.Send(request, ct);
        return result.Error is { } error ? await mediator.OrMissingAsync(error, exists, ct) : result;
    }
}
