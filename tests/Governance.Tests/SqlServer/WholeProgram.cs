using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.SqlServer;

/// <summary>Every use case, once or more, on SQLite with a SQL Server twin beside it.</summary>
public sealed class WholeProgram : IAsyncLifetime
{
    /// <summary>What SQL Server would have been sent.</summary>
    public SqlServerTwin Twin { get; } = new();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 5_000_000, also: Twin.Watch);
        await ProposalsAct.PlayAsync(city);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => default;
}
