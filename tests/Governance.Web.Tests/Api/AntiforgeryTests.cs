using System.Net;
using System.Net.Http.Json;
using Governance.Web.Api;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Api;

/// <summary>Browsers send the session's cookie with forged calls too; only a page of ours can read the token.</summary>
public sealed class AntiforgeryTests(ApiHostFixture fixture) : IClassFixture<ApiHostFixture>
{
    [Fact]
    public async Task A_change_with_a_session_needs_the_token()
    {
        var browser = await SignInAsync();

        var without = await browser.PostAsync("/api/v1/test/key", null);
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await without.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("request.antiforgery");

        var token = (await browser.GetFromJsonAsync<AntiforgeryToken>("/api/v1/antiforgery"))!;
        browser.DefaultRequestHeaders.Add(token.Header, token.Token);
        (await browser.PostAsync("/api/v1/test/key", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_read_with_a_session_needs_none() =>
        (await (await SignInAsync()).GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

    private async Task<HttpClient> SignInAsync()
    {
        var name = "user" + Guid.NewGuid().ToString("N")[..8];
        await fixture.Host.AddPersonAsync(name);
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = fixture.Host.Client.BaseAddress };
        (await new Browser(client).SignInAsync(name, TestProgram.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }
}
