using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace Governance.Workflows;

/// <summary>
/// One evaluation: a fresh engine over a prepared script, so that nothing leaks from one script to the next. Elsa's
/// functions are put in only where the script's text mentions them.
/// </summary>
internal sealed class JavaScript(Burst burst, Frame frame)
{
    private readonly Dictionary<string, (Slot Slot, JsValue Value, JsonNode? Seen)> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode?> shown = new(StringComparer.Ordinal);
    private JsObject? variables;

    /// <summary>For RunJavaScript: takes what the script passes to setOutcome(s).</summary>
    public Action<IReadOnlyList<string>>? ChooseOutcomes { get; init; }

    public JsonNode? Evaluate(Script script, string typeName)
    {
        if (script.Prepared is not { } prepared) throw new ConversionException(script.Error!);
        burst.Spend(RunLimits.ScriptCost);
        using var engine = ScriptEngine.Create(burst, script);
        ScriptFunctions.Install(engine, burst, frame, script, this);
        variables = script.Mentions("variables") ? Container(engine, script) : null;
        var result = engine.Evaluate(prepared).UnwrapIfPromise();
        KeepChanges();
        return result is JsDate date && typeName == "String" ? ScriptValues.DateText(date.ToDateTime()) : ScriptValues.FromJs(result);
    }

    /// <summary>The variable's value. A list or object is the same one each time, so that a script may change it in place.</summary>
    public JsValue Read(Engine engine, Slot? slot)
    {
        if (slot is null) return JsValue.Null;
        var key = $"{slot.Frame.Id}:{slot.Id}";
        if (read.TryGetValue(key, out var known)) return known.Value;
        var value = ScriptValues.ToJs(engine, slot.Variable.Value, slot.Variable.TypeName);
        if (slot.Variable.Value is JsonObject or JsonArray) read[key] = (slot, value, ScriptValues.FromJs(value));
        return value;
    }

    /// <summary>Sets a variable, which converts the value to its type; an unknown one is made. The rest of the script sees what it set.</summary>
    public void Write(string name, JsValue value)
    {
        var slot = Scope.FindByName(frame, name) ?? Scope.Create(frame, name);
        var written = ScriptValues.FromJs(value);
        burst.Take(written);
        // A number that is the one it was keeps the digits that a script does not see.
        if (!ScriptValues.IsSeenAs(slot.Variable.Value, written)) slot.Set(Conversion.Lenient(written, slot.Variable.TypeName));
        read[$"{slot.Frame.Id}:{slot.Id}"] = (slot, value, written);
        variables?.Set(name, value);
        shown[name] = written;
    }

    private JsObject Container(Engine engine, Script script)
    {
        var container = new JsObject(engine);
        foreach (var slot in Scope.All(frame))
        {
            if (!script.Mentions(slot.Variable.Name)) continue;
            var value = Read(engine, slot);
            container.Set(slot.Variable.Name, value);
            shown[slot.Variable.Name] = ScriptValues.FromJs(value);
        }
        engine.SetValue("variables", container);
        return container;
    }

    private void KeepChanges()
    {
        foreach (var (slot, value, seen) in read.Values) Keep(slot, seen, ScriptValues.FromJs(value));
        if (variables is null) return;
        foreach (var (name, descriptor) in variables.GetOwnProperties())
        {
            if (ScriptValues.FromJs(descriptor.Value) is not { } value) continue;
            var slot = Scope.FindByName(frame, name.ToString()) ?? Scope.Create(frame, name.ToString());
            if (shown.TryGetValue(name.ToString(), out var seen)) Keep(slot, seen, value);
            else if (!Values.Same(slot.Variable.Value, value)) Keep(slot, seen: null, value);
        }
    }

    /// <summary>What the script changed; the rest of a list or object stays as it was written.</summary>
    private void Keep(Slot slot, JsonNode? seen, JsonNode? now)
    {
        if (Values.Same(seen, now)) return;
        var kept = ScriptValues.Kept(slot.Variable.Value, seen, now);
        burst.Take(kept);
        slot.Set(Conversion.Lenient(kept, slot.Variable.TypeName));
    }
}
