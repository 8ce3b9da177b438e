using Governance.Tests.Databases;

// The shared cluster ends with the test run; programs that are no test end theirs themselves.
[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
