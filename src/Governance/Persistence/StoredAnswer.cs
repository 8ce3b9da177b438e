using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Persistence;

/// <summary>An answer that a key has got.</summary>
internal sealed record Stored<TResponse>(TResponse Response);

/// <summary>The value of a result as JSON and back. Refusals are never stored: nothing was done, so the caller may try again.</summary>
internal static class StoredAnswer
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ResultConverters() } };

    public static string Write<TResponse>(TResponse response) => JsonSerializer.Serialize(response, Options);

    public static Stored<TResponse> Read<TResponse>(string json) => new(JsonSerializer.Deserialize<TResponse>(json, Options)!);

    private sealed class ResultConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Result<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ResultConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class ResultConverter<T> : JsonConverter<Result<T>>
    {
        public override Result<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T>(ref reader, options)!;

        public override void Write(Utf8JsonWriter writer, Result<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
