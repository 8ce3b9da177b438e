using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Governance.Web.Hosting;

namespace Governance.Benchmarks;

/// <summary>The program as an office runs it: a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>CPU seconds it has used.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Waits until it has nothing left to do: mails sent, code compiled.</summary>
    public async Task RestAsync(CancellationToken ct)
    {
        var look = TimeSpan.FromSeconds(1);
        double before;
        do
        {
            before = ProcessorSeconds;
            await Task.Delay(look, ct);
        }
        while (ProcessorSeconds - before > look.TotalSeconds / 20);
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(GovernanceSettings settings, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Governance.Web.dll"), "serve", $"--urls={address}", $"--Governance:Database:Provider={settings.Database.Provider}",
            $"--Governance:Database:ConnectionString={settings.Database.ConnectionString}", $"--Governance:DataPath={settings.DataPath}", "--Governance:Demo=true",
            "--Logging:LogLevel:Default=Warning", "--Governance:RateLimits:Person=0", "--Governance:RateLimits:Visitors=0",
        ]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _ = process.StandardOutput.ReadToEndAsync(ct);
        using var client = new HttpClient { BaseAddress = address };
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await client.GetAsync("/health/ready", ct)).IsSuccessStatusCode)
                    return new(process, address);
            }
            catch (HttpRequestException) when (tries < 3000 && !process.HasExited)
            {
                await Task.Delay(50, ct);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
