using System.Net;
using Governance.People;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Admin;

public sealed class FoundPageTests
{
    [Fact]
    public async Task In_a_city_without_bodies_the_administrator_founds_them_with_one_button()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("admin", Role.Administrator);
        var browser = await program.SignInAsync("admin");

        var answer = await browser.SubmitAsync("/admin");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync(answer.Headers.Location!.ToString());
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("angelegt");
        page.QuerySelectorAll("[data-testid=bodies] tbody tr").Length.ShouldBe(8);
        (await browser.OpenAsync("/admin")).QuerySelector("main form").ShouldBeNull();
        (await browser.OpenAsync("/admin/authority")).QuerySelector("[data-testid=sound]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_else_is_offered_it()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office", Role.Office);

        (await (await program.SignInAsync("office")).OpenAsync("/admin")).QuerySelector("[data-testid=found]").ShouldBeNull();
    }
}
