using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Governance.Tests.Databases;

/// <summary>The databases the product runs on.</summary>
public enum Provider
{
    /// <summary>The embedded default.</summary>
    Sqlite,

    /// <summary>A real server, started by the tests.</summary>
    PostgreSql,

    /// <summary>Only where <c>GOVERNANCE_TEST_SQLSERVER</c> names one.</summary>
    SqlServer,
}

/// <summary>One test row a database; one that is not to be had shows as skipped with its reason, never silently missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachDatabaseAttribute : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([
            new TheoryDataRow(Provider.Sqlite),
            new TheoryDataRow(Provider.PostgreSql),
            new TheoryDataRow(Provider.SqlServer) { Skip = SqlServerServer.WhyNot },
        ]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
