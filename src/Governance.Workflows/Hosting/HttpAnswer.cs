using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>The outputs with which the host resumes an <c>Elsa.SendHttpRequest</c> or <c>Elsa.FlowSendHttpRequest</c>; their outcomes follow from them.</summary>
public static class HttpAnswer
{
    internal const string FailedToConnect = "Failed to connect";
    internal const string Timeout = "Timeout";
    private const string Failure = "failure";

    /// <summary>An answer came.</summary>
    /// <param name="statusCode">100 to 599.</param>
    /// <param name="content">What came: JSON where it says so, else text; or null.</param>
    /// <param name="headers">Its headers, each a list of texts.</param>
    public static JsonObject Of(int statusCode, JsonNode? content, JsonObject headers) => new()
    {
        ["statusCode"] = statusCode, ["parsedContent"] = content?.DeepClone(), ["responseHeaders"] = headers?.DeepClone(),
    };

    /// <summary>The address was not reached.</summary>
    public static JsonObject NotReached() => new() { [Failure] = FailedToConnect };

    /// <summary>No answer came in time.</summary>
    public static JsonObject TimedOut() => new() { [Failure] = Timeout };

    internal static string? FailureOf(JsonObject outputs) => Values.Text(outputs[Failure]);

    internal static void Output(Activities.ActivityContext context, JsonObject outputs)
    {
        foreach (var (name, value) in outputs.Where(output => output.Key != Failure)) context.Output(name, value);
    }
}
