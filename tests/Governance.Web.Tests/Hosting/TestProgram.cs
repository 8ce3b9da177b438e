using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Tests.Databases;
using Hangfire;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Governance.Web.Tests.Hosting;

/// <summary>The program in the test's process, on a database of its own and with a clock that the test moves. Background work runs
/// only when the test says so.</summary>
public sealed class TestProgram : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    private readonly TestDatabase _database;
    private readonly Action<IServiceCollection>? _services;
    private readonly (string Name, string Value)[] _settings;

    private TestProgram(TestDatabase database, Action<IServiceCollection>? services, (string Name, string Value)[] settings) =>
        (_database, _services, _settings) = (database, services, settings);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public string DataPath { get; } = Directory.CreateTempSubdirectory("governance-data-").FullName;

    public static async Task<TestProgram> StartAsync(
        Provider provider = Provider.Sqlite, Action<IServiceCollection>? services = null, params (string Name, string Value)[] settings) =>
        new(await TestDatabase.CreateAsync(provider), services, settings);

    public GovernanceDb Open() => _database.Open();

    /// <summary>A person who can sign in with <see cref="Password"/>.</summary>
    public async Task<Guid> AddPersonAsync(string name, params Role[] roles) =>
        (await SendAsync(new CreatePerson(name, "Frau " + name, $"{name}@stadt.example", "", "de", roles, Password))).Value;

    /// <summary>A bearer token.</summary>
    public async Task<string> AddTokenAsync(string name, int days = 30) => (await SendAsync(new CreateAccessToken(name, "test", days))).Value.Token;

    /// <summary>Sends a use case as the program.</summary>
    public Task<Result<T>> SendAsync<T>(MediatR.IRequest<Result<T>> request) => Services.GetRequiredService<AsProgram>().SendAsync(request, CancellationToken.None);

    /// <summary>Starts a case of any workflow.</summary>
    public async Task<Guid> StartCaseAsync(string definition)
    {
        var id = Guid.Empty;
        await Services.GetRequiredService<ITransactions>().RunAsync(
            async (services, _) =>
            {
                services.GetRequiredService<CommandScope>().Actor = Actor.System;
                id = (await services.GetRequiredService<ProcessRunner>().StartAsync(definition, Guid.CreateVersion7(), [], default)).Value.Id;
                return true;
            },
            CancellationToken.None);
        return id;
    }

    /// <summary>A browser without a session.</summary>
    public Browser Browse() => new(CreateClient(new() { AllowAutoRedirect = false }));

    /// <summary>A browser with a session.</summary>
    public async Task<Browser> SignInAsync(string name, string password = Password)
    {
        var browser = Browse();
        (await browser.SignInAsync(name, password)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>A program that sends a bearer token.</summary>
    public HttpClient Call(string token)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(DataPath, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Governance:Database:Provider", _database.Provider.ToString());
        builder.UseSetting("Governance:Database:ConnectionString", _database.ConnectionString);
        builder.UseSetting("Governance:DataPath", DataPath);
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            foreach (var background in services.Where(IsBackground).ToList())
                services.Remove(background);
            _services?.Invoke(services);
        });
    }

    private static bool IsBackground(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType?.Namespace == typeof(Web.Jobs.SweepWaker).Namespace
            || service.ImplementationType == typeof(BackgroundJobServerHostedService)
            || service.ImplementationFactory?.Method.ReturnType == typeof(BackgroundJobServerHostedService));
}
