using Governance.Persistence;
using Governance.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Governance.Web.Api;

/// <summary>What every changing call of the API has: a key that makes repetition harmless, and, from a browser's session, the
/// antiforgery token.</summary>
public sealed class CommandHeaders(CommandScope scope, IAntiforgery antiforgery) : IEndpointFilter
{
    private const int LongestKey = 200;

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return await next(context);
        if (http.Features.Get<Caller>() is { ByCookie: true } && !await antiforgery.IsRequestValidAsync(http))
            return new Refusal(Error.Of("request.antiforgery"));
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey || key.Any(char.IsControl))
            return new Refusal(Error.Of("idempotency.key-invalid"));
        if (key.Length > 0)
            scope.IdempotencyKey = key;
        return await next(context);
    }
}
