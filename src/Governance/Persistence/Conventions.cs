using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Governance.Persistence;

/// <summary>What all rows share: keys, lengths, enums as words, UTC times, no cascades.</summary>
internal static class Conventions
{
    /// <summary>Longest short text; longer ones say so with <c>HasMaxLength</c> or <see cref="LongText"/>.</summary>
    public const int ShortText = 200;

    /// <summary>No limit: JSON and prose.</summary>
    public const int LongText = -1;

    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    // Its default takes "a" and "A" for the same key; the other databases do not.
    private const string CodePoints = "Latin1_General_100_BIN2";

    /// <summary>Filter of an index over rows whose truth value is set, in the words in which EF asks for it: only then does each database
    /// see that the index answers the question.</summary>
    public static string IsTrue(string column) => $"\"{column}\"";

    /// <summary>Filter of an index over rows that have a value there; a question for one value implies it.</summary>
    public static string IsGiven(string column) => $"\"{column}\" IS NOT NULL";

    public static void ApplyTypes(ModelConfigurationBuilder types)
    {
        types.Properties<DateTime>().HaveConversion<UtcConverter>();
        types.Properties<string>().HaveMaxLength(ShortText);
    }

    public static void ApplyModel(ModelBuilder builder, string? provider)
    {
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(type.ClrType) && type.BaseType is null)
            {
                var entity = builder.Entity(type.ClrType);
                entity.HasKey(nameof(Entity.Sequence));
                entity.Property(nameof(Entity.Sequence)).ValueGeneratedOnAdd();
                entity.HasAlternateKey(nameof(Entity.Id));
            }

            if (typeof(Aggregate).IsAssignableFrom(type.ClrType))
                builder.Entity(type.ClrType).Property(nameof(Aggregate.Version)).IsConcurrencyToken();

            foreach (var property in type.GetProperties())
            {
                if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
                {
                    property.SetProviderClrType(typeof(string));
                    property.SetMaxLength(40);
                }

                if (property.GetMaxLength() == LongText)
                    property.SetMaxLength(null);
                if (provider == SqlServer && (property.GetProviderClrType() ?? property.ClrType) == typeof(string))
                    property.SetCollation(CodePoints);
            }

            // There a truth value alone is no condition.
            if (provider == SqlServer)
                foreach (var index in type.GetIndexes().Where(index => index.GetFilter() is { } filter && !filter.Contains(' ', StringComparison.Ordinal)))
                    index.SetFilter(index.GetFilter() + " = 1");

            // Several paths of cascading deletes are refused by SQL Server, and nothing here is ever deleted along a path.
            foreach (var key in type.GetForeignKeys())
                key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(value => value.ToUniversalTime(), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
