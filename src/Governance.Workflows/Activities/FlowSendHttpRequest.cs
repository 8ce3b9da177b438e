using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Sends a request; the host does that, see <see cref="HttpCall"/>. Its outcomes are the status, if it is one of those that are expected, and
/// Done; or why no answer came.</summary>
internal sealed class FlowSendHttpRequest : HostActivity
{
    public const string Unmatched = "Unmatched status code";

    public override void Finish(ActivityContext context, IReadOnlyList<string> outcomes, JsonObject outputs)
    {
        HttpAnswer.Output(context, outputs);
        if (HttpAnswer.FailureOf(outputs) is { } failure)
        {
            context.Complete(failure);
            return;
        }
        var expected = context.Input("expectedStatusCodes", "Object") is { } codes ? Codes(codes).ToList() : [];
        var status = Values.Text(outputs["statusCode"]) ?? "";
        if (expected.Count == 0) context.Complete();
        else context.Complete(expected.Contains(status) ? status : Unmatched, "Done");
    }

    /// <summary>The expected codes of a list, or of a list as text.</summary>
    public static IEnumerable<string> Codes(JsonNode codes) =>
        ((codes as JsonArray) ?? Conversion.OrNull(codes, "Object[]") as JsonArray ?? []).Select(Values.Text).OfType<string>();
}
