using Cronos;

namespace Governance.Workflows.Activities;

/// <summary>Waits until the next instant of a CRON expression with seconds, in UTC.</summary>
internal sealed class Cron : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        if (context.TakeTrigger() is not null) context.Complete();
        else context.Wait(null, NextOf(context));
    }

    /// <summary>The next time from now on.</summary>
    /// <exception cref="ActivityFaultException">It is no CRON expression, or has no next time.</exception>
    public static DateTimeOffset NextOf(ActivityContext context)
    {
        var text = context.Text("cronExpression") ?? "";
        if (!CronExpression.TryParse(text, CronFormat.IncludeSeconds, out var cron))
            throw new ActivityFaultException($"\"{text}\" is no CRON expression of six fields, seconds first.");
        return cron.GetNextOccurrence(context.Burst.Context.Instant, TimeZoneInfo.Utc)
            ?? throw new ActivityFaultException($"The CRON expression \"{text}\" has no next time.");
    }
}
