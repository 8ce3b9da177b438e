using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Resilience.Tests.Nodes;

/// <summary>The program as an office runs it: a process of its own, out of the built output. It takes a free port by itself, so that no
/// other process can take it between a kill and the next start.</summary>
public sealed partial class Node : IAsyncDisposable
{
    private const int LinesShown = 150;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);
    private static readonly ConcurrentDictionary<Process, bool> Running = new();
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // A test run that is ended from outside leaves no server behind. Its runner may take the signal for itself, and then no end of the
    // process is told.
    private static readonly PosixSignalRegistration[] Signals = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, _ => EndAll()))];

    static Node() => AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAll();

    private Node(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        Running[_process] = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>The lines that it logged as errors.</summary>
    public IEnumerable<string> Errors => _lines.Where(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal));

    /// <summary>Starts one and returns when it is ready.</summary>
    /// <param name="database">On which database.</param>
    /// <param name="dataPath">Where its mails go.</param>
    public static async Task<Node> StartAsync(TestDatabase database, string dataPath)
    {
        var node = new Node(new() { StartInfo = Command(database, dataPath, "serve") });
        using var late = new CancellationTokenSource(LongestStart);
        try
        {
            await node._address.Task.WaitAsync(late.Token);
            await node.ReadyAsync(late.Token);
            return node;
        }
        catch (Exception fault)
        {
            await node.DisposeAsync();
            throw new InvalidOperationException("The program did not start: " + fault.Message, fault);
        }
    }

    /// <summary><c>verify</c> as an administrator calls it: exit code and what it printed.</summary>
    public static async Task<(int Code, string Output)> VerifyAsync(TestDatabase database, string dataPath)
    {
        using var process = Process.Start(Command(database, dataPath, "verify"))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        ShouldRun();
        _process.Kill();
        await _process.WaitForExitAsync();
        await DisposeAsync();
    }

    /// <summary>Fails with its log when it ended by itself.</summary>
    public void ShouldRun() => _process.HasExited.ShouldBeFalse("the program ended by itself:\n" + string.Join('\n', _lines.TakeLast(LinesShown)));

    /// <summary>Ends it and keeps the end of its log for a test that fails.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Running.TryRemove(_process, out _))
            return;
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"-- node {_process.Id}, exit code {_process.ExitCode}, the end of its log:");
        foreach (var line in _lines.TakeLast(LinesShown))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        _process.Dispose();
    }

    private static void EndAll()
    {
        foreach (var process in Running.Keys)
            process.Kill();
    }

    private static ProcessStartInfo Command(TestDatabase database, string dataPath, string command)
    {
        // …/tests/THIS/bin/Debug/net10.0 → …/src/Governance.Web/bin/Debug/net10.0
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Repository.File($"src/Governance.Web/bin/{framework.Parent!.Name}/{framework.Name}/Governance.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, command]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = dataPath };
        foreach (var (name, value) in new[]
        {
            ("Governance__Database__Provider", database.Provider.ToString()),
            ("Governance__Database__ConnectionString", database.ConnectionString),
            ("Governance__DataPath", dataPath),
            ("Governance__Role", "All"),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("DOTNET_ENVIRONMENT", "Production"),
        })
            start.Environment[name] = value;
        return start;
    }

    private async Task ReadyAsync(CancellationToken late)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            ShouldRun();
            try
            {
                if ((await client.GetAsync("/health/ready", late)).IsSuccessStatusCode)
                    return;
            }
            catch (Exception fault) when (fault is HttpRequestException or SocketException)
            {
                // Not yet.
            }

            await Task.Delay(50, late);
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("It ended before it listened."));
            return;
        }

        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } found)
            _address.TrySetResult(new(found.Groups["address"].Value));
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
