using System.Globalization;

namespace Governance.Workflows.Activities;

/// <summary>Waits until an instant; one that has passed is no wait.</summary>
internal sealed class StartAt : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        if (context.TakeTrigger() is not null || InstantOf(context) is var instant && instant <= context.Burst.Context.Instant) context.Complete();
        else context.Wait(null, instant);
    }

    /// <summary>The instant that it waits for; it may have passed.</summary>
    /// <exception cref="ActivityFaultException">It is no instant.</exception>
    public static DateTimeOffset InstantOf(ActivityContext context)
    {
        var text = context.Text("dateTime");
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : throw new ActivityFaultException($"\"{text}\" is no instant.");
    }
}
