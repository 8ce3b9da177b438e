using Microsoft.AspNetCore.Http.Features;

namespace Governance.Web.Hosting;

/// <summary>Reads a sent form before anything else does: one that nobody can read (NUL, far too long or too many fields) is a bad
/// request, told by the page for it, and never a failure somewhere within.</summary>
public sealed class ReadableForms(RequestDelegate next)
{
    private const string Encoded = "application/x-www-form-urlencoded";

    // Longer ones are refused by their pages, unread.
    private const long Longest = 4 * 1024 * 1024;

    /// <summary>Reads it and goes on, or answers 400.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType?.StartsWith(Encoded, StringComparison.OrdinalIgnoreCase) != true || request.ContentLength > Longest)
        {
            await next(context);
            return;
        }

        if (request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Math.Min(limit.MaxRequestBodySize ?? Longest, Longest);
        try
        {
            await request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException)
        {
            // The page that tells it must not try again.
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    }
}
