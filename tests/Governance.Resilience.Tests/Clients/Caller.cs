using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Governance.Resilience.Tests.Clients;

/// <summary>A program that calls the API for one person and never gives up: a command whose answer did not come is sent again with the
/// same key, to wherever the server is by then.</summary>
/// <param name="token">The person's bearer token.</param>
/// <param name="server">Where the server is now; null while there is none.</param>
/// <param name="tally">What is met is counted here.</param>
public sealed class Caller(string token, Func<Uri?> server, Tally tally) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http = new() { Timeout = LongestAnswer, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };

    /// <summary>Reads.</summary>
    public async Task<JsonObject> GetAsync(string path)
    {
        var (status, body) = await SendAsync(() => new(HttpMethod.Get, path), isCommand: false);
        status.ShouldBe(HttpStatusCode.OK, $"GET {path}: {body}");
        return body!;
    }

    /// <summary>Sends a command under a key of its own.</summary>
    /// <returns>Its final answer: done (2xx), or refused (4xx) with its body.</returns>
    public async Task<(HttpStatusCode Status, JsonObject? Body)> PostAsync(string path, string key, JsonNode? body = null)
    {
        var answer = await SendAsync(
            () => new(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key }, { "If-Match", "*" } } }, isCommand: true);
        if ((int)answer.Status < 300)
            tally.Answer();
        else
            tally.Refuse();
        return answer;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, JsonObject? Body)> SendAsync(Func<HttpRequestMessage> request, bool isCommand)
    {
        while (true)
        {
            if (server() is { } address && await TryAsync(request(), address, isCommand) is { } answer)
                return answer;
            await Task.Delay(Pause);
        }
    }

    private async Task<(HttpStatusCode Status, JsonObject? Body)?> TryAsync(HttpRequestMessage request, Uri address, bool isCommand)
    {
        using var sent = request;
        sent.RequestUri = new(address, sent.RequestUri!);
        try
        {
            using var answer = await _http.SendAsync(sent);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode < HttpStatusCode.InternalServerError)
                return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject());
            if (isCommand)
                tally.Fail();
        }

        // A node that dies between connecting and the first byte is told by the client as a bare socket's fault.
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
        {
            if (isCommand)
                tally.BreakOff();
        }

        return null;
    }
}
