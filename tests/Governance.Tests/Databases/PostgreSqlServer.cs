using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Governance.Database.PostgreSql;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Tests.Databases;

/// <summary>A private PostgreSQL cluster in a temporary directory on a free port, one a test run; a migrated template database
/// is cloned for each test.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Template = "governance_template";
    private static readonly Lazy<Task<PostgreSqlServer>> Shared = new(() => StartAsync(durable: false));
    private readonly string _directory;
    private readonly string _durability = "";
    private readonly SemaphoreSlim _cloning = new(1);
    private int _databases;

    /// <summary>For the assembly fixture, which ends the shared cluster.</summary>
    public PostgreSqlServer() => _directory = "";

    private PostgreSqlServer(string directory, int port, string durability) => (_directory, Port, _durability) = (directory, port, durability);

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The cluster of this test run, started with the first test that needs it.</summary>
    public static Task<PostgreSqlServer> SharedAsync() => Shared.Value;

    /// <summary>Starts a cluster; with <paramref name="durable"/> as an office runs it (fsync on), else as fast as tests want.</summary>
    public static async Task<PostgreSqlServer> StartAsync(bool durable)
    {
        var directory = Path.Combine(Path.GetTempPath(), "governance-pg-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(directory);
        var port = FreePort();
        AsPostgres("initdb", $"-D {directory}/data -U governance -A trust -E UTF8 --locale=C.UTF-8 --no-sync", directory);
        var durability = durable ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        var server = new PostgreSqlServer(directory, port, durability);
        server.Start();
        await server.ExecuteAsync($"CREATE DATABASE {Template}");
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernancePostgreSql(server.ConnectionString(Template));
        await using (var db = new GovernanceDb(options.Options))
            await db.Database.MigrateAsync();
        NpgsqlConnection.ClearAllPools();
        return server;
    }

    /// <summary>Ends it as a loss of power does, every connection at once and nothing written any more, and starts it again.</summary>
    public void Crash()
    {
        AsPostgres("pg_ctl", $"-D {_directory}/data -m immediate stop", _directory);
        Start();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>An empty, migrated database of its own; returns its connection string.</summary>
    public Task<string> CloneAsync() => CloneAsync(Template);

    /// <summary>A copy of a database that nobody uses at the moment; returns its connection string.</summary>
    public async Task<string> CopyAsync(string connectionString)
    {
        await LeaveAsync(connectionString);
        return await CloneAsync(new NpgsqlConnectionStringBuilder(connectionString).Database!);
    }

    // The program's connections, which are not made with the very text of the settings.
    private static async Task LeaveAsync(string connectionString)
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernancePostgreSql(connectionString);
        await using var db = new GovernanceDb(options.Options);
        NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
    }

    private async Task<string> CloneAsync(string template)
    {
        var name = "t" + Interlocked.Increment(ref _databases);
        await _cloning.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            _cloning.Release();
        }

        return ConnectionString(name);
    }

    /// <summary>Removes a cloned database.</summary>
    public async Task DropAsync(string connectionString)
    {
        await LeaveAsync(connectionString);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_directory.Length == 0)
        {
            if (Shared.IsValueCreated)
                await (await Shared.Value).DisposeAsync();
            return;
        }

        _cloning.Dispose();
        AsPostgres("pg_ctl", $"-D {_directory}/data -m immediate stop", _directory);
        Directory.Delete(_directory, recursive: true);
    }

    private void Start() => AsPostgres(
        "pg_ctl", $"-D {_directory}/data -w -l {_directory}/log -o \"-p {Port} -k {_directory} -c listen_addresses=127.0.0.1 -c max_connections=200 {_durability}\" start", _directory);

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=governance;Database={database};Maximum Pool Size=24;Include Error Detail=true";

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL refuses to run as root: there the commands run as the package's own user.
    private static void AsPostgres(string tool, string arguments, string directory)
    {
        var path = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", tool)).Last(File.Exists)
            : tool;
        var root = Environment.UserName == "root";
        if (root)
            Run("chown", $"postgres {directory}", directory);
        if (root)
            Run("runuser", $"-u postgres -- {path} {arguments}", directory);
        else
            Run(path, arguments, directory);
    }

    private static void Run(string file, string arguments, string directory)
    {
        var log = Path.Combine(directory, "commands");
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"cd / && {file} {arguments} >>{log} 2>&1"]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {arguments} failed: {File.ReadAllText(log)}");
    }
}
