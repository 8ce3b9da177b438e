using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>A definition asks the host to send a request: what its <c>Elsa.SendHttpRequest</c> or <c>Elsa.FlowSendHttpRequest</c> says.</summary>
/// <param name="Url">The address, as written.</param>
/// <param name="Method">GET, POST …</param>
/// <param name="Body">What is sent, or null. Without a type nothing is sent, as in Elsa.</param>
/// <param name="ContentType">Its type, or null.</param>
/// <param name="Authorization">The header of that name, or null.</param>
/// <param name="Headers">Other headers, each with its values.</param>
public sealed record HttpCall(string Url, string Method, string? Body, string? ContentType, string? Authorization, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers)
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Reads it.</summary>
    public static HttpCall Of(HostCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var type = Filled("contentType");
        var content = type is null ? null : call.Inputs["content"];
        return new(
            Values.Text(call.Inputs["url"]) ?? "", Filled("method")?.ToUpperInvariant() ?? "GET",
            content is null ? null : Written(content, type!), content is null ? null : type, Filled("authorization"),
            (Conversion.Lenient(call.Inputs["requestHeaders"], "Dictionary") as JsonObject ?? []).GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(header => header.Key, header => (IReadOnlyList<string>)[.. header.SelectMany(one => Listed(one.Value))], StringComparer.OrdinalIgnoreCase));

        string? Filled(string name) => Values.Text(call.Inputs[name]) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    private static string Written(JsonNode content, string type)
    {
        if (Values.IsText(content)) return content.GetValue<string>();
        if (content is not JsonObject fields || !type.StartsWith(Form, StringComparison.OrdinalIgnoreCase)) return content.ToJsonString();
        var form = new StringBuilder();
        foreach (var (name, value) in fields) form.Append(form.Length > 0 ? "&" : "").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(Values.Text(value) ?? ""));
        return form.ToString();
    }

    private static IReadOnlyList<string> Listed(JsonNode? value) =>
        value is JsonArray list ? [.. list.Select(Values.Text).OfType<string>()] : Values.Text(value) is { } text ? [text] : [];
}
