using System.Net;
using Governance.People;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Jobs;

public sealed class DashboardTests
{
    [Theory]
    [InlineData(Role.Administrator, HttpStatusCode.OK)]
    [InlineData(Role.Office, HttpStatusCode.Forbidden)]
    public async Task Jobs_are_for_administrators(Role role, HttpStatusCode expected)
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("person", role);

        (await (await program.SignInAsync("person")).Client.GetAsync("/admin/jobs")).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Nobody_deletes_a_sweep()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("person", Role.Administrator);
        var admin = await program.SignInAsync("person");

        var page = await admin.Client.GetStringAsync("/admin/jobs/recurring");
        page.ShouldNotContain("recurring/remove", customMessage: "deadlines hang on the sweeps");
    }

    [Fact]
    public async Task Visitors_sign_in_first()
    {
        await using var program = await TestProgram.StartAsync();

        (await program.Browse().Client.GetAsync("/admin/jobs")).Headers.Location!.PathAndQuery.ShouldStartWith("/account/sign-in");
    }
}
