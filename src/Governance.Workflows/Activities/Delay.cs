using System.Globalization;

namespace Governance.Workflows.Activities;

/// <summary>Waits for a time span (timeSpan; a Timer calls it interval).</summary>
internal sealed class Delay : ActivityBehavior
{
    private const string TimerInterval = "00:01:00";

    public override void Execute(ActivityContext context)
    {
        if (context.TakeTrigger() is not null) context.Complete();
        else context.Wait(null, EndOf(context));
    }

    /// <summary>When it is over, if it begins now.</summary>
    /// <exception cref="ActivityFaultException">It is no time span.</exception>
    public static DateTimeOffset EndOf(ActivityContext context)
    {
        var text = context.Text("timeSpan") ?? context.Text("interval") ?? (context.Node.Type == "Elsa.Timer" ? TimerInterval : "00:00:00");
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? context.Burst.Context.Instant + span : throw new ActivityFaultException($"\"{text}\" is no time span.");
    }
}
