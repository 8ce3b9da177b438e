using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Bodies;

/// <summary>An authority table as stored: what was in force is read again exactly.</summary>
public static class AuthorityJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new CentsConverter() },
    };

    /// <summary>As stored.</summary>
    public static string Write(AuthorityTable table) => JsonSerializer.Serialize(table, Options);

    /// <summary>As stored.</summary>
    public static AuthorityTable Read(string json) => JsonSerializer.Deserialize<AuthorityTable>(json, Options)!;

    private sealed class CentsConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
    }
}
