using System.Text.Json.Nodes;

namespace Governance.Workflows.Tests;

/// <summary>Builds definitions in Elsa's JSON, as short as tests need them.</summary>
internal static class Build
{
    public static readonly DateTimeOffset Now = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    public static RunContext Context(RunLimits? limits = null) => new(Now, 42, limits ?? RunLimits.Default);

    public static string Workflow(JsonObject root, string variables = "[]", string strategy = "Fault", string inputs = "[]", string outputs = "[]") => new JsonObject
    {
        ["definitionId"] = "test",
        ["version"] = 1,
        ["name"] = "test",
        ["variables"] = JsonNode.Parse(variables),
        ["inputs"] = JsonNode.Parse(inputs),
        ["outputs"] = JsonNode.Parse(outputs),
        ["options"] = new JsonObject { ["incidentStrategyType"] = strategy == "Fault" ? null : "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" },
        ["root"] = root,
    }.ToJsonString();

    public static WorkflowDefinition Load(JsonObject root, string variables = "[]", string strategy = "Fault", string inputs = "[]", ActivityCatalog? catalog = null) =>
        WorkflowDefinition.Load(Workflow(root, variables, strategy, inputs), catalog ?? ActivityCatalog.BuiltIn);

    public static JsonObject Activity(string type, string id, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties) activity[name] = value;
        return activity;
    }

    public static JsonObject Expr(string type, JsonNode? value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    public static JsonObject Js(string script) => Expr("JavaScript", script);

    public static JsonObject Lit(JsonNode? value) => Expr("Literal", value);

    public static JsonObject Line(string id) => Activity("Elsa.WriteLine", id, ("text", Lit(id)));

    public static JsonObject LineJs(string id, string script) => Activity("Elsa.WriteLine", id, ("text", Js(script)));

    public static JsonObject Event(string id, string? name = null) => Activity("Elsa.Event", id, ("eventName", Lit(name ?? id)));

    public static JsonObject Sequence(string id, params JsonObject[] children) => Activity("Elsa.Sequence", id, ("activities", new JsonArray([.. children])));

    public static JsonObject Join(string id, string mode) => Activity("Elsa.FlowJoin", id, ("mode", Lit(mode)));

    /// <summary>Connections as "a>b" or "a.Port>b".</summary>
    public static JsonObject Flowchart(string id, IEnumerable<JsonObject> children, params string[] connections) =>
        Activity("Elsa.Flowchart", id, ("activities", new JsonArray([.. children])), ("connections", new JsonArray([.. connections.Select(Connection)])));

    public static RunResult Start(WorkflowDefinition definition, Func<HostCall, HostResult>? host = null, JsonObject? inputs = null, RunLimits? limits = null) =>
        Drive(WorkflowRun.Start(definition, "i", inputs ?? [], Context(limits)), host);

    public static RunResult Resume(WorkflowDefinition definition, WorkflowState state, Stimulus stimulus, Func<HostCall, HostResult>? host = null) =>
        Drive(WorkflowRun.Resume(definition, state, stimulus, Context()), host);

    private static RunResult Drive(WorkflowRun run, Func<HostCall, HostResult>? host)
    {
        while (run.Next() is { } call) run.Feed(host?.Invoke(call) ?? HostResult.Wait());
        return run.Result;
    }

    private static JsonNode Connection(string text)
    {
        var (source, target) = (text.Split('>')[0], text.Split('>')[1]);
        var dot = source.LastIndexOf('.');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = dot < 0 ? source : source[..dot], ["port"] = dot < 0 ? "Done" : source[(dot + 1)..] },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        };
    }
}
