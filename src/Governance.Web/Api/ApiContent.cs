using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Governance.Web.Api;

/// <summary>How proposals look in the API: amounts are strings in euro, <c>"1234.56"</c>, whose names do not speak of cents; days are ISO
/// 8601; names that nobody knows are refused rather than lost.</summary>
public static class ApiContent
{
    /// <summary>The options that write and read them.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameAmounts } },
    };

    /// <summary>An answer in this form.</summary>
    public static IResult Ok<T>(T value) => TypedResults.Json(value, Json);

    /// <summary>The content after a merge patch (RFC 7396), or null when the result is none.</summary>
    public static T? Patch<T>(T content, JsonObject patch)
        where T : class
    {
        var target = JsonSerializer.SerializeToNode(content, Json)!.AsObject();
        try
        {
            Merge(target, patch);
            return HasGap(target) ? null : JsonSerializer.Deserialize<T>(target, Json);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Half a character is found only when its text is read, and then it is no JsonException.
            return null;
        }
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject inner && target[name] is JsonObject part)
                Merge(part, inner);
            else
                target[name] = value.DeepClone();
    }

    // A list with nothing in one of its places; where nothing stands in an object, the patch took it out.
    private static bool HasGap(JsonNode? node) => node switch
    {
        JsonObject many => many.Any(property => HasGap(property.Value)),
        JsonArray list => list.Any(item => item is null || HasGap(item)),
        _ => false,
    };

    private static void NameAmounts(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.Name.EndsWith("Cents", StringComparison.OrdinalIgnoreCase) && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(long))
            {
                property.Name = property.Name.Length == "Cents".Length ? "amount" : property.Name[..^"Cents".Length];
                property.CustomConverter = property.PropertyType == typeof(long) ? new Amount() : new AmountOrNothing();
            }
    }

    private static long Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && Money.Parse(reader.GetString()) is { IsSuccess: true } money ? money.Value.Cents : throw new JsonException();

    private sealed class Amount : JsonConverter<long>
    {
        public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ApiContent.Read(ref reader);

        public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteStringValue(new Money(value).ToString());
    }

    private sealed class AmountOrNothing : JsonConverter<long?>
    {
        public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? null : ApiContent.Read(ref reader);

        public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
        {
            if (value is { } cents)
                writer.WriteStringValue(new Money(cents).ToString());
            else
                writer.WriteNullValue();
        }
    }
}
