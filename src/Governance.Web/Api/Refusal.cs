using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Web.Hosting;

namespace Governance.Web.Api;

/// <summary>An error as problem+json (RFC 9457): <c>code</c>, <c>title</c>, <c>detail</c> and <c>errors</c> by field, never more than
/// the texts say.</summary>
public sealed class Refusal(Error error) : IResult
{
    private const string ContentType = "application/problem+json";
    private const string Cents = "Cents";

    // Umlauts as they are: the answer is JSON in UTF-8, never part of a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var texts = httpContext.RequestServices.GetRequiredService<ErrorTexts>();
        var status = ErrorStatus.Of(error.Code);
        httpContext.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        if (status == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = LostDatabase.RetryAfter;
        var body = new Problem(
            texts.Title(status), status, texts.Sentence(error), error.Code,
            error.Fields.Count == 0 ? null : error.Fields.ToDictionary(field => Camel(field.Key), field => field.Value.Select(texts.Sentence).ToArray(), StringComparer.Ordinal),
            status < StatusCodes.Status500InternalServerError ? null : Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier);
        await httpContext.Response.WriteAsJsonAsync(body, Json, ContentType, httpContext.RequestAborted);
    }

    // As the field is named in what was sent: amounts do not speak of cents there.
    private static string Camel(string property) => string.Join('.', property.Split('.').Select(part => part == Cents
        ? "amount" : JsonNamingPolicy.CamelCase.ConvertName(part.EndsWith(Cents, StringComparison.Ordinal) ? part[..^Cents.Length] : part)));
}

/// <summary>The body of every error.</summary>
/// <param name="Title">The kind of error, in the request's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong and what to do, in the request's language.</param>
/// <param name="Code">Stable; programs rely on it.</param>
/// <param name="Errors">Sentences by field, when the input is wrong.</param>
/// <param name="Reference">Where the log has more, when the program failed.</param>
public sealed record Problem(
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Reference = null);
