using System.Net;
using System.Net.Http.Json;
using System.Text;
using Governance.Web.Api;

namespace Governance.Web.Tests.Api;

public sealed class ShellTests(ApiHostFixture fixture) : IClassFixture<ApiHostFixture>
{
    private HttpClient Client => fixture.Host.Client;

    [Theory]
    [InlineData("access.sign-in", 401)]
    [InlineData("access.forbidden", 403)]
    [InlineData("proposal.not-found", 404)]
    [InlineData("proposal.stale", 412)]
    [InlineData("proposal.version", 412)]
    [InlineData("task.already-completed", 409)]
    [InlineData("ballot.closed", 409)]
    [InlineData("person.user-name-taken", 409)]
    [InlineData("request.conflict", 409)]
    [InlineData("request.too-large", 413)]
    [InlineData("input.invalid", 422)]
    [InlineData("ballot.too-many-votes", 422)]
    [InlineData("idempotency.mismatch", 422)]
    public async Task A_codes_last_part_says_the_status(string code, int status)
    {
        var answer = await Client.GetAsync("/api/v1/test/refused/" + code);

        ((int)answer.StatusCode).ShouldBe(status);
        var problem = (await answer.Content.ReadFromJsonAsync<Problem>())!;
        problem.ShouldSatisfyAllConditions(
            () => problem.Code.ShouldBe(code),
            () => problem.Status.ShouldBe(status),
            () => problem.Title.ShouldNotBeNullOrEmpty(),
            () => problem.Detail.ShouldNotBeNullOrEmpty());
    }

    [Fact]
    public async Task Wrong_input_is_told_by_field_in_camel_case()
    {
        var problem = await (await Client.GetAsync("/api/v1/test/fields?culture=en")).Content.ReadFromJsonAsync<Problem>();

        problem!.Errors!["shortTitle"].ShouldBe(["This must be filled in.", "This is too long."]);
    }

    [Theory]
    [InlineData("{", "application/json", 400, "request.unreadable")]
    [InlineData("{\"text\":\"a\",\"number\":\"x\"}", "application/json", 400, "request.unreadable")]
    [InlineData("", "application/json", 400, "request.unreadable")]
    [InlineData("<a/>", "application/xml", 415, "request.media-type")]
    public async Task An_unreadable_body_is_told(string body, string type, int status, string code) =>
        await ShouldBeAsync(await Client.PostAsync("/api/v1/test/echo", new StringContent(body, Encoding.UTF8, type)), status, code);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_unread() =>
        await ShouldBeAsync(await Client.PostAsJsonAsync("/api/v1/test/echo", new ApiHost.Note(new string('x', (int)ApiErrors.LongestBody), 1)), 413, "request.too-large");

    [Fact]
    public async Task A_body_that_hides_its_length_is_cut_off_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/test/echo") { Content = JsonContent.Create(new ApiHost.Note(new string('x', (int)ApiErrors.LongestBody), 1)) };
        request.Headers.TransferEncodingChunked = true;

        await ShouldBeAsync(await Client.SendAsync(request), 413, "request.too-large");
    }

    [Theory]
    [InlineData("GET", "/api/v1/no/such", 404, "request.not-found")]
    [InlineData("DELETE", "/api/v1/me", 405, "request.method")]
    [InlineData("GET", "/api/v1/test/collision", 409, "request.conflict")]
    public async Task What_no_endpoint_answers_is_a_problem_too(string method, string path, int status, string code) =>
        await ShouldBeAsync(await Client.SendAsync(new(new(method), path)), status, code);

    [Fact]
    public async Task A_read_gives_its_version_and_is_never_cached()
    {
        var answer = await Client.GetAsync("/api/v1/test/thing");

        answer.Headers.ETag!.ToString().ShouldBe("\"7\"");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_to_tell_is_204() =>
        (await Client.GetAsync("/api/v1/test/nothing")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    [Theory]
    [InlineData(null, 428, "request.if-match-missing")]
    [InlineData("\"seven\"", 400, "request.if-match-invalid")]
    [InlineData("W/\"7\"", 400, "request.if-match-invalid")]
    public async Task A_change_needs_the_version_that_was_read(string? version, int status, string code) => await ShouldBeAsync(await PatchAsync(version), status, code);

    [Fact]
    public async Task The_version_reaches_the_endpoint() => (await (await PatchAsync("\"7\"")).Content.ReadAsStringAsync()).ShouldBe("7");

    [Theory]
    [InlineData(null, "none")]
    [InlineData("order-1", "order-1")]
    public async Task The_idempotency_key_reaches_the_command(string? key, string expected) =>
        (await (await PostKeyAsync(key)).Content.ReadAsStringAsync()).ShouldBe(expected);

    [Fact]
    public async Task An_endless_key_is_refused() => await ShouldBeAsync(await PostKeyAsync(new string('k', 201)), 400, "idempotency.key-invalid");

    private async Task<HttpResponseMessage> PatchAsync(string? version)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/test/thing");
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        using var caller = await fixture.Host.CallAsync("caller" + Guid.NewGuid().ToString("N"));
        return await caller.SendAsync(request);
    }

    private async Task<HttpResponseMessage> PostKeyAsync(string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/test/key");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Client.SendAsync(request);
    }

    private static async Task ShouldBeAsync(HttpResponseMessage answer, int status, string code)
    {
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe(code);
    }
}

public sealed class ApiHostFixture : IAsyncLifetime
{
    public ApiHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
