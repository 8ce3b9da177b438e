namespace Governance.Workflows.Activities;

/// <summary>An activity type that the catalog does not know.</summary>
internal sealed class NotFound : ActivityBehavior
{
    public override void Execute(ActivityContext context) => throw new ActivityFaultException($"The activity type {context.Node.Type} is unknown.");
}
