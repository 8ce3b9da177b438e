using System.Net;
using System.Net.Http.Json;
using Governance.People;
using Governance.Web.Api;
using Microsoft.EntityFrameworkCore;

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
    public async Task A_page_that_does_not_exist_is_told_with_a_way_on()
    {
        await using var program = await TestProgram.StartAsync();

        var answer = await program.Browse().Client.GetAsync("/no/such/page");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("Seite nicht gefunden");
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
