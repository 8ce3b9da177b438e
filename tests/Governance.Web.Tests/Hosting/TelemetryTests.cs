using System.Collections.Concurrent;
using System.Text;
using Governance.People;
using Governance.Persistence;
using Governance.Tests.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Governance.Web.Tests.Hosting;

/// <summary>What leaves the program for a collector and for the log.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_traces_and_metrics_without_names_and_passwords()
    {
        var received = new ConcurrentQueue<string>();
        await using var collector = await CollectAsync(received);
        await using var program = await TestProgram.StartAsync(
            settings: [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]);
        await program.AddPersonAsync("office");
        await program.SignInAsync("office");

        program.Services.GetRequiredService<TracerProvider>().ForceFlush();
        program.Services.GetRequiredService<MeterProvider>().ForceFlush();

        var all = string.Concat(received);
        all.ShouldContain(nameof(RecordSignIn));
        all.ShouldContain("transaction");
        all.ShouldContain("governance.request.duration");
        foreach (var secret in new[] { TestProgram.Password, "Frau office", "office@stadt.example", "INSERT INTO", "SELECT " })
            all.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Without_a_collector_nothing_listens()
    {
        await using var program = await TestProgram.StartAsync();

        program.Services.GetService<TracerProvider>().ShouldBeNull();
        program.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_refused_command_is_one_line_with_its_code_and_values_of_statements_are_in_none(Provider provider)
    {
        var lines = new Lines();
        await using var program = await TestProgram.StartAsync(provider, services => services.AddSingleton<ILoggerProvider>(lines), ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Debug"));
        await program.AddPersonAsync("secretly");

        await program.SendAsync(new LockPerson("nobody"));

        lines.Written.Where(line => line.Contains(nameof(LockPerson), StringComparison.Ordinal)).ShouldBe(["LockPerson was refused: person.not-found"]);
        lines.Written.ShouldContain(line => line.Contains("INSERT INTO", StringComparison.Ordinal));
        lines.Written.ShouldNotContain(line => line.Contains("secretly", StringComparison.OrdinalIgnoreCase));
        await using var scope = program.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DbContextOptions<GovernanceDb>>().FindExtension<CoreOptionsExtension>()!.IsSensitiveDataLoggingEnabled.ShouldBeFalse();
    }

    private static async Task<WebApplication> CollectAsync(ConcurrentQueue<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
