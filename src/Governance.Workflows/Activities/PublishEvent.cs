namespace Governance.Workflows.Activities;

/// <summary>Publishes an event: a local one to this instance, once nothing else is left to do; any other is the host's to carry.</summary>
internal sealed class PublishEvent : HostActivity
{
    public override void Execute(ActivityContext context)
    {
        var name = context.Text("eventName") ?? throw new ActivityFaultException("The event has no name.");
        if (context.Bool("isLocalEvent") != true)
        {
            base.Execute(context);
            return;
        }
        context.Burst.Keep(name, context.Input("payload"));
        context.Complete();
    }
}
