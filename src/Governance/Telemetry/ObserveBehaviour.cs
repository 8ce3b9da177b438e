using System.Diagnostics;
using Governance.Persistence;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Governance.Telemetry;

/// <summary>Around every use case: a span, its duration, and one line in the log when a command was refused or failed. Requests sent
/// from within a command belong to it.</summary>
public sealed class ObserveBehaviour<TRequest, TResponse>(CommandScope scope, ILogger<ObserveBehaviour<TRequest, TResponse>> log) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private static readonly string Request = typeof(TRequest).Name;

    /// <inheritdoc />
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (scope.InTransaction)
            return await next();
        using var span = Signals.Spans.StartActivity(Request);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var response = await next();
            var code = response.Error?.Code;
            if (code is not null && request is ICommand)
                log.LogInformation("{Request} was refused: {Code}", Request, code);
            Tell(span, started, code ?? Signals.Ok);
            return response;
        }
        catch (Exception fault)
        {
            // The type only: messages of databases quote values. Whoever catches it logs the rest.
            var kind = fault.GetType().Name;
            if (request is ICommand)
                log.LogWarning("{Request} failed: {Code}", Request, kind);
            span?.SetStatus(ActivityStatusCode.Error, kind);
            Tell(span, started, kind);
            throw;
        }
    }

    private static void Tell(Activity? span, long started, string result)
    {
        span?.SetTag(Signals.Request, Request).SetTag(Signals.Result, result);
        Signals.RequestDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new(Signals.Request, Request), new(Signals.Result, result));
    }
}
