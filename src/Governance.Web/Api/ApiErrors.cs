using Governance.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Governance.Web.Api;

/// <summary>For programs every error is problem+json: those that no endpoint answered, and those that nobody expected. Causes stay in
/// the log.</summary>
public sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    /// <summary>Longest body of a call; attachments have an endpoint of their own with its own limit.</summary>
    public const long LongestBody = 1024 * 1024;

    /// <summary>Runs the call.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!ApiPaths.IsForPrograms(context.Request.Path))
        {
            await next(context);
            return;
        }

        // The pages' error page must not take over.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.ContentLength > Limit(context))
        {
            await new Refusal(Error.Of("request.too-large")).ExecuteAsync(context);
            return;
        }

        if (!IsUtf8(context.Request.ContentType))
        {
            await new Refusal(Error.Of("request.media-type")).ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await new Refusal(Expected(fault, context)).ExecuteAsync(context);
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
            await new Refusal(Error.Of(ErrorStatus.CodeOf(context.Response.StatusCode))).ExecuteAsync(context);
    }

    // JSON between programs is UTF-8 (RFC 8259 § 8.1); the framework fails on names of other encodings.
    private static bool IsUtf8(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static long Limit(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LongestBody;

    private Error Expected(Exception fault, HttpContext context)
    {
        switch (fault)
        {
            case BadHttpRequestException bad:
                return Error.Of(ErrorStatus.CodeOf(bad.StatusCode));
            case DbUpdateConcurrencyException:
                return Error.Of("request.conflict");
            default:
                log.LogError(fault, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
                return Error.Of(LostDatabase.Is(fault) ? "server.unavailable" : "server.failed");
        }
    }
}
