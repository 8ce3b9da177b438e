using Governance.Notifications;
using Governance.People;
using Governance.Tests.Databases;
using Governance.Web.Mail;
using Governance.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;

namespace Governance.Web.Tests.Mail;

public sealed class SendMailSweepTests
{
    [Fact]
    public async Task A_due_mail_becomes_a_file_named_by_its_message_id()
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:PublicUrl", "https://governance.stadt.example"));
        var mail = await AddMailAsync(program, await program.AddPersonAsync("office"));

        await SweepAsync(program);

        var letter = await MimeMessage.LoadAsync(Path.Combine(program.DataPath, "mail", $"{mail:N}@governance.stadt.example.eml"));
        letter.MessageId.ShouldBe($"{mail:N}@governance.stadt.example");
        letter.To.Mailboxes.Single().Address.ShouldBe("office@stadt.example");
        letter.Subject.ShouldBe("Erinnerung: „Grünes Klassenzimmer“ ist bis 01.12.2026 zu erledigen");
        letter.TextBody!.ShouldContain("Guten Tag Frau office,");
        letter.TextBody!.ShouldContain("https://governance.stadt.example/inbox/7");
        var row = await ReadAsync(program, mail);
        row.SentAt.ShouldBe(program.Clock.GetUtcNow().UtcDateTime);
        row.NextAttemptAt.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_written_in_its_readers_language()
    {
        await using var program = await TestProgram.StartAsync();
        var person = await program.AddPersonAsync("office");
        await using (var db = program.Open())
            await db.Users.ExecuteUpdateAsync(row => row.SetProperty(one => one.Culture, "en"));
        await AddMailAsync(program, person);

        await SweepAsync(program);

        (await MimeMessage.LoadAsync(Files(program).Single())).Subject.ShouldBe("Reminder: “Grünes Klassenzimmer” is due on 01.12.2026");
    }

    [Fact]
    public async Task A_second_run_sends_nothing_again()
    {
        await using var program = await TestProgram.StartAsync();
        await AddMailAsync(program, await program.AddPersonAsync("office"));
        await SweepAsync(program);
        var written = File.GetLastWriteTimeUtc(Files(program).Single());

        await SweepAsync(program);

        File.GetLastWriteTimeUtc(Files(program).Single()).ShouldBe(written);
    }

    [Fact]
    public async Task A_file_from_before_a_crash_is_not_written_again_and_is_marked()
    {
        await using var program = await TestProgram.StartAsync();
        var mail = await AddMailAsync(program, await program.AddPersonAsync("office"));
        var path = Path.Combine(program.DataPath, "mail", $"{mail:N}@localhost.eml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "already there");

        await SweepAsync(program);

        (await File.ReadAllTextAsync(path)).ShouldBe("already there");
        Files(program).Length.ShouldBe(1);
        (await ReadAsync(program, mail)).SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_claim_whose_node_died_is_due_again_after_a_while()
    {
        await using var program = await TestProgram.StartAsync();
        var mail = await AddMailAsync(program, await program.AddPersonAsync("office"));
        (await program.SendAsync(new ClaimMails([mail]))).Error.ShouldBeNull();

        await SweepAsync(program);
        Files(program).ShouldBeEmpty();

        program.Clock.Advance(ClaimMails.HeldFor);
        await SweepAsync(program);
        Files(program).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_is_kept_and_tried_again_after_longer_and_longer_times()
    {
        var post = new Post { Broken = true };
        await using var program = await TestProgram.StartAsync(services: services => services.Replace(ServiceDescriptor.Singleton<IMailDelivery>(post)));
        var mail = await AddMailAsync(program, await program.AddPersonAsync("office"));

        for (var failures = 1; failures <= 3; failures++)
        {
            await SweepAsync(program);
            var row = await ReadAsync(program, mail);
            row.Attempts.ShouldBe(failures);
            row.LastError.ShouldBe("The post is on strike.");
            row.NextAttemptAt.ShouldBe(program.Clock.GetUtcNow().UtcDateTime + PostponeMail.Pause(failures));
            program.Clock.Advance(PostponeMail.Pause(failures));
        }

        post.Broken = false;
        await SweepAsync(program);
        (await ReadAsync(program, mail)).LastError.ShouldBeNull();
        post.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_mail_without_a_text_does_not_hold_up_the_others()
    {
        await using var program = await TestProgram.StartAsync();
        var person = await program.AddPersonAsync("office");
        var odd = await AddMailAsync(program, person, "no.such-template");
        await AddMailAsync(program, person);

        await SweepAsync(program);

        Files(program).Length.ShouldBe(1);
        (await ReadAsync(program, odd)).LastError!.ShouldContain("no.such-template");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Several_nodes_at_once_send_each_mail_once(Provider provider)
    {
        var post = new Post();
        await using var program = await TestProgram.StartAsync(provider, services => services.Replace(ServiceDescriptor.Singleton<IMailDelivery>(post)));
        var person = await program.AddPersonAsync("office");
        for (var i = 0; i < 20; i++)
            await AddMailAsync(program, person);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SweepAsync(program)));

        post.Sent.Count.ShouldBe(20);
        post.Sent.Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
    }

    [Fact]
    public async Task What_left_before_the_program_is_stopped_amid_a_batch_is_not_sent_again()
    {
        using var stopping = new CancellationTokenSource();
        var post = new Post { Stop = (2, stopping) };
        await using var program = await TestProgram.StartAsync(services: services => services.Replace(ServiceDescriptor.Singleton<IMailDelivery>(post)));
        var person = await program.AddPersonAsync("office");
        for (var i = 0; i < 5; i++)
            await AddMailAsync(program, person);

        await Should.ThrowAsync<OperationCanceledException>(SweepAsync(program, stopping.Token));
        program.Clock.Advance(ClaimMails.HeldFor);
        post.Stop = null;
        await SweepAsync(program);

        post.Sent.Count.ShouldBe(5);
        post.Sent.Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
    }

    internal static async Task<Guid> AddMailAsync(TestProgram program, Guid person, string template = "task.reminder")
    {
        await using var db = program.Open();
        var now = program.Clock.GetUtcNow().UtcDateTime;
        var mail = new OutgoingMail
        {
            PersonId = person,
            Template = template,
            Facts = """{"title":"Grünes Klassenzimmer","due":{"date":"2026-12-01"},"link":"/inbox/7"}""",
            Key = Guid.NewGuid().ToString("N"),
            CreatedAt = now,
            NextAttemptAt = now,
        };
        db.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    }

    internal static async Task SweepAsync(TestProgram program, CancellationToken ct = default)
    {
        await using var scope = program.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<ISweep>().Single(sweep => sweep.Name == "mail").RunAsync(ct);
    }

    internal static async Task<OutgoingMail> ReadAsync(TestProgram program, Guid mail)
    {
        await using var db = program.Open();
        return await db.Set<OutgoingMail>().SingleAsync(row => row.Id == mail);
    }

    private static string[] Files(TestProgram program) =>
        Directory.Exists(Path.Combine(program.DataPath, "mail")) ? Directory.GetFiles(Path.Combine(program.DataPath, "mail")) : [];

    private sealed class Post : IMailDelivery
    {
        public System.Collections.Concurrent.ConcurrentBag<string> Sent { get; } = [];

        public bool Broken { get; set; }

        /// <summary>The program is stopped when so many have left.</summary>
        public (int Sent, CancellationTokenSource Program)? Stop { get; set; }

        public int BatchSize => 3;

        public Task SendAsync(MimeMessage letter, CancellationToken ct)
        {
            if (Broken)
                throw new IOException("The post is on strike.");
            ct.ThrowIfCancellationRequested();
            Sent.Add(letter.MessageId!);
            if (Stop is { } stop && Sent.Count == stop.Sent)
                stop.Program.Cancel();
            return Task.CompletedTask;
        }
    }
}
