using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>
/// Starts a workflow for each item; the host does that. Resumed with the output "children", a list of what became of each
/// (WorkflowInstanceId, WorkflowSubStatus, WorkflowOutput): executes childCompleted or childFaulted for each of them.
/// </summary>
internal sealed class BulkDispatchWorkflows : HostActivity
{
    public override void Resumed(ActivityContext context, Resumption resumption)
    {
        var scheduled = 0;
        foreach (var child in resumption.Outputs?["children"] as JsonArray ?? [])
        {
            var faulted = Values.Text(child?["WorkflowSubStatus"]) == "Faulted";
            if (context.Node.ChildAt(faulted ? "childFaulted" : "childCompleted") is { } body)
            {
                context.Schedule(body, KeyValuePair.Create<string, JsonNode?>("ChildInstanceId", child?["WorkflowInstanceId"]?.DeepClone()));
                scheduled++;
            }
            else if (faulted) throw new ActivityFaultException($"The workflow {Values.Text(child?["WorkflowInstanceId"])} that \"{context.Node.Id}\" started has faulted.");
        }
        context.Frame.Set("remaining", scheduled);
        if (scheduled == 0) context.Complete("Completed", "Done");
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes)
    {
        context.Frame.Set("remaining", context.Frame.Int("remaining") - 1);
        if (context.Frame.Int("remaining") == 0) context.Complete("Completed", "Done");
    }
}
