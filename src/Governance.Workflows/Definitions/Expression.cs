using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>An expression as Elsa writes it: its type (Literal, JavaScript, Variable, Input, Object, Liquid) and value.</summary>
public sealed class Expression
{
    internal Expression(string type, JsonNode? value, string? typeName)
    {
        Type = type;
        Value = value;
        TypeName = typeName;
        if (type == "JavaScript") Script = Script.Prepare(Text);
        if (type == "Liquid") Template = Liquid.Prepare(Text);
    }

    public string Type { get; }

    public JsonNode? Value { get; }

    /// <summary>The type that the designer noted for the property; the activity decides what it converts to.</summary>
    public string? TypeName { get; }

    /// <summary>The value as text: the script, the template, the literal.</summary>
    public string Text => Values.Text(Value) ?? "";

    /// <summary>Why this expression can never be evaluated (a syntax error), or null.</summary>
    public string? Error => (Script ?? PreparedScript)?.Error ?? Template?.Error;

    internal Script? Script { get; }

    internal Liquid? Template { get; }

    /// <summary>The literal text of RunJavaScript's script, prepared as one.</summary>
    internal Script? PreparedScript { get; private set; }

    internal void PrepareLiteral() => PreparedScript = Type == "Literal" ? Script.Prepare(Text) : null;
}
