using Governance.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.Demo;

/// <summary>What loading the demo city needs beside the product.</summary>
public static class DemoServices
{
    /// <summary>Replaces clock and transactions: history has its own time, and is loaded as a whole or not at all.</summary>
    /// <param name="services">The product's services, of a provider that serves nothing else.</param>
    /// <param name="present">The instant up to which history is played.</param>
    public static IServiceCollection AddDemoHistory(this IServiceCollection services, DateTimeOffset present) => services
        .AddSingleton(new DemoClock(present))
        .Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>()))
        .AddSingleton<OneTransaction>()
        .Replace(ServiceDescriptor.Singleton<ITransactions>(provider => provider.GetRequiredService<OneTransaction>()))
        .AddSingleton<DemoHistory>();
}
