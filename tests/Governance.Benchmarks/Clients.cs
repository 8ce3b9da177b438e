using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Governance.Benchmarks;

/// <summary>People of the city who use the program over HTTP: programs with a token, and one member with a browser's session.</summary>
internal sealed partial class Clients : IDisposable
{
    private readonly Dictionary<string, HttpClient> _byName = new(StringComparer.Ordinal);
    private readonly HttpClient _browser;

    private Clients(Uri address) => _browser = new HttpClient(Handler()) { BaseAddress = address };

    /// <summary>Signs everybody in.</summary>
    public static async Task<Clients> SignInAsync(BenchmarkCity city, Uri address, int seats, CancellationToken ct)
    {
        var clients = new Clients(address);
        foreach (var name in new[] { "owner", "office", "treasurer", OpenTasks.Member }.Concat(Enumerable.Range(1, seats).Select(seat => $"steering{seat}")))
        {
            var client = new HttpClient(Handler()) { BaseAddress = address };
            client.DefaultRequestHeaders.Authorization = new("Bearer", await city.TokenAsync(name, ct));
            clients._byName[name] = client;
        }

        var page = await clients._browser.GetStringAsync("/account/sign-in", ct);
        var answer = await clients._browser.PostAsync("/account/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Name"] = OpenTasks.Member, ["Password"] = DemoPassword().Match(page).Groups["password"].Value, ["__RequestVerificationToken"] = Antiforgery().Match(page).Groups["token"].Value,
        }), ct);
        answer.EnsureSuccessStatusCode();
        return clients;
    }

    /// <summary>The owner submits a draft.</summary>
    public async Task SubmitAsync(Guid draft)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/proposals/{draft}/submit");
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        await SendAsync("owner", request);
    }

    /// <summary>Somebody answers a task.</summary>
    public async Task CompleteAsync(string who, Guid task, string outcome)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/tasks/{task}/complete") { Content = JsonContent.Create(new { outcome, comment = "Geprüft." }) };
        await SendAsync(who, request);
    }

    /// <summary>A member of the steering group votes yes.</summary>
    public async Task VoteAsync(int seat, Guid ballot)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/ballots/{ballot}/votes") { Content = JsonContent.Create(new { choice = "yes" }) };
        await SendAsync($"steering{seat}", request);
    }

    /// <summary>The member opens the inbox in a browser: the whole page.</summary>
    public async Task OpenInboxAsync()
    {
        var page = await _browser.GetStringAsync("/inbox");
        if (!page.Contains("/inbox/", StringComparison.Ordinal))
            throw new InvalidOperationException("The inbox shows no task.");
    }

    /// <summary>The member's program lists the tasks.</summary>
    public async Task ListTasksAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tasks?limit=50");
        await SendAsync(OpenTasks.Member, request);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _browser.Dispose();
        foreach (var client in _byName.Values)
            client.Dispose();
    }

    private async Task SendAsync(string who, HttpRequestMessage request)
    {
        using var answer = await _byName[who].SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{request.RequestUri} {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        _ = await answer.Content.ReadAsByteArrayAsync();
    }

    private static SocketsHttpHandler Handler() => new() { UseCookies = true, MaxConnectionsPerServer = 64 };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Antiforgery();

    // The demo's sign-in page shows the password that all its people share.
    [GeneratedRegex("data-testid=\"demo-password\">(?<password>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DemoPassword();
}
