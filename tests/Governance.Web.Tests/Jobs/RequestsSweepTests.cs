using System.Net;
using System.Text.Json.Nodes;
using Governance.Processes;
using Governance.Web.Jobs;
using Governance.Web.OtherSystems;
using Governance.Web.Tests.Hosting;
using Governance.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Incident = Governance.Processes.Incident;

namespace Governance.Web.Tests.Jobs;

/// <summary>A case asks another system over HTTP and goes on by its answer.</summary>
public sealed class RequestsSweepTests
{
    [Fact]
    public async Task The_answer_leads_the_case_on()
    {
        await using var other = await OtherSystem.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers["X-Register"] = "7";
            using var body = await System.Text.Json.JsonDocument.ParseAsync(context.Request.Body);
            await context.Response.WriteAsync($$"""{"name": "{{body.RootElement.GetProperty("street").GetString()}}", "agent": "{{context.Request.Headers.UserAgent}}", "key": "{{context.Request.Headers["Idempotency-Key"]}}"}""");
        });
        await using var program = await StartAsync(other, "/api/streets");

        var asking = await AskAsync(program);

        var said = JsonNode.Parse(asking.Answer)!;
        ((int?)said["status"], (string?)said["content"]!["name"], (string?)said["content"]!["agent"], (string?)said["headers"]!["X-Register"]![0]).ShouldBe((200, "Am Markt", "Governance", "7"));
        ((string?)said["content"]!["key"]).ShouldStartWith(asking.Id.ToString("N"));
        other.Asked.ShouldBe(["POST /api/streets Bearer x"]);
    }

    [Theory]
    [InlineData(302, "elsewhere")]
    [InlineData(404, "")]
    [InlineData(500, "<p>ä</p>")]
    public async Task Any_answer_is_one_and_no_redirect_is_followed(int status, string text)
    {
        await using var other = await OtherSystem.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/api/elsewhere";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(text);
        });
        await using var program = await StartAsync(other, "/api/streets");

        var said = JsonNode.Parse((await AskAsync(program)).Answer)!;

        ((int?)said["status"], (string?)said["content"]).ShouldBe((status, text.Length > 0 ? text : null));
        other.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"a": 1, "a": 2}""")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task What_calls_itself_JSON_and_cannot_be_read_is_text(string sent)
    {
        await using var other = await OtherSystem.StartAsync(context =>
        {
            context.Response.ContentType = "application/problem+json; charset=utf-7";
            return context.Response.WriteAsync(sent);
        });
        await using var program = await StartAsync(other, "/api/streets");

        ((string?)JsonNode.Parse((await AskAsync(program)).Answer)!["content"]).ShouldBe(sent);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_an_incident()
    {
        await using var other = await OtherSystem.StartAsync(context => context.Response.WriteAsync(new string('x', RequestSender.MostBytes + 1)));
        await using var program = await StartAsync(other, "/api/streets");

        (await AskAsync(program)).Incident.ShouldStartWith("ask: Die Antwort des anderen Systems ist länger als 1.000.000 Bytes.");
    }

    [Theory]
    [InlineData("a b", "x", "a b")]
    [InlineData("Host", "elsewhere.example", "Host")]
    [InlineData("transfer-encoding", "chunked", "transfer-encoding")]
    [InlineData("X-Name", "Müller", "X-Name")]
    [InlineData("X-Name", @"a\r\nHost: elsewhere.example", "X-Name")]
    public async Task A_header_that_cannot_be_one_is_an_incident_that_keeps_its_value_secret(string header, string value, string named)
    {
        await using var other = await OtherSystem.StartAsync(_ => Task.CompletedTask);
        await using var program = await StartAsync(other, "/api/streets", header: header, value: value);

        (await AskAsync(program)).Incident.ShouldSatisfyAllConditions(told => told.ShouldContain($"ungültig ist: {named}."), told => told.ShouldNotContain("elsewhere"), told => told.ShouldNotContain("Müller"));
        other.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_reached_or_does_not_answer_in_time_is_an_outcome()
    {
        await using (var gone = await OtherSystem.StartAsync(_ => Task.CompletedTask))
        {
            await using var program = await StartAsync(gone, "/api/streets");
            await gone.DisposeAsync();
            (await AskAsync(program)).Outcome.ShouldBe("Failed to connect");
        }

        await using var other = await OtherSystem.StartAsync(_ => Task.CompletedTask);
        await using var late = await StartAsync(other, "/api/streets", services: services => services.AddHttpClient(RequestSender.Client).ConfigurePrimaryHttpMessageHandler(() => new Late()));
        (await AskAsync(late)).Outcome.ShouldBe("Timeout");
    }

    [Fact]
    public async Task What_is_not_allowed_is_not_sent()
    {
        await using var other = await OtherSystem.StartAsync(_ => Task.CompletedTask);
        await using var program = await StartAsync(other, "/api/../admin");

        (await AskAsync(program)).Incident.ShouldContain("/admin gehört nicht zu den Adressen, die Governance__Workflows__AllowedAddresses erlaubt");
        other.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_waited_for_thirty_seconds_and_no_longer()
    {
        var asked = new TaskCompletionSource();
        await using var other = await OtherSystem.StartAsync(context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var program = await StartAsync(other, "/api/streets");
        (await program.SendAsync(new PublishDefinition(program.Services.GetRequiredService<Asking>().Definition, "test"))).Error.ShouldBeNull();
        await StartCaseAsync(program);
        var pump = program.Services.GetRequiredService<RequestPump>();
        await program.Services.GetRequiredService<SweepRunner>().RunAsync("requests", TestContext.Current.CancellationToken);
        await asked.Task;

        program.Clock.Advance(TimeSpan.FromSeconds(29));
        pump.Free.ShouldBe(RequestPump.Slots - 1);
        program.Clock.Advance(TimeSpan.FromSeconds(1));
        await pump.WhenIdleAsync();

        await using var db = program.Open();
        (await db.Set<JournalStep>().Select(row => row.Entries).ToListAsync(TestContext.Current.CancellationToken)).ShouldContain(entries => entries.Contains("\"Timeout\"", StringComparison.Ordinal));
    }

    /// <summary>As many wait for an answer as can be under way: deadlines and mails are not held up, and what waits its turn is not forgotten.</summary>
    [Fact]
    public async Task A_system_that_does_not_answer_holds_up_no_sweep()
    {
        var answer = new TaskCompletionSource();
        await using var other = await OtherSystem.StartAsync(_ => answer.Task);
        await using var program = await StartAsync(other, "/api/streets");
        (await program.SendAsync(new PublishDefinition(program.Services.GetRequiredService<Asking>().Definition, "test"))).Error.ShouldBeNull();
        for (var number = 0; number < RequestPump.Slots + 1; number++)
            await StartCaseAsync(program);
        var (runner, pump) = (program.Services.GetRequiredService<SweepRunner>(), program.Services.GetRequiredService<RequestPump>());

        await runner.RunAsync("requests", TestContext.Current.CancellationToken);
        await runner.RunAsync("requests", TestContext.Current.CancellationToken);
        pump.Free.ShouldBe(0);
        answer.SetResult();
        await pump.WhenIdleAsync();
        await runner.RunAsync("requests", TestContext.Current.CancellationToken);
        await pump.WhenIdleAsync();

        other.Asked.Count.ShouldBe(RequestPump.Slots + 1);
        await using var db = program.Open();
        (await db.Set<ProcessInstance>().CountAsync(row => row.Status == ProcessStatus.Finished, TestContext.Current.CancellationToken)).ShouldBe(RequestPump.Slots + 1);
    }

    /// <summary>A case wrote it down while it was allowed; then the setting was changed and the program started anew.</summary>
    [Fact]
    public async Task What_is_not_allowed_any_more_is_not_sent()
    {
        await using var other = await OtherSystem.StartAsync(_ => Task.CompletedTask);
        using var handler = new SocketsHttpHandler();
        var sender = new RequestSender(new OneClient(handler), AllowedAddresses.None, TimeProvider.System);

        var sent = await sender.SendAsync(new("k", new(other.Address + "/api/streets", "GET", null, null, null, new Dictionary<string, IReadOnlyList<string>>())), TestContext.Current.CancellationToken);

        (sent.Error!.Code, sent.Error.Facts["address"]).ShouldBe(("process.address-not-allowed", (object)(other.Address + "/api/streets")));
        other.Asked.ShouldBeEmpty();
    }

    private static Task<TestProgram> StartAsync(OtherSystem other, string path, string header = "X-City", string value = "Musterstadt", Action<IServiceCollection>? services = null) => TestProgram.StartAsync(
        services: also =>
        {
            services?.Invoke(also);
            also.AddSingleton(new Asking(other.Address + path, header, value));
        },
        settings: ("Governance:Workflows:AllowedAddresses", other.Address + "/api, https://elsewhere.example"));

    private static async Task<Asked> AskAsync(TestProgram program)
    {
        (await program.SendAsync(new PublishDefinition(program.Services.GetRequiredService<Asking>().Definition, "test"))).Error.ShouldBeNull();
        var id = await StartCaseAsync(program);
        await program.Services.GetRequiredService<SweepRunner>().RunAsync("requests", TestContext.Current.CancellationToken);
        await program.Services.GetRequiredService<RequestPump>().WhenIdleAsync();
        await using var db = program.Open();
        (await db.Set<OutgoingRequest>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        var state = WorkflowState.Parse(await db.Set<ProcessInstance>().Select(row => row.State).SingleAsync(TestContext.Current.CancellationToken));
        var steps = await db.Set<JournalStep>().Select(row => row.Entries).ToListAsync(TestContext.Current.CancellationToken);
        return new(
            id, state.Outputs["Answer"]?.ToJsonString() ?? "", await db.Set<Incident>().Select(row => row.Message).FirstOrDefaultAsync(TestContext.Current.CancellationToken) ?? "",
            steps.SelectMany(JournalStep.Read).FirstOrDefault(entry => entry.Activity == "ask" && entry.Event == Governance.Workflows.JournalEvent.Completed)?.Outcomes?[0] ?? "");
    }

    private static Task<Guid> StartCaseAsync(TestProgram program) => program.StartCaseAsync("asking");

    private sealed record Asked(Guid Id, string Answer, string Incident, string Outcome);

    // The address is put together by a script: what a definition says plainly is refused when it is published.
    private sealed record Asking(string Url, string Header, string Value)
    {
        public string Definition => new JsonObject
        {
            ["definitionId"] = "asking",
            ["name"] = "asking",
            ["outputs"] = new JsonArray(new JsonObject { ["name"] = "Answer", ["type"] = "Object" }),
            ["root"] = new JsonObject
            {
                ["id"] = "root", ["type"] = "Elsa.Sequence",
                ["activities"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "ask", ["type"] = "Elsa.FlowSendHttpRequest", ["url"] = Script($"'{Url}'"), ["method"] = Script("'POST'"), ["content"] = Script("({street: 'Am Markt'})"),
                        ["contentType"] = Script("'application/json'"), ["authorization"] = Script("'Bearer x'"), ["requestHeaders"] = Script($"({{'{Header}': '{Value}'}})"),
                    },
                    new JsonObject
                    {
                        ["id"] = "say", ["type"] = "Elsa.SetOutput", ["outputName"] = Script("'Answer'"),
                        ["outputValue"] = Script("({status: getOutputFrom('ask', 'statusCode'), content: getOutputFrom('ask', 'parsedContent'), headers: getOutputFrom('ask', 'responseHeaders')})"),
                    }),
            },
        }.ToJsonString();

        private static JsonObject Script(string code) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = code } };
    }

    private sealed class Late : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new TaskCanceledException("late");
    }

    private sealed class OneClient(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }

    /// <summary>A system beside ours, on this machine.</summary>
    private sealed class OtherSystem(WebApplication app) : IAsyncDisposable
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Asked { get; } = new();

        public string Address { get; private set; } = "";

        public static async Task<OtherSystem> StartAsync(RequestDelegate answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var other = new OtherSystem(builder.Build());
            await other.ServeAsync(answer);
            return other;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task ServeAsync(RequestDelegate answer)
        {
            app.Run(context =>
            {
                Asked.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization}");
                return answer(context);
            });
            await app.StartAsync();
            Address = app.Urls.Single();
        }
    }
}
