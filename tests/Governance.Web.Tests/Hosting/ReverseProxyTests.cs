using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Hosting;

/// <summary>Only the city's own proxies may say for whom they speak; everybody else speaks for themselves.</summary>
public sealed class ReverseProxyTests
{
    private const string Proxies = "10.0.0.7, 10.1.0.0/16";

    [Theory]
    [InlineData("10.0.0.7", true)]
    [InlineData("10.1.44.2", true)]
    [InlineData("10.0.0.8", false)]
    public async Task The_callers_address_is_believed_from_known_proxies_only(string peer, bool believed)
    {
        await using var program = await StartAsync(peer, ("Governance:KnownProxies", Proxies), ("Governance:RateLimits:Visitors", "1"));
        await GetAsync(program, "X-Forwarded-For", "203.0.113.1");

        var answer = await GetAsync(program, "X-Forwarded-For", "203.0.113.2");

        answer.StatusCode.ShouldBe(believed ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Without_known_proxies_nobody_is_believed()
    {
        await using var program = await StartAsync("127.0.0.1", ("Governance:RateLimits:Visitors", "1"));
        await GetAsync(program, "X-Forwarded-For", "203.0.113.1");

        (await GetAsync(program, "X-Forwarded-For", "203.0.113.2")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Browsers_that_came_by_https_are_told_to_stay_there(string scheme, bool told)
    {
        await using var program = await StartAsync("10.0.0.7", ("Governance:KnownProxies", Proxies), ("Governance:PublicUrl", "https://governance.stadt.example"));

        var answer = await GetAsync(program, "X-Forwarded-Proto", scheme);

        answer.Headers.Contains("Strict-Transport-Security").ShouldBe(told);
    }

    private static Task<TestProgram> StartAsync(string peer, params (string Name, string Value)[] settings) =>
        TestProgram.StartAsync(services: services => services.AddSingleton<IStartupFilter>(new From(IPAddress.Parse(peer))), settings: settings);

    private static async Task<HttpResponseMessage> GetAsync(TestProgram program, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://governance.stadt.example/account/sign-in");
        request.Headers.Add(header, value);
        return await program.Browse().Client.SendAsync(request);
    }

    private sealed class From(IPAddress peer) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = peer;
                return rest(context);
            });
            next(app);
        };
    }
}
