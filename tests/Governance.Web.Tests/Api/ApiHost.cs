using Governance.People;
using Governance.Persistence;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Api;

/// <summary>The program on a real port with calls of the test's own: what every endpoint gets from the shell.</summary>
public sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private ApiHost(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public HttpClient Client { get; private set; } = new();

    public static async Task<ApiHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("governance-api-").FullName;
        var app = await ProgramHost.BuildAsync([$"--Governance:DataPath={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], CancellationToken.None);
        var api = app.Version1();
        api.MapPost("/test/echo", (Note note) => note);
        api.MapPost("/test/key", (CommandScope scope) => scope.IdempotencyKey ?? "none");
        api.MapGet("/test/thing", () => ((Result<Note>)new Note("a", 7)).Answer(note => note.Number));
        api.MapPatch("/test/thing", (ExpectedVersion version) => version.Number).NeedsIfMatch();
        api.MapGet("/test/refused/{code}", (string code) => ((Result<Done>)Error.Of(code)).Answer());
        api.MapGet("/test/nothing", () => ((Result<Done>)default(Done)).Answer());
        api.MapGet("/test/fields", () => ((Result<Done>)(Error.Of("input.invalid") with
        {
            Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { ["ShortTitle"] = [Error.Of("input.required"), Error.Of("input.too-long")] },
        })).Answer());
        api.MapGet("/test/collision", IResult () => throw new Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException("secret"));
        await app.StartAsync();
        return new(app, folder) { Client = new() { BaseAddress = new(app.Urls.Single()) } };
    }

    /// <summary>A program of a signed-in person: what a visitor sends is refused before it is read.</summary>
    public async Task<HttpClient> CallAsync(string name)
    {
        await AddPersonAsync(name);
        var token = await _app.Services.GetRequiredService<AsProgram>().SendAsync(new CreateAccessToken(name, "test", 1), CancellationToken.None);
        return new() { BaseAddress = Client.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", token.Value.Token) } };
    }

    public async Task AddPersonAsync(string name) =>
        (await _app.Services.GetRequiredService<AsProgram>().SendAsync(new CreatePerson(name, name, name + "@stadt.example", "", "de", [], TestProgram.Password), CancellationToken.None))
        .Error.ShouldBeNull();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public sealed record Note(string Text, int Number);
}
