namespace Governance.Tests.Databases;

/// <summary>A SQL Server that somebody provides; none can be started here.</summary>
public static class SqlServerServer
{
    /// <summary>A connection string with the right to create databases, or null.</summary>
    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable("GOVERNANCE_TEST_SQLSERVER");

    /// <summary>Why tests on SQL Server are skipped, or null when they run.</summary>
    public static string? WhyNot =>
        string.IsNullOrEmpty(ConnectionString) ? "GOVERNANCE_TEST_SQLSERVER holds no connection string: no SQL Server to test on." : null;
}
