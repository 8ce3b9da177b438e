namespace Governance.Workflows;

/// <summary>Describes a host activity: a class whose [Input] properties are bound before, and whose [Output] properties are
/// collected after the product has executed it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute(string type) : Attribute
{
    /// <summary>The type as definitions name it, for example Governance.HoldBallot.</summary>
    public string Type { get; } = type;
    public string Category { get; set; } = "";
    public string? DisplayName { get; set; }
    public string Description { get; set; } = "";
}

/// <summary>The outcomes that a host activity may complete with.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OutcomesAttribute(params string[] outcomes) : Attribute
{
    public IReadOnlyList<string> Outcomes { get; } = outcomes;

    /// <summary>The input that lists the outcomes, where every definition names its own: a list of objects with an <c>outcome</c> each.</summary>
    public string? From { get; set; }
}

/// <summary>A property that is set from the evaluated input of the same name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    public string Description { get; set; } = "";

    /// <summary>True when the activity faults without a value.</summary>
    public bool Required { get; set; }

    /// <summary>Used when the definition gives no value: a constant, or text that is converted.</summary>
    public object? DefaultValue { get; set; }

    /// <summary>True for what people only read, or until when: it changes nothing of where a case goes.</summary>
    public bool IsDetail { get; set; }

    /// <summary>What of the product it names, in the product's words, or null: only the product can tell whether there is such a thing.</summary>
    public string? RefersTo { get; set; }

    /// <summary>How an editor asks for it, one of <see cref="UiHints"/>; by its type when left out.</summary>
    public string? UiHint { get; set; }
}

/// <summary>A property that becomes an output of the same name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    public string Description { get; set; } = "";
}
