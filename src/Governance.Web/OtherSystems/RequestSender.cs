using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Web.OtherSystems;

/// <summary>Sends the request of a case and reads the answer.</summary>
public sealed class RequestSender(IHttpClientFactory clients, AllowedAddresses allowed, TimeProvider clock)
{
    /// <summary>The client's name.</summary>
    public const string Client = "workflows";

    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Most bytes of an answer.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>Sends it.</summary>
    /// <returns>The outputs of the activity, or why it fails.</returns>
    public async Task<Result<JsonObject>> SendAsync(ClaimedRequest claimed, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(new HttpMethod(claimed.Call!.Method), claimed.Call.Url);
            if (Fill(request, claimed.Call, claimed.Key) is { } wrong)
                return ClaimedRequest.Invalid(wrong);

            // The list may have become shorter since the case wrote it down.
            if (!allowed.Allows(request.RequestUri!))
                return AllowedAddresses.Refusal(request.RequestUri!);
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await ContentAsync(response, limit.Token) is { } bytes
                ? HttpAnswer.Of((int)response.StatusCode, Read(bytes, response.Content.Headers.ContentType), Headers(response)) : ClaimedRequest.AnswerTooLong(MostBytes);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return HttpAnswer.TimedOut();
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return ClaimedRequest.Invalid(claimed.Call!.Method);
        }
        catch (Exception unreached) when (unreached is HttpRequestException or IOException)
        {
            return HttpAnswer.NotReached();
        }
    }

    // What would make another request of it, or send it elsewhere.
    private static readonly HashSet<string> NotOurs = new(["Host", "Connection", "Content-Length", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Proxy-Authorization"], StringComparer.OrdinalIgnoreCase);

    // The name of what cannot be sent, and not its value: that may be a secret.
    private static string? Fill(HttpRequestMessage message, HttpCall call, string key)
    {
        if (call.Body is { } body)
        {
            if (!MediaTypeHeaderValue.TryParse(call.ContentType, out var type))
                return "Content-Type";
            message.Content = new StringContent(body, Encoding.UTF8);
            message.Content.Headers.ContentType = type;
        }

        foreach (var (name, values) in call.Headers.Concat(call.Authorization is { } authorization ? [KeyValuePair.Create<string, IReadOnlyList<string>>("Authorization", [authorization])] : []))
            if (NotOurs.Contains(name) || !values.All(IsPrintable) || !message.Headers.TryAddWithoutValidation(name, values))
                return name;
        if (!message.Headers.Contains("Idempotency-Key"))
            message.Headers.Add("Idempotency-Key", key);
        return null;
    }

    private static bool IsPrintable(string value) => value.All(one => one is >= ' ' and <= '~');

    // Null when it is too long.
    private static async Task<byte[]?> ContentAsync(HttpResponseMessage response, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[16_384];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
                return null;
        }

        return bytes.ToArray();
    }

    private static JsonNode? Read(byte[] bytes, MediaTypeHeaderValue? of)
    {
        if (bytes.Length == 0)
            return null;
        var (type, text) = (of?.MediaType, EncodingOf(of?.CharSet).GetString(bytes));
        return type == MediaTypeNames.Application.Json || type?.EndsWith("+json", StringComparison.Ordinal) == true ? Json(text) : JsonValue.Create(text);
    }

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    // What calls itself JSON and is none is kept as text: the case can tell by the status whether it matters.
    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static Encoding EncodingOf(string? charset)
    {
        try
        {
            return charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"'));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }

    private static JsonObject Headers(HttpResponseMessage response)
    {
        var headers = new JsonObject();
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Set-Cookie"))
            headers[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return headers;
    }
}
