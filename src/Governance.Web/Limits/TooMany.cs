using System.Globalization;
using System.Threading.RateLimiting;
using Governance.Web.Api;

namespace Governance.Web.Limits;

/// <summary>The answer to one request too many: 429, and when to come again.</summary>
internal static class TooMany
{
    public const string Code = "request.too-many";

    /// <summary>Sets status and <c>Retry-After</c> in seconds.</summary>
    public static void Tell(HttpResponse response, RateLimitLease lease)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>For programs problem+json; people get the error page of the status.</summary>
    public static Task AnswerAsync(HttpContext context, RateLimitLease lease)
    {
        Tell(context.Response, lease);
        return ApiPaths.IsForPrograms(context.Request.Path) ? new Refusal(Error.Of(Code)).ExecuteAsync(context) : Task.CompletedTask;
    }
}
