using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Papers;

/// <summary>A city on each database for tests that change nothing in it, founded when the first asks for it.</summary>
public sealed class SharedCity : IAsyncLifetime
{
    private readonly Dictionary<Provider, TestCity> _cities = [];

    /// <summary>The city on the embedded default.</summary>
    public TestCity City => _cities[Provider.Sqlite];

    /// <summary>The city on that database.</summary>
    public async Task<TestCity> OnAsync(Provider provider) =>
        _cities.TryGetValue(provider, out var known) ? known : _cities[provider] = await TestCity.FoundAsync(provider, appropriation: 0);

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await OnAsync(Provider.Sqlite);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var city in _cities.Values)
            await city.DisposeAsync();
    }
}
