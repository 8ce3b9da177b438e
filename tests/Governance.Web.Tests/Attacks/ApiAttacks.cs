using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Web.Tests.Attacks;

/// <summary>One call that should not work.</summary>
/// <param name="What">For the report.</param>
/// <param name="Who">Whose token; null for none.</param>
/// <param name="Make">The call, anew each time.</param>
/// <param name="Expected">The only status that is right, where there is one.</param>
public sealed record ApiAttack(string What, string? Who, Func<HttpRequestMessage> Make, int? Expected = null);

/// <summary>What is tried on every operation, whatever it is.</summary>
public sealed class ApiAttacks(AttackedCity city, JsonObject content)
{
    private static readonly string[] Actors = ["owner", "office", "treasurer", "clerk", "steering-1", "committee-mobility-2"];

    /// <summary>Everything against one operation.</summary>
    public IEnumerable<ApiAttack> On(ApiOperation operation) =>
        [.. Strangers(operation), .. WrongIds(operation), .. WrongQueries(operation), .. WrongHeaders(operation), .. WrongBodies(operation), .. WrongFields(operation)];

    /// <summary>A body that the operation could take.</summary>
    public JsonObject? BodyOf(ApiOperation operation) => operation.Body is null ? null
        : operation.Sample() is { Count: > 0 } sample ? sample
        : content.DeepClone().AsObject();

    private IEnumerable<ApiAttack> Strangers(ApiOperation operation)
    {
        foreach (var address in operation.Addresses(city))
        {
            yield return new("nobody", null, () => Call(operation, address), operation.Path.EndsWith("/antiforgery", StringComparison.Ordinal) ? 200 : 401);
            yield return new("a token that nobody has", null, () => With(Call(operation, address), "Authorization", "Bearer gov_0123456789012345678901234567890123456789012"), 401);
            yield return new("no bearer", null, () => With(Call(operation, address), "Authorization", "Basic b3duZXI6eA=="), 401);
            if (operation.IsChange)
                yield return new("a citizen", "citizen", () => With(Call(operation, address), "If-Match", "*"));
            foreach (var who in Actors)
                yield return new(who, who, () => Call(operation, address));
            foreach (var method in new[] { "PUT", "DELETE", "OPTIONS", "TRACE", "BREW" })
                yield return new(method, "owner", () => new(new(method), address), 405);
        }
    }

    private IEnumerable<ApiAttack> WrongIds(ApiOperation operation) => !operation.Path.Contains('{', StringComparison.Ordinal) ? [] :
        from id in Hostile.Ids from who in new[] { "owner", "office" } select new ApiAttack($"id {Short(id)}", who, () => With(Call(operation, operation.At(id)), "If-Match", "*"));

    private IEnumerable<ApiAttack> WrongQueries(ApiOperation operation) =>
        from name in operation.Query
        from text in Hostile.Texts.Where(text => text.Length < 5000)
        from address in operation.Addresses(city).Take(1)
        select new ApiAttack($"{name}={Short(text)}", name == "limit" ? "office" : "treasurer", () => Call(operation, $"{address}?{name}={Escaped(text)}"));

    private IEnumerable<ApiAttack> WrongHeaders(ApiOperation operation)
    {
        if (!operation.IsChange)
            yield break;
        foreach (var address in operation.Addresses(city))
        {
            foreach (var tag in new[] { "7", "\"x\"", "\"-1\"", "W/\"1\"", "\"99999999999999\"", "\"2000000000\"", "\"0\", \"1\"" })
                yield return new("If-Match " + tag, "owner", () => With(Call(operation, address), "If-Match", tag));
            foreach (var key in new[] { new string('k', 201), "a\u0001b", "ü", "'; --" })
                yield return new("Idempotency-Key " + Short(key), "citizen", () => With(Call(operation, address), "Idempotency-Key", key));
        }
    }

    private IEnumerable<ApiAttack> WrongBodies(ApiOperation operation) =>
        from body in Hostile.Bodies
        from address in operation.Addresses(city).Take(operation.Body is null ? 1 : 3)
        where operation.IsChange
        from who in Actors.Take(3)
        select new ApiAttack($"body {Short(body.Text)} as {body.Type}", who, () => With(new(new(operation.Method), address) { Content = Content(body.Text, body.Type) }, "If-Match", "*"));

    private IEnumerable<ApiAttack> WrongFields(ApiOperation operation)
    {
        if (BodyOf(operation) is not { } body)
            yield break;
        foreach (var address in operation.Addresses(city))
            foreach (var path in JsonPlaces.Of(body))
                foreach (var (shown, change) in JsonPlaces.Changes)
                    foreach (var who in Actors)
                        yield return new($"{path} = {shown}", who, () => With(new(new(operation.Method), address) { Content = Content(JsonPlaces.Text(body, path, change), "application/json") }, "If-Match", "*"));
    }

    private HttpRequestMessage Call(ApiOperation operation, string address)
    {
        var request = new HttpRequestMessage(new(operation.Method), address);
        if (operation.IsChange && BodyOf(operation) is { } body)
            request.Content = Content(body.ToJsonString(), "application/json");
        return request;
    }

    private static ByteArrayContent Content(string text, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private static HttpRequestMessage With(HttpRequestMessage request, string header, string value)
    {
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private static string Escaped(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(octet => $"%{octet:X2}"));

    internal static string Short(string text) => System.Text.Json.JsonEncodedText.Encode(text.Length > 60 ? $"{text[..40]}… ({text.Length})" : text.Replace("\uD800", "(high)", StringComparison.Ordinal).Replace("\uDC00", "(low)", StringComparison.Ordinal)).ToString();
}
