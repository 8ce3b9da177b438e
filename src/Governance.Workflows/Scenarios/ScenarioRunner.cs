using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Governance.Workflows;

/// <summary>
/// Runs a definition in memory and prints what happens: the command <c>governance workflows run</c>. Prints the lines of
/// WriteLine, <c>&gt; step</c>, <c>output NAME = JSON</c> and last <c>status: …</c>.
/// </summary>
public static class ScenarioRunner
{
    public const int Succeeded = 0;
    public const int Faulted = 1;
    public const int Refused = 2;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    /// <summary>Runs and prints; the reason of a fault or refusal goes to <paramref name="error"/>.</summary>
    /// <returns>0, or 1 when the instance faulted, or 2 when a file cannot be read.</returns>
    public static int Run(ScenarioOptions options, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            var definitions = ScenarioFiles.Published(options.WithDirectory, options.Catalog, out var catalog);
            var definition = ScenarioFiles.Load(options.File, catalog);
            var steps = options.StepsFile is null ? [] : File.ReadAllLines(options.StepsFile).Where(l => !string.IsNullOrWhiteSpace(l)).Select(ScenarioStep.Parse).ToList();
            return Run(options, definition, definitions, steps, output, error);
        }
        catch (Exception e) when (e is DefinitionException or IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            error.WriteLine(e.Message);
            return Refused;
        }
    }

    private static int Run(ScenarioOptions options, WorkflowDefinition definition, IReadOnlyDictionary<string, WorkflowDefinition> definitions, List<ScenarioStep> steps, TextWriter output, TextWriter error)
    {
        var lines = options.Json ? TextWriter.Null : output;
        var host = new ScenarioHost(definitions, options.Instant, lines.WriteLine);
        var inputs = (JsonObject)options.Inputs.DeepClone();
        foreach (var (name, value) in steps.Where(s => s.Verb == "input").SelectMany(s => (JsonObject)s.Json!)) inputs[name] = value?.DeepClone();
        var instance = host.Begin(definition, inputs);
        host.Drain();
        foreach (var step in steps.Where(s => s.Verb != "input"))
        {
            if (step.Verb != "wait") lines.WriteLine($"> {step.Text}");
            Apply(step, host, instance);
            host.Drain();
        }
        foreach (var (name, value) in instance.Outputs) lines.WriteLine($"output {name} = {value?.ToJsonString(new(Json) { WriteIndented = false }) ?? "null"}");
        lines.WriteLine($"status: {instance.State!.Status}");
        if (options.Json) output.WriteLine(Document(instance).ToJsonString(Json));
        if (instance.State.Status != WorkflowStatus.Faulted) return Succeeded;
        error.WriteLine(instance.FaultReason);
        return Faulted;
    }

    private static void Apply(ScenarioStep step, ScenarioHost host, ScenarioInstance instance)
    {
        switch (step.Verb)
        {
            case "event":
                host.Send(instance, new Stimulus.PublishEvent(step.Argument, step.Json));
                break;
            case "resume":
                host.ResumeAll(instance);
                break;
            case "taskdone":
                if (instance.State!.Bookmarks.FirstOrDefault(b => b.Kind == "Elsa.RunTask") is { } task)
                    host.Send(instance, new Stimulus.TaskCompleted(task.Id, step.Json));
                break;
            case "cancel":
                host.Send(instance, new Stimulus.Cancel());
                break;
            default:
                host.Wait(TimeSpan.FromMilliseconds(double.Parse(step.Argument, CultureInfo.InvariantCulture)));
                break;
        }
    }

    private static JsonObject Document(ScenarioInstance instance) => new()
    {
        ["status"] = instance.State!.Status.ToString(),
        ["instance"] = JsonNode.Parse(instance.State.ToJson()),
        ["outputs"] = instance.Outputs,
        ["incidents"] = new JsonArray([.. instance.Incidents.Select(i => (JsonNode)new JsonObject { ["id"] = i.Id, ["activityId"] = i.ActivityId, ["message"] = i.Message, ["open"] = i.Open })]),
        ["journal"] = new JsonArray([.. instance.Journal.Select(e => (JsonNode)new JsonObject
        {
            ["number"] = e.Number,
            ["activityId"] = e.ActivityId,
            ["activityType"] = e.ActivityType,
            ["event"] = e.Event.ToString(),
            ["outcomes"] = Values.Strings(e.Outcomes),
            ["instant"] = e.Instant.ToString("O", CultureInfo.InvariantCulture),
            ["detail"] = e.Detail?.DeepClone(),
        })]),
    };
}
