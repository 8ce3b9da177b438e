namespace Governance.Workflows.Activities;

/// <summary>Executes the first case that matches, or all that do; completes with the first of them.</summary>
internal sealed class Switch : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var matching = Matching(context);
        if (matching.Count == 0)
        {
            if (context.Node.ChildAt("default") is { } fallback) context.Schedule(fallback);
            else context.Complete();
            return;
        }
        foreach (var activity in matching.Select(c => c.Activity))
        {
            if (activity is null) context.Complete();
            else context.Schedule(activity);
        }
    }

    /// <summary>The cases that count in the activity's mode, in order.</summary>
    public static List<SwitchCase> Matching(ActivityContext context)
    {
        var matching = context.Node.Cases.Where(c => context.Evaluate(c.Condition, "Boolean")?.GetValue<bool>() == true).ToList();
        return context.Text("mode") is "MatchAny" or "1" ? matching : matching.Take(1).ToList();
    }
}
