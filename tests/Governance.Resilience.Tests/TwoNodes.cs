using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.People;
using Governance.Resilience.Tests.Clients;
using Governance.Resilience.Tests.Nodes;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Resilience.Tests;

/// <summary>Two nodes that share nothing but a PostgreSQL database with fsync; each has its own data folder.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private const int AtOnce = 4;
    private readonly string[] _folders = [Directory.CreateTempSubdirectory("governance-node-").FullName, Directory.CreateTempSubdirectory("governance-node-").FullName];
    private readonly List<Node> _nodes = [];
    private readonly List<HttpClient> _clients = [];
    private PostgreSqlServer? _server;
    private TestCity? _city;

    /// <summary>The city on their database; its use cases run in the test's own process.</summary>
    public TestCity City => _city!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _server = await PostgreSqlServer.StartAsync(durable: true);
        var database = await TestDatabase.CreateAsync(_server);
        _city = await TestCity.FoundAsync(database, DateTimeOffset.UtcNow, appropriation: 1_000_000_000);
        await _city.Do(_city["admin"], new CreatePerson("office2", "office2", "office2@city.example", "", "de", [Role.Office], "correct horse battery"));
        foreach (var folder in _folders)
            _nodes.Add(await Node.StartAsync(database, folder));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        foreach (var node in _nodes)
            await node.DisposeAsync();
        if (_city is not null)
            await _city.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        foreach (var folder in _folders)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>A client of the first or second node.</summary>
    public async Task<HttpClient> CallAsync(int node, string who)
    {
        var token = (await City.Do(Actor.System, new CreateAccessToken(who, "client", 30))).Token;
        var client = new HttpClient { BaseAddress = _nodes[node].Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        _clients.Add(client);
        return client;
    }

    /// <summary>Makes many of something, some at once.</summary>
    public static async Task<IReadOnlyList<T>> ManyAsync<T>(int count, Func<int, Task<T>> make)
    {
        var made = new T[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => made[number] = await make(number));
        return made;
    }

    /// <summary>Sends a command; answers with its status, and the code of a refusal or the body of an answer.</summary>
    public static async Task<(HttpStatusCode Status, string? Said)> PostAsync(HttpClient client, string path, JsonNode? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "If-Match", "*" } } };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.IsSuccessStatusCode || text.Length == 0 ? text : (string?)JsonNode.Parse(text)!["code"]);
    }

    /// <summary>The nodes still run, nobody was told anything twice, and <c>verify</c> finds nothing.</summary>
    public async Task CheckAsync()
    {
        foreach (var node in _nodes)
            node.ShouldRun();
        (await City.Do(Actor.System, new Verify())).Breaches.ShouldBeEmpty();
        (await City.Look(new Mailbox(_folders).DifferencesAsync)).ShouldBeEmpty();
        (await new Mailbox(_folders).ReadAsync()).Twice.ShouldBeEmpty();
    }
}
