using Microsoft.AspNetCore.RateLimiting;

namespace Governance.Web.Limits;

/// <summary>Limits of requests by the minute.</summary>
public static class LimitsSetup
{
    /// <summary>Adds the counters, and puts them before every endpoint.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<Rates>();
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<Rates>((options, rates) =>
        {
            options.GlobalLimiter = rates.Requests;
            options.OnRejected = (rejected, _) => new(TooMany.AnswerAsync(rejected.HttpContext, rejected.Lease));
        });
        return services;
    }
}
