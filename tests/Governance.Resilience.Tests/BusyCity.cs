using Governance.Audit;
using Governance.Bodies;
using Governance.Notifications;
using Governance.People;
using Governance.Persistence;
using Governance.Resilience.Tests.Clients;
using Governance.Resilience.Tests.Nodes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Governance.Resilience.Tests;

/// <summary>A city at work: one node on a durable database, and eight clients who submit, check, recommend and vote through the API
/// until they are told that it is enough, whatever becomes of the node meanwhile.</summary>
public sealed class BusyCity : IAsyncDisposable
{
    private static readonly string[] People = ["owner", "office", "office", "treasurer", "treasurer", BodyCodes.Steering + "-1", BodyCodes.Steering + "-2", BodyCodes.Steering + "-3"];
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private readonly TestCity _city;
    private readonly CancellationTokenSource _enough = new();
    private readonly GivenAnswers _given = new();
    private readonly List<Caller> _callers = [];
    private readonly List<Task> _clients = [];
    private readonly Mailbox _mailbox;
    private Node? _node;

    private BusyCity(TestCity city, PostgreSqlServer? server)
    {
        (_city, Server) = (city, server);
        _mailbox = new(DataPath);
    }

    /// <summary>What the clients met.</summary>
    public Tally Tally { get; } = new();

    /// <summary>The node's own database server, or null on SQLite.</summary>
    public PostgreSqlServer? Server { get; }

    /// <summary>How to reach its database.</summary>
    public string ConnectionString => _city.Database.ConnectionString;

    private string DataPath { get; } = Directory.CreateTempSubdirectory("governance-node-").FullName;

    /// <summary>Founds it and sets everybody to work. On PostgreSQL the server runs with fsync, as an office's does.</summary>
    public static async Task<BusyCity> FoundAsync(Provider provider, int seed)
    {
        var server = provider == Provider.PostgreSql ? await PostgreSqlServer.StartAsync(durable: true) : null;
        var database = server is null ? await TestDatabase.CreateAsync(provider) : await TestDatabase.CreateAsync(server);
        var busy = new BusyCity(await TestCity.FoundAsync(database, DateTimeOffset.UtcNow, appropriation: 1_000_000_000), server);
        foreach (var (who, number) in People.Select((who, number) => (who, number)))
        {
            var token = (await busy._city.Do(Actor.System, new CreateAccessToken(who, "client", 30))).Token;
            var caller = new Caller(token, () => busy._node?.Address, busy.Tally);
            busy._callers.Add(caller);
            var client = new Client(busy._city[who].PersonId, who == "owner", caller, busy._given, seed + number);
            busy._clients.Add(Task.Run(() => client.WorkAsync(busy._enough.Token)));
        }

        busy.LetGo();
        return busy;
    }

    /// <summary>Starts the node and returns when it is ready; clients need not wait for that.</summary>
    public async Task StartAsync() => _node = await Node.StartAsync(_city.Database, DataPath);

    /// <summary>Kills the node.</summary>
    public async Task KillAsync()
    {
        var node = _node!;
        await node.KillAsync();
        _node = null;
    }

    /// <summary>Lets the clients work until so many more commands are done, and a little longer.</summary>
    public async Task WorkAsync(int commands, TimeSpan longer)
    {
        var until = Tally.Answered + commands;
        using var late = new CancellationTokenSource(LongestWait);
        while (Tally.Answered < until)
        {
            foreach (var failed in _clients.Where(client => client.IsFaulted))
                await failed;
            await Task.Delay(TimeSpan.FromMilliseconds(10), late.Token);
        }

        await Task.Delay(longer, late.Token);
    }

    /// <summary>While the node runs: <c>verify</c> finds nothing, no answer given is lost, no mail is missing or twice.</summary>
    public async Task CheckAsync()
    {
        _node!.ShouldRun();
        (await _city.Do(Actor.System, new Verify())).Breaches.Select(Say).ShouldBeEmpty();
        (await _city.Look(_given.DifferencesAsync)).ShouldBeEmpty();
        (await _city.Look(_mailbox.DifferencesAsync)).ShouldBeEmpty();

        // What a killed node had claimed is due again after minutes that no test waits.
        var now = DateTime.UtcNow;
        await _city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.SentAt == null).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NextAttemptAt, now)));
        LetGo();
    }

    /// <summary>Everybody stops after the answer that they wait for; then all mails have left, and everything is checked to the end.</summary>
    /// <returns>The number of mails.</returns>
    public async Task<int> FinishAsync()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_clients);
        using var late = new CancellationTokenSource(LongestWait);
        while (await _city.Look(db => db.Set<OutgoingMail>().AnyAsync(mail => mail.SentAt == null)))
            await Task.Delay(TimeSpan.FromMilliseconds(200), late.Token);
        await CheckAsync();
        var (twice, mails) = await _mailbox.ReadAsync();
        twice.ShouldBeEmpty();
        mails.ShouldBe(await _city.Look(db => db.Set<OutgoingMail>().CountAsync()));
        LetGo();
        var (code, output) = await Node.VerifyAsync(_city.Database, DataPath);
        code.ShouldBe(0, output);
        return mails;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        if (_node is not null)
            await _node.DisposeAsync();
        foreach (var caller in _callers)
            caller.Dispose();
        await _city.DisposeAsync();
        if (Server is not null)
            await Server.DisposeAsync();
        _enough.Dispose();
        Directory.Delete(DataPath, recursive: true);
    }

    // A connection that this process kept would spare the killed node's successor the recovery of the file.
    private void LetGo()
    {
        if (_city.Database.Provider == Provider.Sqlite)
            SqliteConnection.ClearPool(new(_city.Database.ConnectionString));
    }

    private static string Say(Breach breach) => $"{breach.Code}: {string.Join(", ", breach.Facts.Select(fact => $"{fact.Key}={fact.Value}"))}";
}
