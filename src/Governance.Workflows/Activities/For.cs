using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Counts from start to end; its numbers are read once.</summary>
internal sealed class For : ActivityBehavior
{
    public override bool CatchesBreak => true;

    public override void Execute(ActivityContext context)
    {
        context.Frame.Set("current", context.Int("start") ?? 0);
        context.Frame.Set("end", context.Int("end") ?? 0);
        context.Frame.Set("step", context.Int("step") ?? 1);
        context.Frame.Set("inclusive", context.Bool("outerBoundInclusive") ?? true ? 1 : 0);
        Iterate(context, context.Frame.Int("current"));
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes) =>
        Iterate(context, (long)context.Frame.Int("current") + context.Frame.Int("step"));

    private static void Iterate(ActivityContext context, long number)
    {
        var frame = context.Frame;
        // Counting down is counting up with the signs turned.
        var sign = frame.Int("step") >= 0 ? 1L : -1L;
        var distance = sign * (frame.Int("end") - number);
        var goesOn = frame.Int("inclusive") == 1 ? distance >= 0 : distance > 0;
        if (frame.IsBreaking || !goesOn || context.Node.ChildAt("body") is not { } body)
        {
            context.Complete();
            return;
        }
        JsonNode current = JsonValue.Create((int)number);
        frame.Set("current", (int)number);
        context.Output("currentValue", current);
        context.Schedule(body, KeyValuePair.Create<string, JsonNode?>("CurrentValue", current));
    }
}
