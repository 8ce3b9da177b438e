using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Waits until someone outside has done a task.</summary>
internal sealed class RunTask : ActivityBehavior
{
    public override void Execute(ActivityContext context) =>
        context.Wait(new JsonObject { ["taskName"] = context.Text("taskName"), ["payload"] = context.Input("payload")?.DeepClone() });

    public override void Resumed(ActivityContext context, Resumption resumption)
    {
        context.Output("result", resumption.Value);
        context.Complete();
    }
}
