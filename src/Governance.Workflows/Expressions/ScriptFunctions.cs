using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Governance.Workflows;

/// <summary>The functions that Elsa gives to scripts.</summary>
internal static class ScriptFunctions
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Install(Engine engine, Burst burst, Frame frame, Script script, JavaScript evaluation)
    {
        Common(new(engine, script), burst, frame, evaluation);
        Accessors(new(engine, script), burst, frame, evaluation);
    }

    private static void Common(Functions to, Burst burst, Frame frame, JavaScript evaluation)
    {
        to.Add("getVariable", a => evaluation.Read(to.Engine, Scope.FindByName(frame, Text(a, 0))));
        to.Add("setVariable", a => Nothing(() => evaluation.Write(Text(a, 0), a.At(1))));
        to.Add("getInput", a => ScriptValues.ToJs(to.Engine, Evaluator.Input(burst, frame, Text(a, 0))));
        to.Add("getOutputFrom", a => ScriptValues.ToJs(to.Engine, OutputFrom(burst, frame, Text(a, 0), a.At(1).IsString() ? Text(a, 1) : "Result")));
        to.Add("getLastResult", _ => ScriptValues.ToJs(to.Engine, burst.LastResult));
        to.Add("getWorkflowInstanceId", _ => burst.InstanceId);
        to.Add("getWorkflowDefinitionId", _ => burst.Definition.DefinitionId);
        to.Add("getWorkflowDefinitionVersionId", _ => burst.Definition.VersionId);
        to.Add("getWorkflowDefinitionVersion", _ => JsNumber.Create(burst.Definition.Version));
        to.Add("getCorrelationId", _ => burst.CorrelationId is { } id ? id : JsValue.Null);
        to.Add("setCorrelationId", a => Nothing(() => burst.CorrelationId = OrNull(a.At(0))));
        to.Add("getWorkflowInstanceName", _ => burst.Name is { } name ? name : JsValue.Null);
        to.Add("setWorkflowInstanceName", a => Nothing(() => burst.Name = OrNull(a.At(0))));
        to.Add("isNullOrEmpty", a => string.IsNullOrEmpty(OrNull(a.At(0))));
        to.Add("isNullOrWhiteSpace", a => string.IsNullOrWhiteSpace(OrNull(a.At(0))));
        to.Add("toJson", a => ScriptValues.FromJs(a.At(0))?.ToJsonString(Json) ?? "null");
        to.Add("parseGuid", a => Guid.Parse(Text(a, 0)).ToString());
        foreach (var name in new[] { "newGuid", "newGuidString", "getGuidString" }) to.Add(name, _ => burst.Random.NextGuid().ToString());
        foreach (var name in new[] { "newShortGuid", "getShortGuid" }) to.Add(name, _ => Short(burst.Random.NextGuid()));
        to.Add("stringToBase64", a => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(a, 0))));
        to.Add("stringFromBase64", a => Encoding.UTF8.GetString(Convert.FromBase64String(Text(a, 0))));
        to.Add("bytesFromString", a => Bytes(to.Engine, Encoding.UTF8.GetBytes(Text(a, 0))));
        to.Add("bytesToString", a => Encoding.UTF8.GetString(Bytes(a.At(0))));
        to.Add("bytesFromBase64", a => Bytes(to.Engine, Convert.FromBase64String(Text(a, 0))));
        to.Add("bytesToBase64", a => Convert.ToBase64String(Bytes(a.At(0))));
        to.Add("setOutcome", a => Nothing(() => evaluation.ChooseOutcomes?.Invoke([Text(a, 0)])));
        to.Add("setOutcomes", a => Nothing(() => evaluation.ChooseOutcomes?.Invoke([.. a.At(0).AsArray().Select(TypeConverter.ToString)])));
    }

    /// <summary>getX, setX for variables, getX for inputs, getResultFromX for outputs; a later one hides an earlier one.</summary>
    private static void Accessors(Functions to, Burst burst, Frame frame, JavaScript evaluation)
    {
        foreach (var slot in Scope.All(frame))
        {
            var name = slot.Variable.Name;
            if (!Identifier.IsValid(name)) continue;
            to.Add("get" + Identifier.Pascal(name), _ => evaluation.Read(to.Engine, Scope.FindByName(frame, name)));
            to.Add("set" + Identifier.Pascal(name), a => Nothing(() => evaluation.Write(name, a.At(0))));
        }
        if (Activities.Workflow.UsedAs(frame) is null)
        {
            foreach (var input in burst.Definition.Inputs)
            {
                to.Add("get" + input.Name, _ => ScriptValues.ToJs(to.Engine, burst.Inputs.GetValueOrDefault(input.Name)));
                to.Add("get" + Identifier.Pascal(input.Name), _ => ScriptValues.ToJs(to.Engine, burst.Inputs.GetValueOrDefault(input.Name)));
            }
        }
        if (!to.Mentions("From")) return;
        foreach (var node in burst.Definition.Nodes)
        {
            foreach (var output in node.Descriptor?.Outputs ?? [])
                to.Add($"get{Identifier.Pascal(output.Name)}From{Identifier.Pascal(node.Name ?? node.Id)}", _ => ScriptValues.ToJs(to.Engine, Output(burst, node, output.Name)));
        }
    }

    private static System.Text.Json.Nodes.JsonNode? OutputFrom(Burst burst, Frame frame, string idOrName, string output)
    {
        // Inside a workflow used as an activity the ids carry its prefix.
        var prefix = Activities.Workflow.UsedAs(frame) is { } used ? used.Node.Id + ":" : "";
        var node = burst.Definition.Find(prefix + idOrName) ?? burst.Definition.Nodes.FirstOrDefault(n => n.Name == idOrName)
            ?? throw new ConversionException($"there is no activity \"{idOrName}\" to get an output from");
        return Output(burst, node, output);
    }

    private static System.Text.Json.Nodes.JsonNode? Output(Burst burst, ActivityNode node, string output) =>
        burst.ActivityOutputs.GetValueOrDefault($"{node.Id}:{Identifier.Pascal(output)}");

    private static string Text(JsValue[] arguments, int index) => TypeConverter.ToString(arguments.At(index));

    private static string? OrNull(JsValue value) => value.IsNull() || value.IsUndefined() ? null : TypeConverter.ToString(value);

    private static string Short(Guid guid) =>
        Convert.ToBase64String(guid.ToByteArray()).Replace("/", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).TrimEnd('=');

    private static JsArray Bytes(Engine engine, byte[] bytes) => new(engine, [.. bytes.Select(value => JsNumber.Create(value))]);

    private static byte[] Bytes(JsValue list) => [.. list.AsArray().Select(TypeConverter.ToNumber).Select(value => (byte)value)];

    private static JsValue Nothing(Action action)
    {
        action();
        return JsValue.Undefined;
    }

    /// <summary>Adds a function where the script's text mentions its name.</summary>
    private readonly record struct Functions(Engine Engine, Script Script)
    {
        public bool Mentions(string name) => Script.Mentions(name);

        public void Add(string name, Func<JsValue[], JsValue> body)
        {
            if (Script.Mentions(name)) Engine.SetValue(name, new ClrFunction(Engine, name, (_, arguments) => body(arguments)));
        }
    }
}
