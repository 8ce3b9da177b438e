using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>What differs between a record and its dry run through another version. Of the way the first difference alone is told, with all that
/// differs in its step: what comes after it follows from it.</summary>
public sealed record ReplayComparison(IReadOnlyList<ReplayDifference> Differences)
{
    /// <summary>How the case would have fared.</summary>
    public ReplayVerdict Verdict => Differences.Any(difference => difference.IsOfTheWay) ? ReplayVerdict.AnotherWay
        : Differences.Count > 0 ? ReplayVerdict.OtherDetails : ReplayVerdict.Same;

    /// <summary>Compares.</summary>
    /// <param name="original">The exact replay.</param>
    /// <param name="tried">The dry run.</param>
    /// <param name="definition">The version that was tried.</param>
    public static ReplayComparison Of(ReplayTrace original, ReplayTrace tried, WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(tried);
        ArgumentNullException.ThrowIfNull(definition);
        var differences = new List<ReplayDifference>();
        for (var step = 0; step < Math.Min(original.Steps.Count, tried.Steps.Count); step++)
        {
            differences.AddRange(Of(step, original.Steps[step], tried.Steps[step], definition));
            if (differences.Exists(difference => difference.IsOfTheWay)) return new(differences);
        }
        if (tried.Stop is { } stop)
            differences.Add(new(stop.Step, stop.ActivityId, Kinds[stop.Problem], null, stop.Detail) { IsOfTheWay = true });
        return new(differences);
    }

    private static readonly Dictionary<ReplayProblem, ReplayChange> Kinds = new()
    {
        [ReplayProblem.NotWaiting] = ReplayChange.NotWaiting, [ReplayProblem.Refused] = ReplayChange.OutcomeGone, [ReplayProblem.Ended] = ReplayChange.Status,
    };

    private static IEnumerable<ReplayDifference> Of(int step, ReplayStep before, ReplayStep after, WorkflowDefinition definition)
    {
        var (old, now) = (before.Calls.ToLookup(call => call.ActivityId, StringComparer.Ordinal), after.Calls.ToLookup(call => call.ActivityId, StringComparer.Ordinal));
        foreach (var activity in before.Calls.Concat(after.Calls).Select(call => call.ActivityId).Distinct(StringComparer.Ordinal))
        {
            var (was, isNow) = (old[activity].ToList(), now[activity].ToList());
            foreach (var input in was.Zip(isNow).SelectMany(pair => Inputs(step, pair.First, pair.Second, definition))) yield return input;
            for (var extra = was.Count; extra < isNow.Count; extra++) yield return Of(activity, ReplayChange.Added);
            for (var missing = isNow.Count; missing < was.Count; missing++) yield return Of(activity, ReplayChange.Removed);
        }
        foreach (var activity in Waiting(after).Except(Waiting(before), StringComparer.Ordinal).Where(activity => now[activity].Count() <= old[activity].Count())) yield return Of(activity, ReplayChange.Waits);
        foreach (var activity in Waiting(before).Except(Waiting(after), StringComparer.Ordinal).Where(activity => now[activity].Count() >= old[activity].Count())) yield return Of(activity, ReplayChange.WaitsNoMore);
        foreach (var incident in after.Incidents.Where(incident => before.Incidents.All(known => known.ActivityId != incident.ActivityId || known.Message != incident.Message)))
            yield return new(step, incident.ActivityId, ReplayChange.Incident, null, incident.Message) { IsOfTheWay = true };
        foreach (var incident in before.Incidents.Where(incident => after.Incidents.All(known => known.ActivityId != incident.ActivityId)))
            yield return new(step, incident.ActivityId, ReplayChange.NoIncident, incident.Message, null) { IsOfTheWay = true };
        if (before.Status != after.Status)
            yield return new(step, "", ReplayChange.Status, before.Status.ToString(), after.Status.ToString()) { IsOfTheWay = true };

        ReplayDifference Of(string activity, ReplayChange change) => new(step, activity, change, null, null) { IsOfTheWay = true };
    }

    private static IEnumerable<ReplayDifference> Inputs(int step, ReplayedCall before, ReplayedCall after, WorkflowDefinition definition)
    {
        if (before.ActivityType != after.ActivityType)
        {
            yield return new(step, before.ActivityId, ReplayChange.Type, before.ActivityType, after.ActivityType) { IsOfTheWay = true };
            yield break;
        }
        var declared = definition.Find(after.ActivityId)?.Descriptor?.Inputs ?? [];
        foreach (var name in before.Inputs.Concat(after.Inputs).Select(input => input.Key).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var (old, now) = (before.Inputs[name], after.Inputs[name]);
            if (!JsonNode.DeepEquals(old, now))
                yield return new(step, before.ActivityId, ReplayChange.Input, Values.Text(old), Values.Text(now)) { Input = name, IsOfTheWay = declared.FirstOrDefault(input => input.Name == name) is not { IsDetail: true } };
        }
        if (Answer(before.Answer) is var was && Answer(after.Answer) is var isNow && was != isNow)
            yield return new(step, before.ActivityId, ReplayChange.Answer, was, isNow) { IsOfTheWay = true };
    }

    private static HashSet<string> Waiting(ReplayStep step) => step.Waiting.Select(bookmark => bookmark.ActivityId).ToHashSet(StringComparer.Ordinal);

    private static string Answer(HostResult answer) => answer switch
    {
        HostResult.Completed completed => string.Join(", ", completed.Outcomes),
        HostResult.Failed failed => failed.Message,
        _ => "",
    };
}

/// <summary>One difference.</summary>
/// <param name="Step">The recorded step, from 0.</param>
/// <param name="ActivityId">Where; empty for the instance as a whole.</param>
/// <param name="Change">What kind.</param>
/// <param name="Before">What it was, where it has a value.</param>
/// <param name="After">What it would be, where it has a value; the message of an incident or refusal.</param>
public sealed record ReplayDifference(int Step, string ActivityId, ReplayChange Change, string? Before, string? After)
{
    /// <summary>The input that differs, or null.</summary>
    public string? Input { get; init; }

    /// <summary>Whether the case would go elsewhere; false for what people would only read or until when.</summary>
    public bool IsOfTheWay { get; init; }
}

/// <summary>How a case would have fared.</summary>
public enum ReplayVerdict
{
    /// <summary>The same way with the same particulars.</summary>
    Same,

    /// <summary>The same way; texts or periods would differ.</summary>
    OtherDetails,

    /// <summary>Another way.</summary>
    AnotherWay,
}

/// <summary>What differs.</summary>
public enum ReplayChange
{
    /// <summary>An activity is executed that was not.</summary>
    Added,

    /// <summary>An activity is not executed that was.</summary>
    Removed,

    /// <summary>An activity is of another type.</summary>
    Type,

    /// <summary>An activity is executed with another input.</summary>
    Input,

    /// <summary>An activity that was asked again answers otherwise.</summary>
    Answer,

    /// <summary>It waits here too.</summary>
    Waits,

    /// <summary>It does not wait here.</summary>
    WaitsNoMore,

    /// <summary>What was answered next meets nothing: nothing waits here.</summary>
    NotWaiting,

    /// <summary>The answer that was given is none here.</summary>
    OutcomeGone,

    /// <summary>An activity fails.</summary>
    Incident,

    /// <summary>An activity does not fail that did.</summary>
    NoIncident,

    /// <summary>The instance ends, or does not.</summary>
    Status,
}
