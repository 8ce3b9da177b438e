using System.Globalization;

namespace Governance.Workflows.Activities;

/// <summary>Waits until an instant; one that has passed is no wait.</summary>
internal sealed class StartAt : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var text = context.Text("dateTime");
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            throw new ActivityFaultException($"\"{text}\" is no instant.");
        if (instant <= context.Burst.Context.Instant) context.Complete();
        else context.Wait(null, instant);
    }
}
