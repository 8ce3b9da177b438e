using System.Net;
using Governance.People;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.SignIn;

public sealed class SessionTests
{
    [Fact]
    public async Task Visitors_are_sent_to_sign_in_and_come_back()
    {
        await using var program = await TestProgram.StartAsync();

        var answer = await program.Browse().Client.GetAsync("/account/password");

        answer.Headers.Location!.PathAndQuery.ShouldBe("/account/sign-in?ReturnUrl=%2Faccount%2Fpassword");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        var browser = await program.SignInAsync("office");

        await browser.SubmitAsync("/account/sign-out");

        (await browser.Client.GetAsync("/account/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_needs_the_forms_token()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        var browser = await program.SignInAsync("office");

        var answer = await browser.Client.PostAsync("/account/sign-out", new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.Client.GetAsync("/account/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_lock_ends_open_sessions_at_once_and_an_unlock_does_not_bring_them_back()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        var browser = await program.SignInAsync("office");

        await program.SendAsync(new LockPerson("office"));
        (await browser.Client.GetAsync("/account/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.Browse().SignInAsync("office", TestProgram.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await program.SendAsync(new UnlockPerson("office"));
        (await browser.Client.GetAsync("/account/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await program.SignInAsync("office");
    }

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_and_keeps_this_one()
    {
        const string fresh = "a new and longer sentence";
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        var (here, elsewhere) = (await program.SignInAsync("office"), await program.SignInAsync("office"));

        var answer = await here.SubmitAsync("/account/password", ("Current", TestProgram.Password), ("New", fresh), ("Repeated", fresh));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.OpenAsync("/account/password")).QuerySelector("[role=status]")!.TextContent.ShouldContain("Ihr Passwort ist geändert.");
        (await elsewhere.Client.GetAsync("/account/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await program.SignInAsync("office", fresh);
    }

    [Theory]
    [InlineData("not the right one", "a new and longer sentence", "a new and longer sentence", "Das bisherige Passwort stimmt nicht.")]
    [InlineData(TestProgram.Password, "short", "short", "mindestens 12 Zeichen")]
    [InlineData(TestProgram.Password, "a new and longer sentence", "another", "verschieden")]
    public async Task A_password_that_cannot_be_taken_is_told_on_the_page(string current, string fresh, string repeated, string sentence)
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        var browser = await program.SignInAsync("office");

        var answer = await browser.SubmitAsync("/account/password", ("Current", current), ("New", fresh), ("Repeated", repeated));

        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(sentence);
    }
}
