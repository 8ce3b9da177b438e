using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Deadlines;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Objections;

/// <summary>Waits until the objection period of the rules of procedure has run (§ 57 (4) GO NRW): adopted is not yet executable. An
/// objection that suspends the decision ends the wait; <see cref="ObjectToDecision"/> raises it.</summary>
[Activity("Governance.AwaitObjectionPeriod", Category = "Bodies", DisplayName = "Await objection period", Description = "Waits until the objection period has run; then the decision is executable. An objection that suspends it goes on at Objected.")]
[Outcomes(Elapsed, Objected)]
public sealed class AwaitObjectionPeriod(CityCalendar calendar) : ProcessActivity
{
    internal const string Type = "Governance.AwaitObjectionPeriod";
    internal const string Elapsed = nameof(Elapsed);
    internal const string Objected = nameof(Objected);

    /// <summary>The period.</summary>
    [Input(Description = "The period: 3wd.", DefaultValue = "3wd", IsDetail = true)]
    public string Days { get; set; } = "3wd";

    /// <summary>Who decided.</summary>
    [Input(Description = "The code of the body that decided. Without it nobody can object here.", DefaultValue = "", RefersTo = MissingReferences.Body)]
    public string Body { get; set; } = "";

    /// <summary>Who decides about the objection.</summary>
    [Output(Description = "After an objection: the code of the body that decides now, or Mayor.")]
    public string? DecidesNext { get; set; }

    /// <summary>What follows if the decision is kept.</summary>
    [Output(Description = "After an objection to its lawfulness: who decides if the decision is kept, Council or Supervision; empty otherwise.")]
    public string? Contested { get; set; }

    /// <inheritdoc />
    public override Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        if (step.Instance.RootId is not null)
            return Task.FromResult(step.Refused(ProcessStep.OnlyInFirst));
        var period = Period.Parse(Days);
        if (!period.IsSuccess)
            return Task.FromResult(HostResult.Fault($"{step.Node.Id}: '{Days}' is no period; 3wd would be right."));
        var end = DeadlineRules.DueDate(BerlinTime.DayOf(step.Now), period.Value, calendar, DeadlineKind.Legal);
        return Task.FromResult(end.IsSuccess
            ? HostResult.Wait(new JsonObject
            {
                [ProcessTimers.FiresAt] = BerlinTime.EndOfDay(end.Value.Date).ToString("O", CultureInfo.InvariantCulture),
                [ProcessTimers.Outcome] = Elapsed,
            })
            : step.Refused(end.Error!));
    }
}
