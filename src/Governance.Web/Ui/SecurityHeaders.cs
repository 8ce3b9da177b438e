namespace Governance.Web.Ui;

/// <summary>
/// Headers of every response. Nothing may come from another origin, nothing inline may run or style; KERN's icons are data: URIs.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers and goes on. A later part of the pipeline may set its own value instead.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // On starting, because the exception handler clears the headers that were set before it ran.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.TryAdd("Content-Security-Policy", Policy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("X-Frame-Options", "DENY");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
