using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Ballots;

/// <summary>One city a database for all rows of the table.</summary>
public sealed class OutcomeCities : IAsyncDisposable
{
    private readonly Dictionary<Provider, Task<TestCity>> _cities = [];

    /// <summary>The city on a database, founded with the first row that needs it.</summary>
    public Task<TestCity> OfAsync(Provider provider)
    {
        lock (_cities)
            return _cities.TryGetValue(provider, out var city) ? city : _cities[provider] = TestCity.FoundAsync(provider, appropriation: 9_000_000_000);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var city in _cities.Values)
            await (await city).DisposeAsync();
    }
}
