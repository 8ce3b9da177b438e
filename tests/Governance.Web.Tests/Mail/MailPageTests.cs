using System.Net;
using Governance.People;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Mail;

public sealed class MailPageTests
{
    [Fact]
    public async Task Administrators_see_what_left_and_what_waits()
    {
        await using var program = await TestProgram.StartAsync();
        var admin = await program.AddPersonAsync("admin", Role.Administrator);
        await SendMailSweepTests.AddMailAsync(program, admin);
        await SendMailSweepTests.AddMailAsync(program, admin, "no.such-template");
        await SendMailSweepTests.SweepAsync(program);
        var browser = await program.SignInAsync("admin");

        (await browser.OpenAsync("/admin/mail")).QuerySelectorAll("[data-testid=mails] tbody tr").Length.ShouldBe(2);
        (await browser.OpenAsync("/admin/mail?waiting=true")).QuerySelectorAll("[data-testid=mails] tbody tr").Single()
            .TextContent.ShouldContain("no.such-template");
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office", Role.Office);

        (await (await program.SignInAsync("office")).Client.GetAsync("/admin/mail")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
