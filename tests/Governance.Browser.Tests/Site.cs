using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Governance.Browser.Tests;

/// <summary>The whole program on a free port of this machine, as a browser meets it.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    /// <summary>Starts the program in its development environment, where the style guide exists.</summary>
    public Site()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment("Development").UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Governance:DataPath", Directory.CreateTempSubdirectory("governance-browser-").FullName).UseSetting("Governance:Demo", "false");
}
