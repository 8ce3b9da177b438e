using System.Net;
using Governance.People;
using Governance.Tests.Databases;
using Governance.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.Web.Tests.SignIn;

public sealed class SignInTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task The_right_password_begins_a_session(Provider provider)
    {
        await using var program = await TestProgram.StartAsync(provider);
        await program.AddPersonAsync("office", Role.Office);

        var browser = await program.SignInAsync("OFFICE");

        var page = await browser.OpenAsync("/account/password");
        page.QuerySelector(".account")!.TextContent.ShouldContain("Frau office");
        page.QuerySelector(".account")!.TextContent.ShouldContain("Stabsstelle Digitalisierung");
    }

    [Theory]
    [InlineData("office", "wrong password!")]
    [InlineData("nobody", TestProgram.Password)]
    public async Task A_wrong_name_and_a_wrong_password_are_not_told_apart(string name, string password)
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");

        var answer = await program.Browse().SignInAsync(name, password);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Anmeldename oder Passwort stimmt nicht");
        page.QuerySelector("#Password")!.HasAttribute("value").ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_form_names_both_fields()
    {
        await using var program = await TestProgram.StartAsync();

        var page = await Browser.ReadAsync(await program.Browse().SignInAsync("", ""));

        page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")).ShouldBe(["#Name", "#Password"], ignoreOrder: true);
        page.QuerySelector("label[for=Name]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_for_a_quarter_of_an_hour()
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");
        for (var attempt = 0; attempt < RecordSignIn.FailuresUntilLocked; attempt++)
            await program.Browse().SignInAsync("office", "wrong password!");

        (await program.Browse().SignInAsync("office", TestProgram.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        program.Clock.Advance(RecordSignIn.LockedFor + TimeSpan.FromSeconds(1));
        (await program.Browse().SignInAsync("office", TestProgram.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Many_guesses_at_once_count_as_many(Provider provider)
    {
        await using var program = await TestProgram.StartAsync(provider);
        var person = await program.AddPersonAsync("office");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => program.SendAsync(new RecordSignIn(person, PasswordIsRight: false))));

        (await program.SendAsync(new RecordSignIn(person, PasswordIsRight: true))).Value.Stamp.ShouldBeNull();
    }

    [Theory]
    [InlineData("/admin/mail", "/admin/mail")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task Afterwards_one_comes_back_to_this_program_only(string wanted, string expected)
    {
        await using var program = await TestProgram.StartAsync();
        await program.AddPersonAsync("office");

        var answer = await program.Browse().SignInAsync("office", TestProgram.Password, "/account/sign-in?ReturnUrl=" + Uri.EscapeDataString(wanted));

        answer.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    [Theory]
    [InlineData("http://localhost:5080", false)]
    [InlineData("https://governance.stadt.example", true)]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites(string publicUrl, bool secure)
    {
        await using var program = await TestProgram.StartAsync(settings: ("Governance:PublicUrl", publicUrl));
        await program.AddPersonAsync("office");
        var client = program.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        if (!secure)
            client = program.CreateClient(new() { AllowAutoRedirect = false });

        var answer = await new Browser(client).SignInAsync("office", TestProgram.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("governance=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.Contains("secure", StringComparison.Ordinal).ShouldBe(secure);
    }

    [Fact]
    public async Task A_demo_shows_its_names_and_password_and_their_aliases_sign_in()
    {
        await using var program = await TestProgram.StartAsync(
            services: services => services.Replace(ServiceDescriptor.Scoped<IDemoSignIns, TwoSeats>()), settings: ("Governance:Demo", "true"));
        await using (var db = program.Open())
        {
            // Somebody is there already: the start founds no demo city.
            db.Add(new Person { Id = Guid.CreateVersion7(), FullName = "Somebody" });
            await db.SaveChangesAsync();
        }

        await program.AddPersonAsync("mobility1");

        var page = await program.Browse().OpenAsync("/account/sign-in");

        page.QuerySelector("[data-testid=demo]")!.TextContent.ShouldContain("council1");
        page.QuerySelector("[data-testid=demo-password]")!.TextContent.ShouldBe(TestProgram.Password);
        await program.SignInAsync("council1");
    }

    [Fact]
    public async Task Outside_of_a_demo_nothing_is_shown()
    {
        await using var program = await TestProgram.StartAsync(services: services => services.Replace(ServiceDescriptor.Scoped<IDemoSignIns, TwoSeats>()));

        (await program.Browse().OpenAsync("/account/sign-in")).QuerySelector("[data-testid=demo]").ShouldBeNull();
    }

    private sealed class TwoSeats : IDemoSignIns
    {
        public Task<DemoSignIns?> ListAsync(CancellationToken ct) =>
            Task.FromResult<DemoSignIns?>(new(TestProgram.Password, [new("mobility1", "Fachausschuss"), new("council1", "Rat")]));

        public Task<string> UserNameOfAsync(string name, CancellationToken ct) => Task.FromResult(name == "council1" ? "mobility1" : name);
    }
}
