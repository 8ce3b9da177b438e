using System.Globalization;

namespace Governance.Workflows.Activities;

/// <summary>Waits for a time span (timeSpan; a Timer calls it interval).</summary>
internal sealed class Delay : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var text = context.Text("timeSpan") ?? context.Text("interval") ?? "00:00:00";
        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
            throw new ActivityFaultException($"\"{text}\" is no time span.");
        context.Wait(null, context.Burst.Context.Instant + span);
    }
}
