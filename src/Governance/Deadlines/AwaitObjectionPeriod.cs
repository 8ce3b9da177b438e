using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Deadlines;

/// <summary>Waits until the objection period of the rules of procedure has run (§ 57 (4) GO NRW): adopted is not yet executable.</summary>
[Activity("Governance.AwaitObjectionPeriod", Category = "Deadlines", DisplayName = "Await objection period", Description = "Waits until the objection period has run; then the decision is executable.")]
[Outcomes("Elapsed")]
public sealed class AwaitObjectionPeriod(CityCalendar calendar) : ProcessActivity
{
    /// <summary>The period.</summary>
    [Input(Description = "The period: 3wd.", DefaultValue = "3wd")]
    public string Days { get; set; } = "3wd";

    /// <inheritdoc />
    public override Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var period = Period.Parse(Days);
        if (!period.IsSuccess)
            return Task.FromResult(HostResult.Fault($"{step.Node.Id}: '{Days}' is no period; 3wd would be right."));
        var end = DeadlineRules.DueDate(BerlinTime.DayOf(step.Now), period.Value, calendar, DeadlineKind.Legal);
        return Task.FromResult(end.IsSuccess
            ? HostResult.Wait(new JsonObject
            {
                [ProcessTimers.FiresAt] = BerlinTime.EndOfDay(end.Value.Date).ToString("O", CultureInfo.InvariantCulture),
                [ProcessTimers.Outcome] = "Elapsed",
            })
            : HostResult.Fault($"{step.Node.Id}: {end.Error!.Code}"));
    }
}
