using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Web.OtherSystems;

/// <summary>Sends the request of a case and reads the answer.</summary>
public sealed class RequestSender(IHttpClientFactory clients, AllowedAddresses allowed)
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
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var request = Message(claimed);

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
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            return ClaimedRequest.Invalid(wrong.Message);
        }
        catch (Exception unreached) when (unreached is HttpRequestException or IOException)
        {
            return HttpAnswer.NotReached();
        }
    }

    private static HttpRequestMessage Message(ClaimedRequest claimed)
    {
        var call = claimed.Call!;
        var message = new HttpRequestMessage(new HttpMethod(call.Method), call.Url);
        if (call.Body is { } body)
        {
            message.Content = new StringContent(body, Encoding.UTF8);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType!);
        }

        foreach (var (name, values) in call.Headers)
            message.Headers.Add(name, values);
        if (call.Authorization is { } authorization)
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (!message.Headers.Contains("Idempotency-Key"))
            message.Headers.Add("Idempotency-Key", claimed.Key);
        return message;
    }

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

    // What calls itself JSON and is none is kept as text: the case can tell by the status whether it matters.
    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
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
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static JsonObject Headers(HttpResponseMessage response)
    {
        var headers = new JsonObject();
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            headers[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return headers;
    }
}
