using System.Net;
using Governance.Web.Ui.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Kit;

/// <summary>When the database behind the frame is gone, a page still answers, and gives nothing away.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_crash_shows_the_error_page_without_its_cause()
    {
        await using var site = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "None").OnItsOwn()
            .ConfigureServices(services => services.AddScoped<IShell, BrokenShell>()));
        using var visitor = site.CreateClient();
        using var answer = await visitor.GetAsync(new Uri("/error/404", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("Das hat nicht geklappt");
        html.ShouldNotContain("secret");
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task The_style_guide_exists_in_development_only()
    {
        await using var site = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Production").UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "None").OnItsOwn());
        using var visitor = site.CreateClient();
        foreach (var page in new[] { "/styleguide", "/styleguide/form", "/styleguide/letter" })
        {
            using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    private sealed class BrokenShell : IShell
    {
        public ValueTask<Surroundings> ReadAsync(CancellationToken cancellationToken) =>
            throw new InvalidOperationException("secret: the database is gone");
    }
}
