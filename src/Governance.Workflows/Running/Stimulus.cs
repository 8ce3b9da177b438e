using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>What makes a waiting instance go on. One that meets nothing changes nothing: <see cref="RunResult.Applied"/> is false.</summary>
public abstract record Stimulus
{
    private Stimulus() { }

    /// <summary>The same without half characters.</summary>
    internal Stimulus Readable() => this switch
    {
        ResumeBookmark resume => resume with { Outcomes = resume.Outcomes?.Select(Values.Readable).ToList(), Outputs = (JsonObject?)Values.Readable(resume.Outputs) },
        FaultBookmark fault => fault with { Message = Values.Readable(fault.Message) },
        PublishEvent published => new PublishEvent(Values.Readable(published.Name), Values.Readable(published.Payload)),
        TaskCompleted task => task with { Result = Values.Readable(task.Result) },
        SkipIncident skip => skip with { Outcomes = skip.Outcomes?.Select(Values.Readable).ToList() },
        _ => this,
    };

    /// <summary>The form that the journal keeps, for a replay.</summary>
    public JsonObject ToJson() => Readable() switch
    {
        ResumeBookmark resume => new() { ["resume"] = resume.BookmarkId, ["outcomes"] = Strings(resume.Outcomes), ["outputs"] = resume.Outputs?.DeepClone() },
        FaultBookmark fault => new() { ["fault"] = fault.BookmarkId, ["message"] = fault.Message },
        PublishEvent published => new() { ["event"] = published.Name, ["payload"] = published.Payload?.DeepClone() },
        Elapse elapse => new() { ["elapse"] = elapse.BookmarkId },
        TaskCompleted task => new() { ["task"] = task.BookmarkId, ["result"] = task.Result?.DeepClone() },
        RetryIncident retry => new() { ["retry"] = retry.IncidentId },
        SkipIncident skip => new() { ["skip"] = skip.IncidentId, ["outcomes"] = Strings(skip.Outcomes) },
        _ => new() { ["cancel"] = true },
    };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is no stimulus.</exception>
    public static Stimulus Parse(JsonNode? json)
    {
        if (json is not JsonObject form) throw Unreadable();
        if (Id("resume") is { } resumed) return new ResumeBookmark(resumed, Outcomes(), form["outputs"]?.DeepClone() as JsonObject);
        if (Id("fault") is { } failed) return new FaultBookmark(failed, Id("message") ?? "");
        if (Id("event") is { } name) return new PublishEvent(name, form["payload"]?.DeepClone());
        if (Id("elapse") is { } due) return new Elapse(due);
        if (Id("task") is { } task) return new TaskCompleted(task, form["result"]?.DeepClone());
        if (Id("retry") is { } retried) return new RetryIncident(retried);
        if (Id("skip") is { } skipped) return new SkipIncident(skipped, Outcomes());
        return form.ContainsKey("cancel") ? new Cancel() : throw Unreadable();

        string? Id(string key) => form[key] is JsonValue value && Values.IsText(value) ? value.GetValue<string>() : null;

        List<string>? Outcomes() => form["outcomes"] is JsonArray outcomes ? [.. outcomes.Select(outcome => Values.Text(outcome) ?? "")] : null;

        static FormatException Unreadable() => new("This is no stimulus.");
    }

    private static JsonArray? Strings(IReadOnlyList<string>? texts) => texts is null ? null : Values.Strings(texts);

    /// <summary>Resumes one bookmark. A host activity completes with these outcomes (none: Done) and outputs.</summary>
    public sealed record ResumeBookmark(string BookmarkId, IReadOnlyList<string>? Outcomes = null, JsonObject? Outputs = null) : Stimulus;

    /// <summary>What a waiting activity waited for has failed (a child workflow, a task): it faults with this message.</summary>
    public sealed record FaultBookmark(string BookmarkId, string Message) : Stimulus;

    /// <summary>Delivers an event to every Event that waits for it; if none waits it is kept and delivered once.</summary>
    public sealed record PublishEvent(string Name, JsonNode? Payload = null) : Stimulus;

    /// <summary>The time of a Delay, Timer or StartAt has come.</summary>
    public sealed record Elapse(string BookmarkId) : Stimulus;

    /// <summary>The task of a RunTask is done.</summary>
    public sealed record TaskCompleted(string BookmarkId, JsonNode? Result = null) : Stimulus;

    /// <summary>Ends the instance as Cancelled.</summary>
    public sealed record Cancel : Stimulus;

    /// <summary>Executes the failed activity of an open incident again.</summary>
    public sealed record RetryIncident(string IncidentId) : Stimulus;

    /// <summary>Goes on as if the failed activity had completed with these outcomes (none: Done).</summary>
    public sealed record SkipIncident(string IncidentId, IReadOnlyList<string>? Outcomes = null) : Stimulus;
}
