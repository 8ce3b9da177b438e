namespace Governance.Workflows.Activities;

/// <summary>Ends the instance at once, from any depth.</summary>
internal sealed class Finish : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        context.Burst.Log(context.Node, JournalEvent.Completed, ["Done"]);
        context.Interpreter.EndInstance(WorkflowStatus.Finished);
    }
}
