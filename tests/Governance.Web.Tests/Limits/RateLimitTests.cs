using System.Net;
using System.Net.Http.Json;
using Governance.Web.Api;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Limits;

/// <summary>One caller cannot take the program from everybody; each is told when to come again.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task A_person_who_asks_too_much_is_told_when_to_come_again_and_others_go_on()
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:RateLimits:Person", "2"));
        var (busy, other) = (await TokenAsync(program, "busy"), await TokenAsync(program, "other"));
        (await busy.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await busy.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var answer = await busy.GetAsync("/api/v1/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("request.too-many");
        (await other.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("de", "Zu viele Anfragen")]
    [InlineData("en", "Too many requests")]
    public async Task A_visitor_gets_a_page_that_says_so_with_its_styles(string language, string heading)
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:RateLimits:Visitors", "1"));
        var client = program.Browse().Client;
        await client.GetAsync("/account/sign-in");

        var answer = await client.GetAsync("/account/sign-in?culture=" + language);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe(heading);
        (await client.GetAsync("/css/app.css")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Attempts_under_one_name_end_even_for_a_name_that_nobody_bears()
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:RateLimits:SignIn", "2"));
        await program.AddPersonAsync("office");
        await program.Browse().SignInAsync("nobody", "wrong password!");
        await program.Browse().SignInAsync(" NOBODY", "wrong password!");

        var answer = await program.Browse().SignInAsync("nobody", "wrong password!");

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("zu viele Anfragen");
        await program.SignInAsync("office");
    }

    [Fact]
    public async Task Attempts_from_one_address_end_whatever_the_names()
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:RateLimits:SignInAddress", "1"));
        await program.Browse().SignInAsync("first", "wrong password!");

        (await program.Browse().SignInAsync("second", "wrong password!")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Unknown_tokens_are_counted_and_right_ones_are_not()
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:RateLimits:BadToken", "1"));
        var guesser = program.Call("guessed");
        (await guesser.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var answer = await guesser.GetAsync("/api/v1/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("request.too-many");
        (await (await TokenAsync(program, "partner")).GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Zero_is_no_limit()
    {
        await using var program = await TestProgram.StartAsync(settings: [("Governance:RateLimits:Visitors", "0"), ("Governance:RateLimits:BadToken", "0")]);

        (await program.Browse().Client.GetAsync("/account/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.Call("guessed").GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<HttpClient> TokenAsync(TestProgram program, string name)
    {
        await program.AddPersonAsync(name);
        return program.Call(await program.AddTokenAsync(name));
    }
}
