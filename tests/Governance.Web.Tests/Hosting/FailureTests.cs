using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Governance.People;
using Governance.Tests.Databases;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Web.Tests.Hosting;

/// <summary>What users and programs see when the program fails: that it failed, and nothing about how it is built.</summary>
public sealed class FailureTests
{
    private static readonly string[] Inner = ["SqliteException", "no such table", "OutgoingMails", "Persons", "   at ", "Governance.", "/work/"];

    [Fact]
    public async Task A_failing_page_shows_a_number_and_no_cause()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("admin", Role.Administrator);
        var browser = await program.SignInAsync("admin");
        await DropAsync(program, "OutgoingMails");

        var answer = await browser.Client.GetAsync("/admin/mail");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await Browser.ReadAsync(answer)).QuerySelector("main code").ShouldNotBeNull().TextContent.ShouldNotBeEmpty();
        ShouldTellNothing((await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_failing_call_gives_a_reference_and_no_cause()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("admin", Role.Administrator);
        var caller = program.Call(await program.AddTokenAsync("admin"));
        await DropAsync(program, "Deputies");

        var answer = await caller.GetAsync("/api/v1/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var problem = (await answer.Content.ReadFromJsonAsync<Problem>())!;
        problem.Code.ShouldBe("server.failed");
        problem.Reference.ShouldNotBeNullOrEmpty();
        ShouldTellNothing(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_database_that_is_gone_is_told_as_such_and_once_it_is_back_everything_works()
    {
        await using var program = await TestProgram.StartAsync(Provider.PostgreSql);
        await program.AddPersonAsync("admin", Role.Administrator);
        var browser = await program.SignInAsync("admin");
        var caller = program.Call(await program.AddTokenAsync("admin"));

        await CutAsync(program);
        var page = await browser.Client.GetAsync("/admin/mail");
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
        (await Browser.ReadAsync(page)).QuerySelector("h1")!.TextContent.ShouldBe("Gerade nicht erreichbar");
        ShouldTellNothing((await Browser.ReadAsync(page)).QuerySelector("main")!.TextContent);

        (await caller.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK, "it is back");
        await CutAsync(program);
        var call = await caller.GetAsync("/api/v1/me");
        call.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        call.Headers.RetryAfter.ShouldNotBeNull();
        (await call.Content.ReadFromJsonAsync<Problem>())!.Code.ShouldBe("server.unavailable");
        (await browser.Client.GetAsync("/admin/mail")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Only_a_fault_of_the_connection_is_a_lost_database(Exception fault, bool lost)
    {
        LostDatabase.Is(fault).ShouldBe(lost);
        LostDatabase.Is(new InvalidOperationException("EF advises to retry", new DbUpdateException("while saving", fault))).ShouldBe(lost, "however it is wrapped");
    }

    public static TheoryData<Exception, bool> Faults { get; } = new()
    {
        { new NpgsqlException("refused", new SocketException((int)SocketError.ConnectionRefused)), true },
        { new NpgsqlException("reading", new IOException("end of stream")), true },
        { new NpgsqlException("timeout", new TimeoutException()), true },
        { new PostgresException("terminating connection", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown), true },
        { new SqliteException("disk I/O error", 10), true },
        { new SqliteException("database or disk is full", 13), true },
        { new PostgresException("no such table", "ERROR", "ERROR", PostgresErrorCodes.UndefinedTable), false },
        { new SqliteException("no such table", 1), false },
        { new IOException("a file of our own"), false },
        { new InvalidOperationException("a mistake"), false },
    };

    [Fact]
    public async Task A_page_that_does_not_exist_is_told_with_a_way_on()
    {
        await using var program = await TestProgram.StartAsync();

        var answer = await program.Browse().Client.GetAsync("/no/such/page");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("Seite nicht gefunden");
    }

    // Ends every connection of the program, as a restart of the server would; from a connection outside their pool, which would notice.
    private static async Task CutAsync(TestProgram program)
    {
        await using var db = program.Open();
        await using var alone = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ToString());
        await alone.OpenAsync();
        await using var cut = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", alone);
        await cut.ExecuteNonQueryAsync();
    }

    private static async Task DropAsync(TestProgram program, string table)
    {
        await using var db = program.Open();
#pragma warning disable EF1003 // A constant of the tests.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE \"" + table + "\"");
#pragma warning restore EF1003
    }

    private static void ShouldTellNothing(string text)
    {
        foreach (var word in Inner)
            text.ShouldNotContain(word);
    }
}
