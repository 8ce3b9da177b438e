namespace Governance.Web.Api;

/// <summary>The one mapping from error codes to HTTP status codes. A code's last part says what kind it is; a rule that said no is 422.</summary>
public static class ErrorStatus
{
    private static readonly Dictionary<string, int> ByCode = new(StringComparer.Ordinal)
    {
        ["access.sign-in"] = 401,
        ["access.token"] = 401,
        ["access.forbidden"] = 403,
        ["request.unreadable"] = 400,
        ["request.antiforgery"] = 400,
        ["request.if-match-invalid"] = 400,
        ["request.method"] = 405,
        ["request.media-type"] = 415,
        ["request.if-match-missing"] = 428,
        ["request.too-large"] = 413,
        ["request.too-many"] = 429,
        ["document.too-large"] = 413,
        ["document.type"] = 415,
        ["idempotency.key-invalid"] = 400,
        ["server.failed"] = 500,
        ["server.unavailable"] = 503,
    };

    private static readonly Dictionary<string, int> ByLastPart = new(StringComparer.Ordinal)
    {
        ["not-found"] = 404,
        ["stale"] = 412,
        ["version"] = 412,
        ["conflict"] = 409,
        ["closed"] = 409,
        ["taken"] = 409,
    };

    /// <summary>The status of an error code.</summary>
    public static int Of(string code)
    {
        if (ByCode.TryGetValue(code, out var status))
            return status;
        var last = code[(code.LastIndexOf('.') + 1)..];
        if (ByLastPart.TryGetValue(last, out status))
            return status;
        return last.StartsWith("already-", StringComparison.Ordinal) || last.EndsWith("-taken", StringComparison.Ordinal)
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>The code for a status that some part of the pipeline gave without a body.</summary>
    public static string CodeOf(int status) => status switch
    {
        401 => "access.sign-in",
        403 => "access.forbidden",
        404 => "request.not-found",
        405 => "request.method",
        413 => "request.too-large",
        415 => "request.media-type",
        429 => "request.too-many",
        503 => "server.unavailable",
        >= 500 => "server.failed",
        _ => "request.unreadable",
    };
}
