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

            // Several paths of cascading deletes are refused by SQL Server, and nothing here is ever deleted along a path.
            foreach (var key in type.GetForeignKeys())
                key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(value => value.ToUniversalTime(), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
