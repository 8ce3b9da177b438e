namespace Governance.Workflows.Activities;

/// <summary>What an activity type does. Without state: what it remembers is in the frame.</summary>
internal abstract class ActivityBehavior
{
    public abstract void Execute(ActivityContext context);

    /// <summary>An activity that this one scheduled has completed.</summary>
    public virtual void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes) => context.Complete();

    /// <summary>Its bookmark was resumed.</summary>
    public virtual void Resumed(ActivityContext context, Resumption resumption) => context.Complete();

    /// <summary>A Flowchart or Sequence ends with this activity.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>A loop catches Break; other containers pass it on.</summary>
    public virtual bool CatchesBreak => false;
}
