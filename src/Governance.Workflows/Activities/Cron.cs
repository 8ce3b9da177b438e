using Cronos;

namespace Governance.Workflows.Activities;

/// <summary>Waits until the next instant of a CRON expression with seconds, in UTC.</summary>
internal sealed class Cron : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var text = context.Text("cronExpression") ?? "";
        if (!CronExpression.TryParse(text, CronFormat.IncludeSeconds, out var cron))
            throw new ActivityFaultException($"\"{text}\" is no CRON expression of six fields, seconds first.");
        var next = cron.GetNextOccurrence(context.Burst.Context.Instant, TimeZoneInfo.Utc)
            ?? throw new ActivityFaultException($"The CRON expression \"{text}\" has no next time.");
        context.Wait(null, next);
    }
}
