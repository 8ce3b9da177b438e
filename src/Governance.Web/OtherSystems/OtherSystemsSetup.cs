using Governance.Processes;
using Governance.Web.Hosting;

namespace Governance.Web.OtherSystems;

/// <summary>Requests of workflows to other systems.</summary>
public static class OtherSystemsSetup
{
    /// <summary>Adds the addresses that are allowed, the client and its sweep. Redirects are not followed: they could lead anywhere.</summary>
    public static IServiceCollection AddOtherSystems(this IServiceCollection services, GovernanceSettings settings)
    {
        services.AddSingleton(new AllowedAddresses(settings.AllowedAddresses));
        services.AddHttpClient(RequestSender.Client, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("Governance");
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddSingleton<RequestSender>().AddSingleton<RequestPump>();
        return services.AddScoped<ISweep, RequestsSweep>();
    }
}
