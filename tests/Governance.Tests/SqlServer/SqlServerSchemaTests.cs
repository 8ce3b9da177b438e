using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.Tests.SqlServer;

/// <summary>What can be proved of SQL Server without one: the schema is a valid SQL Server 2022 model, and keeps the limits that the
/// model does not see.</summary>
public sealed class SqlServerSchemaTests
{
    private const int LargestKey = 900;
    private const int LargestIndex = 1700;

    [Fact]
    public void The_schema_is_a_valid_model_of_SQL_Server_2022() => SqlServerModel.ProblemsOf(SqlServerModel.Schema).ShouldBeEmpty();

    [Fact]
    public void A_wrong_name_would_be_found() =>
        SqlServerModel.ProblemsOf(SqlServerModel.Schema + "\nGO\nCREATE VIEW [Wrong] AS SELECT [NoSuchColumn] FROM [Proposals]").ShouldNotBeEmpty();

    [Fact]
    public void No_foreign_key_cascades_so_there_are_no_multiple_cascade_paths()
    {
        using var db = SqlServerTwin.Open();

        db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => key.DeleteBehavior != DeleteBehavior.Restrict)
            .Select(key => $"{key.DeclaringEntityType.DisplayName()} → {key.PrincipalEntityType.DisplayName()}").ShouldBeEmpty();
    }

    [Fact]
    public void No_key_is_over_900_and_no_index_over_1700_bytes()
    {
        using var db = SqlServerTwin.Open();
        var types = db.Model.GetEntityTypes().ToList();

        types.SelectMany(type => type.GetKeys()).Where(key => Bytes(key.Properties) > LargestKey).Select(key => key.ToString()).ShouldBeEmpty();
        types.SelectMany(type => type.GetIndexes()).Where(index => Bytes(index.Properties) > LargestIndex).Select(index => index.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Texts_are_compared_by_code_points_as_on_the_other_databases_and_long_ones_are_in_no_key()
    {
        using var db = SqlServerTwin.Open();
        var texts = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.GetColumnType().StartsWith("nvarchar", StringComparison.Ordinal)).ToList();

        texts.ShouldNotBeEmpty();
        texts.Where(property => property.GetCollation() != "Latin1_General_100_BIN2").Select(property => property.ToString()).ShouldBeEmpty();
        texts.Where(property => property.GetColumnType() == "nvarchar(max)" && (property.IsKey() || property.IsForeignKey() || property.IsIndex())).Select(property => property.ToString()).ShouldBeEmpty();
    }

    private static int Bytes(IEnumerable<IReadOnlyProperty> properties) => properties.Sum(property =>
    {
        var type = property.GetTypeMapping().ClrType;
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? type;
        return stored == typeof(string) ? 2 * (property.GetMaxLength() ?? 4000) : 16;
    });
}
