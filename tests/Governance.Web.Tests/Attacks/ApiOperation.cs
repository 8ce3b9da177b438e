using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Attacks;

/// <summary>An operation of the API as its description has it.</summary>
/// <param name="Method">GET, POST, PATCH.</param>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Description">What <c>/openapi/v1.json</c> says of it.</param>
/// <param name="Document">The whole description, for its references.</param>
public sealed partial record ApiOperation(string Method, string Path, JsonObject Description, JsonObject Document)
{
    /// <summary>Names of the query's parameters.</summary>
    public IReadOnlyList<string> Query => [.. (Description["parameters"]?.AsArray() ?? []).Where(one => (string?)one!["in"] == "query").Select(one => (string)one!["name"]!)];

    /// <summary>The body's schema, references resolved; null without a body.</summary>
    public JsonObject? Body => Description["requestBody"]?["content"]?["application/json"]?["schema"] is JsonObject schema ? Resolve(schema) : null;

    /// <summary>Whether it changes anything.</summary>
    public bool IsChange => Method != "GET";

    /// <summary>What its description does not say of an answer, or null. A method that it does not have is not its own.</summary>
    public string? FaultOf(Answer answer) =>
        answer.Status == 405 || (answer.Status == 400 && answer.Text.Length == 0) ? null
        : Description["responses"]?[$"{answer.Status}"] is not { } described ? $"{answer.Status} is not described"
        : answer.Text.Length > 0 && described["content"]?[answer.Type] is null ? $"{answer.Status} as {answer.Type} is not described"
        : null;

    /// <summary>Operations of the description.</summary>
    public static async Task<IReadOnlyList<ApiOperation>> ReadAsync(HttpClient caller)
    {
        var document = JsonNode.Parse(await caller.GetStringAsync("/openapi/v1.json"))!.AsObject();
        return
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new ApiOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject(), document),
        ];
    }

    /// <summary>What the program really answers under <c>/api</c>: "GET /api/v1/me".</summary>
    public static IReadOnlyList<string> Mapped(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.OrdinalIgnoreCase))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} {Plain(endpoint.RoutePattern.RawText!)}")).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Its addresses, each with one of the city's rows.</summary>
    public IEnumerable<string> Addresses(AttackedCity city) => Segment().Match(Path) is { Success: true } match
        ? city.RowsOf(match.Groups["before"].Value).Select(At)
        : [Path];

    /// <summary>Its address with something else in place of the parameter.</summary>
    public string At(string id) => Parameter().Replace(Path, id);

    /// <summary>A body that has every property of the schema, with the plainest value of its type.</summary>
    public JsonObject Sample() => Sample(Body!) as JsonObject ?? [];

    /// <summary>Follows references and chooses what is not null.</summary>
    public JsonObject Resolve(JsonObject schema)
    {
        if (schema["oneOf"]?.AsArray().OfType<JsonObject>().FirstOrDefault(one => (string?)one["type"] != "null") is { } chosen)
            return Resolve(chosen);
        return (string?)schema["$ref"] is { } reference ? Resolve(Document["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject()) : schema;
    }

    private JsonNode? Sample(JsonObject schema)
    {
        schema = Resolve(schema);
        if (schema["enum"] is JsonArray words)
            return words[0]?.DeepClone();
        if (schema["properties"] is JsonObject properties)
            return new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, Sample(property.Value!.AsObject()))));
        return Kind(schema) switch
        {
            "integer" or "number" => 1, "boolean" => true, "array" => new JsonArray(), "object" => new JsonObject(),
            _ => (string?)schema["format"] switch { "uuid" => Guid.Empty.ToString(), "date" => "2027-01-01", "date-time" => "2027-01-01T00:00:00Z", _ => "1" },
        };
    }

    private static string Kind(JsonObject schema) =>
        schema["type"] is JsonArray kinds ? (string)kinds.First(kind => (string?)kind != "null")! : (string?)schema["type"] ?? "string";

    private static string Plain(string pattern) => "/" + Constraint().Replace(pattern.Trim('/'), "{${name}}");

    [GeneratedRegex(@"(?<before>[^/]+)/\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Segment();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constraint();
}
