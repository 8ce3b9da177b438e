using System.CommandLine;
using System.Globalization;
using Governance.People;
using Governance.Persistence;
using Governance.Web.Api;
using Governance.Web.Hosting;
using MediatR;

namespace Governance.Web.Commands;

/// <summary>What a command with a database needs: settings, use cases and the program itself as actor, without a web host.</summary>
public sealed class CommandHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly AsyncServiceScope _scope;

    private CommandHost(ServiceProvider provider)
    {
        _provider = provider;
        _scope = provider.CreateAsyncScope();
        Services.GetRequiredService<CommandScope>().Actor = Actor.System;
    }

    /// <summary>The scope's services.</summary>
    public IServiceProvider Services => _scope.ServiceProvider;

    /// <summary>Reads the settings and opens the product on its database. Unless <paramref name="anyVersion"/>, the tables are those
    /// of this program.</summary>
    /// <exception cref="SettingsException">A setting is wrong, or the database is not ready.</exception>
    public static async Task<CommandHost> OpenAsync(ParseResult parse, bool anyVersion, CancellationToken ct)
    {
        var environment = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production;
        var configuration = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true).AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. (parse.GetValue(CommandLines.Settings) ?? []).Select(setting => "--" + setting)]).Build();
        var settings = new SettingsReader(configuration, environment == Environments.Development).Read();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddProduct(settings);
        services.AddScoped<Schema>();
        services.AddErrorTexts();
        var host = new CommandHost(services.BuildServiceProvider());
        if (!anyVersion)
            await host.Services.GetRequiredService<Schema>().PrepareStartAsync(ct);
        return host;
    }

    /// <summary>Sends a use case as the program; a refusal is told as a sentence on standard error.</summary>
    /// <param name="request">The use case.</param>
    /// <param name="parse">Where the streams are.</param>
    /// <param name="done">Tells the result.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> SendAsync<T>(IRequest<Result<T>> request, ParseResult parse, Action<T> done, CancellationToken ct)
    {
        var result = await Services.GetRequiredService<IMediator>().Send(request, ct);
        if (result.Error is { } error)
            return await RefuseAsync(error, parse);

        done(result.Value);
        return 0;
    }

    /// <summary>Tells a refusal as a sentence on standard error, in the city's language.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RefuseAsync(Error error, ParseResult parse)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Services.GetRequiredService<GovernanceSettings>().Culture);
        foreach (var line in Services.GetRequiredService<ErrorTexts>().Lines(error))
            await parse.InvocationConfiguration.Error.WriteLineAsync(line);
        return CommandLines.Failed;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
