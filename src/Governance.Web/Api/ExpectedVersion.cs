using System.Globalization;

namespace Governance.Web.Api;

/// <summary>The version that the caller read before changing, from <c>If-Match</c>. An endpoint that takes it as a parameter also says
/// <see cref="ExpectedVersionFilter.NeedsIfMatch"/>.</summary>
/// <param name="Number">The aggregate's version, or null for <c>*</c>: whatever it is now.</param>
public sealed record ExpectedVersion(int? Number)
{
    /// <summary>The ETag of a version.</summary>
    public static string ETag(int version) => "\"" + version.ToString(CultureInfo.InvariantCulture) + "\"";

    /// <summary>Binds it from the request. Parameters are bound before filters run: what the filter refuses must bind to something.</summary>
    public static ValueTask<ExpectedVersion?> BindAsync(HttpContext context) => new(Parse(context.Request.Headers.IfMatch.ToString()) ?? new(Number: null));

    internal static ExpectedVersion? Parse(string header) => header.Trim() switch
    {
        "*" => new(Number: null),
        ['"', .. var digits, '"'] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => new(version),
        _ => null,
    };
}

/// <summary>Asks for <c>If-Match</c> where a change needs it.</summary>
public static class ExpectedVersionFilter
{
    /// <summary>Refuses calls without the version that was read (428) or with something else than an ETag of ours (400).</summary>
    public static RouteHandlerBuilder NeedsIfMatch(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var header = context.HttpContext.Request.Headers.IfMatch.ToString();
        if (!context.HttpContext.RequestServices.GetRequiredService<Persistence.CommandScope>().Actor.IsPerson)
            return await next(context);
        if (header.Length == 0)
            return new Refusal(Error.Of("request.if-match-missing"));
        return ExpectedVersion.Parse(header) is null ? new Refusal(Error.Of("request.if-match-invalid")) : await next(context);
    }).WithMetadata(new IfMatchNeeded());
}

/// <summary>Marks an endpoint that needs <c>If-Match</c>, for its description.</summary>
public sealed record IfMatchNeeded;
