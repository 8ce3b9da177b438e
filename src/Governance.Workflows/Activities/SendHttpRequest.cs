using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>
/// Sends a request; the host does that, see <see cref="HttpCall"/>. Executes the activity of the case that has the answer's status, or the one for
/// any other, for an address that was not reached, for an answer that did not come in time.
/// </summary>
internal sealed class SendHttpRequest : HostActivity
{
    public override void Finish(ActivityContext context, IReadOnlyList<string> outcomes, JsonObject outputs)
    {
        HttpAnswer.Output(context, outputs);
        if (context.Node.ChildAt(Port(context.Node, outputs)) is { } child) context.Schedule(child);
        else context.Complete();
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes) => context.Complete();

    private static string Port(ActivityNode node, JsonObject outputs)
    {
        if (HttpAnswer.FailureOf(outputs) is { } failure) return failure == HttpAnswer.Timeout ? "timeout" : "failedToConnect";
        var status = Values.Text(outputs["statusCode"]);
        return (node.Property("expectedStatusCodes") as JsonArray ?? []).Any(one => Values.Text((one as JsonObject)?["statusCode"]) == status) ? "status:" + status : "unmatchedStatusCode";
    }
}
