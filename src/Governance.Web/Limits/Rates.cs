using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Governance.Persistence;
using Governance.Web.Hosting;
using Microsoft.AspNetCore.StaticAssets;

namespace Governance.Web.Limits;

/// <summary>Counts requests by the minute, in this process: several nodes allow the sum.</summary>
public sealed class Rates : IDisposable
{
    private const int LongestName = 200;
    private const int NetworkBytes = 8;

    // A key belongs to one counter for good: that of what is not counted must be nobody's.
    private const string Free = "free";

    private readonly PartitionedRateLimiter<string> _names;
    private readonly PartitionedRateLimiter<string> _addresses;
    private readonly PartitionedRateLimiter<string> _badTokens;

    /// <summary>With the settings' numbers.</summary>
    public Rates(GovernanceSettings settings)
    {
        var limits = settings.RateLimits;
        _names = ByKey(limits.SignIn);
        _addresses = ByKey(limits.SignInAddress);
        _badTokens = ByKey(limits.BadToken);
        Requests = PartitionedRateLimiter.Create<HttpContext, string>(context => Of(context, limits));
    }

    /// <summary>Of every request: by person, or by address when nobody is signed in. Files, error pages and health checks are free.</summary>
    public PartitionedRateLimiter<HttpContext> Requests { get; }

    /// <summary>Counts an attempt to sign in, before the password is looked at.</summary>
    public RateLimitLease SignIn(HttpContext context, string name)
    {
        var address = Address(context);
        var lease = _addresses.AttemptAcquire(address);
        return lease.IsAcquired ? _names.AttemptAcquire($"{address} {name.Trim()[..Math.Min(name.Trim().Length, LongestName)].ToUpperInvariant()}") : lease;
    }

    /// <summary>Counts a call with an unknown token. Right tokens are never counted here: others behind the same address go on.</summary>
    public RateLimitLease BadToken(HttpContext context) => _badTokens.AttemptAcquire(Address(context));

    /// <inheritdoc />
    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
        _badTokens.Dispose();
        Requests.Dispose();
    }

    private static PartitionedRateLimiter<string> ByKey(int permits) => PartitionedRateLimiter.Create<string, string>(key => Minute(key, permits));

    private static RateLimitPartition<string> Of(HttpContext context, RateLimits limits)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            return RateLimitPartition.GetNoLimiter(Free);
        var actor = context.RequestServices.GetRequiredService<CommandScope>().Actor;
        return actor.IsPerson ? Minute("person " + actor.PersonId, limits.Person) : Minute("address " + Address(context), limits.Visitors);
    }

    private static RateLimitPartition<string> Minute(string key, int permits) => permits == 0
        ? RateLimitPartition.GetNoLimiter(Free)
        : RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), AutoReplenishment = false });

    // Whoever has one address of IPv6 has its whole /64.
    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, NetworkBytes)),
        var four => four.MapToIPv4().ToString(),
    };
}
