using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.People;
using Governance.Web.Api;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Api;

public sealed class MeTests
{
    [Fact]
    public async Task A_token_acts_for_its_person()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office", Role.Office, Role.Clerk);

        var me = await program.Call(await program.AddTokenAsync("office")).GetFromJsonAsync<JsonObject>("/api/v1/me");

        me!["userName"]!.GetValue<string>().ShouldBe("office");
        me["roles"]!.AsArray().Select(role => (string?)role).ShouldBe(["Office", "Clerk"]);
    }

    [Fact]
    public async Task A_session_acts_for_its_person()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");

        (await (await program.SignInAsync("office")).Client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_is_told_to_sign_in_and_never_redirected()
    {
        await using var program = await TestProgram.StartAsync();

        var answer = await program.CreateClient(new() { AllowAutoRedirect = false }).GetAsync("/api/v1/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("access.sign-in");
    }

    [Fact]
    public async Task A_token_ends_on_its_day()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        var caller = program.Call(await program.AddTokenAsync("office", days: 2));

        program.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        (await caller.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        program.Clock.Advance(TimeSpan.FromSeconds(1));
        (await caller.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_lock_ends_tokens_too()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        var caller = program.Call(await program.AddTokenAsync("office"));

        await program.SendAsync(new LockPerson("office"));

        (await caller.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Bearer gov_unknown")]
    [InlineData("Basic YTpi")]
    public async Task A_wrong_token_is_refused_even_beside_a_session(string authorization)
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        var browser = await program.SignInAsync("office");
        browser.Client.DefaultRequestHeaders.Add("Authorization", authorization);

        var answer = await browser.Client.GetAsync("/api/v1/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("access.token");
    }

    [Fact]
    public async Task Errors_are_told_in_the_language_that_was_asked_for()
    {
        await using var program = await TestProgram.StartAsync();

        var problem = await (await program.CreateClient().GetAsync("/api/v1/me?culture=en")).Content.ReadFromJsonAsync<Problem>();

        problem!.Detail.ShouldBe("Sign in first; then you can go on here.");
    }

    [Fact]
    public async Task The_description_names_the_call_and_how_to_sign_in()
    {
        await using var program = await TestProgram.StartAsync();

        var document = await program.CreateClient().GetFromJsonAsync<JsonObject>("/openapi/v1.json");

        document!["paths"]!["/api/v1/me"]!["get"]!["responses"]!["401"].ShouldNotBeNull();
        ((string?)document["components"]!["securitySchemes"]!["bearer"]!["scheme"]).ShouldBe("bearer");
    }
}
