using System.Reflection;
using System.Xml.Linq;
using Governance.Persistence;

namespace Governance.Architecture.Tests;

/// <summary>Design § 2: Web → Governance → Workflows; database/* → Governance; Web → database/*.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Product = typeof(GovernanceDb).Assembly;
    private static readonly Assembly Engine = Assembly.Load("Governance.Workflows");

    // Identity's and the key ring's rows are part of the one context; hashing is Identity's own. None of it needs a web server.
    private static readonly string[] AspNetParts =
    [
        "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore",
        "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.DataProtection.Abstractions",
    ];

    [Theory]
    [InlineData("src/Governance.Workflows/Governance.Workflows.csproj")]
    [InlineData("src/Governance/Governance.csproj", "Governance.Workflows")]
    [InlineData("database/Governance.Database.Sqlite/Governance.Database.Sqlite.csproj", "Governance")]
    [InlineData("database/Governance.Database.SqlServer/Governance.Database.SqlServer.csproj", "Governance")]
    [InlineData("database/Governance.Database.PostgreSql/Governance.Database.PostgreSql.csproj", "Governance")]
    [InlineData(
        "src/Governance.Web/Governance.Web.csproj", "Governance", "Governance.Database.PostgreSql", "Governance.Database.Sqlite", "Governance.Database.SqlServer")]
    public void Projects_refer_one_way(string project, params string[] allowed)
    {
        var references = XDocument.Load(Path.Combine(Sources.Root, project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        references.Order(StringComparer.Ordinal).ShouldBe(allowed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_engine_knows_no_database_no_web_and_no_domain() =>
        Names(Engine).ShouldNotContain(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Hangfire", StringComparison.Ordinal)
            || name == "MediatR" || name == "Governance");

    [Fact]
    public void The_product_knows_no_web_and_no_jobs() =>
        Names(Product).Except(AspNetParts, StringComparer.Ordinal).ShouldNotContain(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Hangfire", StringComparison.Ordinal)
            || name.StartsWith("MailKit", StringComparison.Ordinal)
            || name == "System.CommandLine");

    [Fact]
    public void The_product_knows_no_particular_database() =>
        Names(Product).ShouldNotContain(name => name.StartsWith("Npgsql", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Data.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.EntityFrameworkCore.Sql", StringComparison.Ordinal));

    private static IEnumerable<string> Names(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
