using System.Globalization;
using System.Net;
using Governance.Processes;
using Governance.Web.Limits;
using Microsoft.Data.Sqlite;
using MimeKit;

namespace Governance.Web.Hosting;

/// <summary>Reads <see cref="GovernanceSettings"/> and refuses what is wrong. Settings are looked up as text, because the
/// configuration binder's own messages name types instead of what would be right.</summary>
public sealed class SettingsReader(IConfiguration configuration, bool development)
{
    private static readonly string[] States = ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"];
    private static readonly string[] Languages = ["de", "en"];

    private static readonly (string Name, string Key)[] NoticeKeys =
    [
        ("imprint", "Imprint"), ("privacy", "Privacy"), ("accessibility", "Accessibility"), ("easy-language", "EasyLanguage"), ("sign-language", "SignLanguage"),
    ];

    /// <summary>The settings of this node.</summary>
    /// <exception cref="SettingsException">One of them is wrong.</exception>
    public GovernanceSettings Read()
    {
        var provider = Choice("Database:Provider", DatabaseProvider.Sqlite);
        var role = Choice("Role", NodeRole.All);
        if (provider == DatabaseProvider.Sqlite && role != NodeRole.All)
            throw new SettingsException($"{Name("Role")} is \"{role}\", but SQLite serves one process only: use All, or a database server.");
        var demo = Truth("Demo", development);
        var path = Path.GetFullPath(Text("DataPath") ?? "data");
        var publicUrl = Url("PublicUrl", "http://localhost:5080");
        return new()
        {
            Database = new(provider, ConnectionString(provider, path)),
            DataPath = path,
            Role = role,
            Demo = demo,
            Clock = Instant("Clock", demo),
            PublicUrl = publicUrl,
            Mail = new()
            {
                Host = Text("Mail:Host"),
                Port = Port("Mail:Port", 587),
                Tls = Tls(),
                User = Text("Mail:User"),
                Password = Text("Mail:Password"),
                From = Sender("Mail:From", $"governance@{publicUrl.Host}"),
            },
            Culture = OneOf("Culture", "de", Languages),
            FederalState = OneOf("FederalState", "NW", States),
            KnownProxies = [.. Several("KnownProxies").Select(Network)],
            AllowedAddresses = [.. Several("Workflows:AllowedAddresses").Select(Allowed)],
            RateLimits = Limits(new()),
            Notices = Notices(),
            KeyCertificate = ExistingFile("KeyCertificate"),
            KeyCertificatePassword = Text("KeyCertificatePassword"),
        };
    }

    private string? Text(string key) => configuration["Governance:" + key] is { } value && value.Trim().Length > 0 ? value.Trim() : null;

    private static string Name(string key) => "Governance__" + key.Replace(":", "__", StringComparison.Ordinal);

    private static SettingsException Wrong(string key, string? value, string right) => new($"{Name(key)} is \"{value}\"; it must be {right}.");

    private T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        // Numbers are refused: Enum.TryParse would take any.
        if (Text(key) is not { } text)
            return otherwise;
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw Wrong(key, text, Listed(Enum.GetNames<T>()));
    }

    private string OneOf(string key, string otherwise, string[] known)
    {
        var text = Text(key) ?? otherwise;
        return Array.Find(known, one => one.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? throw Wrong(key, text, Listed(known));
    }

    private bool Truth(string key, bool otherwise) => Text(key) is not { } text
        ? otherwise
        : bool.TryParse(text, out var value) ? value : throw Wrong(key, text, "true or false");

    private int Port(string key, int otherwise) => Text(key) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw Wrong(key, text, "a port from 1 to 65535");

    private RateLimits Limits(RateLimits otherwise) => new()
    {
        Person = Limit("Person", otherwise.Person),
        Visitors = Limit("Visitors", otherwise.Visitors),
        SignIn = Limit("SignIn", otherwise.SignIn),
        SignInAddress = Limit("SignInAddress", otherwise.SignInAddress),
        BadToken = Limit("BadToken", otherwise.BadToken),
    };

    private int Limit(string name, int otherwise) => Text("RateLimits:" + name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong("RateLimits:" + name, text, "a number of requests a minute, or 0 for no limit");

    private string[] Several(string key) => (Text(key) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Uri Allowed(string text) =>
        AllowedAddresses.Read(text) ?? throw Wrong("Workflows:AllowedAddresses", text, "addresses such as https://fachverfahren.stadt.example/api, without user, query or #");

    private static IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var one) ? new(one, one.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : throw Wrong("KnownProxies", text, "addresses or networks such as 10.0.0.7, 10.1.0.0/16");

    private MailTls Tls() => Text("Mail:Tls")?.ToLowerInvariant() switch
    {
        "true" => MailTls.StartTls,
        "false" => MailTls.None,
        _ => Choice("Mail:Tls", MailTls.Auto),
    };

    private string Sender(string key, string otherwise) =>
        MailboxAddress.TryParse(Text(key) ?? otherwise, out var address) && address.Address.Contains('@', StringComparison.Ordinal)
            ? address.ToString()
            : throw Wrong(key, Text(key), "a mail address such as governance@stadt.example");

    private Uri Url(string key, string otherwise) =>
        Uri.TryCreate(Text(key) ?? otherwise, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url!
            : throw Wrong(key, Text(key), "an address that begins with https:// or http://");

    private Dictionary<string, Uri> Notices()
    {
        var notices = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var (name, key) in NoticeKeys)
            if (Text("Notices:" + key) is { } address)
                notices[name] = Url("Notices:" + key, address);
        return notices;
    }

    private string? ExistingFile(string key) =>
        Text(key) is { } path && !File.Exists(path) ? throw Wrong(key, path, "the path of a file that exists") : Text(key);

    private DateTimeOffset? Instant(string key, bool demo)
    {
        if (Text(key) is not { } text)
            return null;
        if (!demo)
            throw new SettingsException($"{Name(key)} moves time and is refused outside of a demo: remove it, or set Governance__Demo=true.");
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw Wrong(key, text, "an instant such as 2026-03-01T08:00:00Z");
    }

    private string ConnectionString(DatabaseProvider provider, string path)
    {
        var given = Text("Database:ConnectionString");
        if (provider != DatabaseProvider.Sqlite)
            return given ?? throw new SettingsException($"{Name("Database:ConnectionString")} is missing; {provider} needs one.");
        given ??= $"Data Source={Path.Combine(path, "governance.db")}";
        try
        {
            return new SqliteConnectionStringBuilder(given).ToString();
        }
        catch (ArgumentException)
        {
            throw Wrong("Database:ConnectionString", given, "a connection string such as Data Source=data/governance.db");
        }
    }

    private static string Listed(string[] names) => string.Join(", ", names[..^1]) + " or " + names[^1];
}
