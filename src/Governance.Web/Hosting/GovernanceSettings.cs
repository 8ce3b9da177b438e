using System.Net;
using Governance.Web.Limits;

namespace Governance.Web.Hosting;

/// <summary>The settings of one node, read and checked once at the start (surface.md § 2).</summary>
public sealed record GovernanceSettings
{
    /// <summary>Where the rows are.</summary>
    public required DatabaseSettings Database { get; init; }

    /// <summary>Absolute path of the folder for the SQLite file, attachments and mails written as files.</summary>
    public required string DataPath { get; init; }

    /// <summary>What this node does.</summary>
    public required NodeRole Role { get; init; }

    /// <summary>True for a demo city: shared passwords are shown, the clock may be moved.</summary>
    public required bool Demo { get; init; }

    /// <summary>The instant at which the program's clock starts, or null for the real time.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>How mails leave.</summary>
    public required MailSettings Mail { get; init; }

    /// <summary>The address under which people reach the program; links in mails start with it.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The language of people who have not chosen one: <c>de</c> or <c>en</c>.</summary>
    public required string Culture { get; init; }

    /// <summary>The state whose holidays and laws apply: <c>NW</c>.</summary>
    public required string FederalState { get; init; }

    /// <summary>A PFX file whose certificate protects the keys of cookies in the database, or null.</summary>
    public string? KeyCertificate { get; init; }

    /// <summary>The PFX file's password.</summary>
    public string? KeyCertificatePassword { get; init; }

    /// <summary>Addresses of reverse proxies whose word on the caller's address counts.</summary>
    public required IReadOnlyList<IPNetwork> KnownProxies { get; init; }

    /// <summary>Where workflows may send requests: addresses and what lies below them; none by default.</summary>
    public IReadOnlyList<Uri> AllowedAddresses { get; init; } = [];

    /// <summary>How much one caller may ask.</summary>
    public required RateLimits RateLimits { get; init; }

    /// <summary>The city's own pages on who answers for this site, by their name here: <c>imprint</c>, <c>privacy</c>,
    /// <c>accessibility</c>, <c>easy-language</c>, <c>sign-language</c>. One that is missing is answered by <c>/portal/…</c>.</summary>
    public IReadOnlyDictionary<string, Uri> Notices { get; init; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>True when this node answers web requests.</summary>
    public bool ServesWeb => Role is NodeRole.All or NodeRole.Web;

    /// <summary>True when this node runs the background work.</summary>
    public bool RunsJobs => Role is NodeRole.All or NodeRole.Worker;
}

/// <summary>Which database and how to reach it.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString);

/// <summary>The databases the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, one process: the embedded default.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server 2022 or later.</summary>
    SqlServer,

    /// <summary>PostgreSQL 15 or later.</summary>
    PostgreSql,
}

/// <summary>What a node does.</summary>
public enum NodeRole
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Pages and API only.</summary>
    Web,

    /// <summary>Background work only; answers nothing but the health checks.</summary>
    Worker,
}

/// <summary>The mail server; without a host mails become files.</summary>
public sealed record MailSettings
{
    /// <summary>The server's name, or null for files under <c>data/mail</c>.</summary>
    public string? Host { get; init; }

    /// <summary>The server's port.</summary>
    public required int Port { get; init; }

    /// <summary>How the connection is secured.</summary>
    public required MailTls Tls { get; init; }

    /// <summary>The account, or null when the server asks for none.</summary>
    public string? User { get; init; }

    /// <summary>The account's password.</summary>
    public string? Password { get; init; }

    /// <summary>The sender, as <c>name@host</c> or <c>Name &lt;name@host&gt;</c>.</summary>
    public required string From { get; init; }
}

/// <summary>How the connection to the mail server is secured.</summary>
public enum MailTls
{
    /// <summary>As the port asks for it.</summary>
    Auto,

    /// <summary>Not at all: inside a data centre only.</summary>
    None,

    /// <summary>By STARTTLS, refused without it.</summary>
    StartTls,

    /// <summary>From the first byte (port 465).</summary>
    OnConnect,
}
