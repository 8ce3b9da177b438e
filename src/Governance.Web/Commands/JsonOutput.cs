using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Web.Commands;

/// <summary><c>--json</c>: a command's result as one JSON document on standard output, for scripts. Exit codes stay as they are, and so
/// do errors: sentences on standard error.</summary>
public static class JsonOutput
{
    private const string Name = "--json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new MoneyAsText() },
    };

    /// <summary>The option; each command has one of its own.</summary>
    public static Option<bool> Option(string description = "Prints the result as one JSON document.") => new(Name) { Description = description };

    /// <summary>True when the command was asked for JSON.</summary>
    public static bool WantsJson(this ParseResult parse) => parse.GetValue<bool>(Name);

    /// <summary>Writes the document, or the lines when no JSON was asked for.</summary>
    public static void Write(this ParseResult parse, object document, IEnumerable<string> lines)
    {
        var output = parse.InvocationConfiguration.Output;
        if (parse.WantsJson())
            output.WriteLine(JsonSerializer.Serialize(document, Options));
        else
            foreach (var line in lines)
                output.WriteLine(line);
    }

    // Amounts are strings everywhere a script meets them (surface.md § 4).
    private sealed class MoneyAsText : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
