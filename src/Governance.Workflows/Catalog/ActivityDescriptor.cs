using System.Reflection;

namespace Governance.Workflows;

/// <summary>What is known of an activity type: for the designer's palette, for validation and for binding.</summary>
public sealed record ActivityDescriptor(string Type)
{
    public string Category { get; init; } = "";
    public string DisplayName { get; init; } = "";
    public string Description { get; init; } = "";
    public IReadOnlyList<ActivityInput> Inputs { get; init; } = [];
    public IReadOnlyList<ActivityOutput> Outputs { get; init; } = [];

    /// <summary>The outcomes it may complete with; empty means any.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>The input whose value lists the outcomes, objects with an <c>outcome</c> each, where every definition names its own; or null.</summary>
    public string? OutcomesFrom { get; init; }

    /// <summary>True when the engine executes it itself, false when it is yielded as a <see cref="HostCall"/>.</summary>
    public bool BuiltIn { get; init; }

    /// <summary>True when it is yielded as a <see cref="HostCall"/>, also where the engine brings its description along.</summary>
    public bool IsHosted => Workflow is null && Activities.Behaviors.IsHosted(this);

    /// <summary>The workflow that is used as this activity, if it is one.</summary>
    public WorkflowDefinition? Workflow { get; init; }

    /// <summary>Reads the description from a class with <see cref="ActivityAttribute"/>.</summary>
    /// <exception cref="ArgumentException">The class has no such attribute.</exception>
    public static ActivityDescriptor From(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var activity = type.GetCustomAttribute<ActivityAttribute>()
            ?? throw new ArgumentException($"{type.Name} has no [Activity] attribute.", nameof(type));
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        return new(activity.Type)
        {
            Category = activity.Category,
            DisplayName = activity.DisplayName ?? activity.Type[(activity.Type.LastIndexOf('.') + 1)..],
            Description = activity.Description,
            Inputs = [.. from p in properties
                         let i = p.GetCustomAttribute<InputAttribute>()
                         where i is not null
                         select new ActivityInput(p.Name, HostBinding.TypeName(p.PropertyType), i.Description, i.Required, i.DefaultValue)
                         {
                             IsDetail = i.IsDetail, RefersTo = i.RefersTo, UiHint = i.UiHint ?? UiHints.Of(p.PropertyType), Choices = ChoicesOf(p.PropertyType),
                         }],
            Outputs = [.. from p in properties
                          let o = p.GetCustomAttribute<OutputAttribute>()
                          where o is not null
                          select new ActivityOutput(p.Name, HostBinding.TypeName(p.PropertyType), o.Description)],
            Outcomes = type.GetCustomAttribute<OutcomesAttribute>()?.Outcomes ?? [],
            OutcomesFrom = type.GetCustomAttribute<OutcomesAttribute>()?.From,
        };
    }

    private static string[] ChoicesOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } choices ? Enum.GetNames(choices) : [];

    internal bool Knows(string outcome) =>
        Outcomes.Count == 0 || Outcomes.Contains(outcome, StringComparer.Ordinal);
}

/// <summary>An input of an activity. <paramref name="TypeName"/> is Elsa's alias, with a question mark when it may be null.</summary>
public sealed record ActivityInput(string Name, string TypeName, string Description, bool Required, object? DefaultValue)
{
    /// <summary>True for what people only read, or until when: it changes nothing of where a case goes.</summary>
    public bool IsDetail { get; init; }

    /// <summary>What of the product it names, in the product's words, or null.</summary>
    public string? RefersTo { get; init; }

    /// <summary>How an editor asks for it: one of <see cref="UiHints"/>.</summary>
    public string UiHint { get; init; } = UiHints.SingleLine;

    /// <summary>The values there are; empty where any of its type will do.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>An output of an activity.</summary>
public sealed record ActivityOutput(string Name, string TypeName, string Description);
