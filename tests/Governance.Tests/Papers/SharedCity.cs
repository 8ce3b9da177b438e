using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Papers;

/// <summary>One city for tests that change nothing in it.</summary>
public sealed class SharedCity : IAsyncLifetime
{
    /// <summary>The city.</summary>
    public TestCity City { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => City = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 0);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => City.DisposeAsync();
}
