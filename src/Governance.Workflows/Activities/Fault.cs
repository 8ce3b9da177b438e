namespace Governance.Workflows.Activities;

/// <summary>Always fails.</summary>
internal sealed class Fault : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var message = context.Text("message");
        throw new ActivityFaultException($"{context.Text("code") ?? "0"} ({context.Text("category") ?? "General"}, {context.Text("faultType") ?? "System"}): {message}");
    }
}
