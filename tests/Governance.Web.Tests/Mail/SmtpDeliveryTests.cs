using System.Globalization;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Mail;

public sealed class SmtpDeliveryTests
{
    [Fact]
    public async Task Letters_of_one_sweep_go_to_the_server_over_one_connection()
    {
        using var server = new SmtpServer();
        await using var program = await StartAsync(server);
        var person = await program.AddPersonAsync("office");
        var mail = await SendMailSweepTests.AddMailAsync(program, person);
        await SendMailSweepTests.AddMailAsync(program, person);

        await SendMailSweepTests.SweepAsync(program);

        server.Letters.Count.ShouldBe(2);
        server.Letters.ShouldContain(letter => letter.Contains($"Message-Id: <{mail:N}@localhost>", StringComparison.Ordinal));
        server.Letters.ShouldAllBe(letter => letter.Contains("Auto-Submitted: auto-generated", StringComparison.Ordinal));
        server.Connections.ShouldBe(1);
        Directory.Exists(Path.Combine(program.DataPath, "mail")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_server_said_is_kept_for_the_administrator()
    {
        using var server = new SmtpServer { Refuses = true };
        await using var program = await StartAsync(server);
        var mail = await SendMailSweepTests.AddMailAsync(program, await program.AddPersonAsync("office"));

        await SendMailSweepTests.SweepAsync(program);

        var row = await SendMailSweepTests.ReadAsync(program, mail);
        row.SentAt.ShouldBeNull();
        row.LastError!.ShouldContain("no such mailbox");
    }

    private static Task<TestProgram> StartAsync(SmtpServer server) => TestProgram.StartAsync(
        settings: [("Governance:Mail:Host", "127.0.0.1"), ("Governance:Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Governance:Mail:Tls", "None")]);
}
