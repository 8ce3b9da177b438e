using Governance.Web.Commands;
using Governance.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Governance.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Governance__Database__Provider is \"Oracle\"; it must be Sqlite, SqlServer or PostgreSql.")]
    [InlineData("Database:Provider", "1", "Governance__Database__Provider is \"1\"; it must be Sqlite, SqlServer or PostgreSql.")]
    [InlineData("Database:Provider", "PostgreSql", "Governance__Database__ConnectionString is missing; PostgreSql needs one.")]
    [InlineData("Database:ConnectionString", "nonsense", "Governance__Database__ConnectionString is \"nonsense\"; it must be a connection string such as Data Source=data/governance.db.")]
    [InlineData("Role", "Worker", "Governance__Role is \"Worker\", but SQLite serves one process only: use All, or a database server.")]
    [InlineData("Role", "Everything", "Governance__Role is \"Everything\"; it must be All, Web or Worker.")]
    [InlineData("Demo", "maybe", "Governance__Demo is \"maybe\"; it must be true or false.")]
    [InlineData("Clock", "2026-03-01T08:00:00Z", "Governance__Clock moves time and is refused outside of a demo: remove it, or set Governance__Demo=true.")]
    [InlineData("Culture", "fr", "Governance__Culture is \"fr\"; it must be de or en.")]
    [InlineData("FederalState", "XX", "Governance__FederalState is \"XX\"; it must be BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST or TH.")]
    [InlineData("Mail:Port", "70000", "Governance__Mail__Port is \"70000\"; it must be a port from 1 to 65535.")]
    [InlineData("Mail:Tls", "ssl3", "Governance__Mail__Tls is \"ssl3\"; it must be Auto, None, StartTls or OnConnect.")]
    [InlineData("Mail:From", "nobody", "Governance__Mail__From is \"nobody\"; it must be a mail address such as governance@stadt.example.")]
    [InlineData("PublicUrl", "stadt.example", "Governance__PublicUrl is \"stadt.example\"; it must be an address that begins with https:// or http://.")]
    [InlineData("Notices:EasyLanguage", "stadt.example/leicht", "Governance__Notices__EasyLanguage is \"stadt.example/leicht\"; it must be an address that begins with https:// or http://.")]
    [InlineData("KnownProxies", "10.0.0.7, proxy.stadt.example", "Governance__KnownProxies is \"proxy.stadt.example\"; it must be addresses or networks such as 10.0.0.7, 10.1.0.0/16.")]
    [InlineData("RateLimits:Person", "-1", "Governance__RateLimits__Person is \"-1\"; it must be a number of requests a minute, or 0 for no limit.")]
    [InlineData("KeyCertificate", "/no/such.pfx", "Governance__KeyCertificate is \"/no/such.pfx\"; it must be the path of a file that exists.")]
    public async Task A_wrong_value_stops_the_start_with_one_sentence(string key, string value, string sentence)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = await CommandLines.RunAsync([$"--Governance:{key}={value}"], output, error);

        code.ShouldBe(1);
        output.ToString().ShouldBeEmpty();
        error.ToString().ShouldBe(sentence + Environment.NewLine);
    }

    [Fact]
    public void The_clock_is_refused_when_it_is_no_instant() =>
        Should.Throw<SettingsException>(() => Read(("Demo", "true"), ("Clock", "tomorrow"))).Message
            .ShouldBe("Governance__Clock is \"tomorrow\"; it must be an instant such as 2026-03-01T08:00:00Z.");

    [Fact]
    public void Nothing_set_is_the_embedded_default()
    {
        var settings = Read();

        settings.Database.Provider.ShouldBe(DatabaseProvider.Sqlite);
        settings.Database.ConnectionString.ShouldContain(Path.GetFullPath("data/governance.db"));
        settings.Role.ShouldBe(NodeRole.All);
        settings.Demo.ShouldBeFalse();
        settings.Clock.ShouldBeNull();
        settings.Mail.Host.ShouldBeNull();
        settings.Culture.ShouldBe("de");
        settings.FederalState.ShouldBe("NW");
    }

    [Fact]
    public void A_demo_is_the_default_in_development_only() =>
        new SettingsReader(new ConfigurationBuilder().Build(), development: true).Read().Demo.ShouldBeTrue();

    [Theory]
    [InlineData("true", MailTls.StartTls)]
    [InlineData("false", MailTls.None)]
    [InlineData("onconnect", MailTls.OnConnect)]
    public void The_mail_servers_encryption_is_a_word_or_true_or_false(string value, MailTls expected) =>
        Read(("Mail:Tls", value)).Mail.Tls.ShouldBe(expected);

    [Fact]
    public void A_moved_clock_begins_at_its_instant_and_runs_on()
    {
        var start = Read(("Demo", "true"), ("Clock", "2026-03-01T08:00:00Z")).Clock!.Value;
        var clock = new MovedClock(start);

        var first = clock.GetUtcNow();

        first.ShouldBeInRange(start, start.AddMinutes(1));
        SpinWait.SpinUntil(() => clock.GetUtcNow() > first, TimeSpan.FromSeconds(5)).ShouldBeTrue();
    }

    private static GovernanceSettings Read(params (string Key, string Value)[] settings) => new SettingsReader(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create("Governance:" + one.Key, (string?)one.Value))).Build(),
        development: false).Read();
}
