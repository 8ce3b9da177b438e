using Microsoft.AspNetCore.HttpOverrides;

namespace Governance.Web.Hosting;

/// <summary>Behind a reverse proxy that ends TLS: what it says of the caller's address and of https is believed when it is one of the
/// known ones, and nobody else is. Behind https, browsers are told to stay there.</summary>
public static class ReverseProxies
{
    private static readonly TimeSpan StayOnHttps = TimeSpan.FromDays(365);

    /// <summary>Adds what the settings say.</summary>
    public static IServiceCollection AddReverseProxies(this IServiceCollection services, GovernanceSettings settings)
    {
        services.AddHsts(options => options.MaxAge = StayOnHttps);
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // As many steps as are known: a chain of proxies is read up to the first address that is none of them.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.KnownProxies)
                options.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>Before everything that asks for the address or the scheme.</summary>
    public static void UseReverseProxies(this WebApplication app, GovernanceSettings settings)
    {
        if (settings.KnownProxies.Count > 0)
            app.UseForwardedHeaders();
        if (settings.PublicUrl.Scheme == Uri.UriSchemeHttps)
            app.UseHsts();
    }
}
