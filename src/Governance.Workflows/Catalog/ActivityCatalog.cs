using System.Collections.Immutable;

namespace Governance.Workflows;

/// <summary>The activity types that definitions may use. Immutable.</summary>
public sealed class ActivityCatalog
{
    private readonly ImmutableSortedDictionary<string, ActivityDescriptor> byType;

    private ActivityCatalog(ImmutableSortedDictionary<string, ActivityDescriptor> byType) => this.byType = byType;

    /// <summary>The activities that the engine brings along.</summary>
    public static ActivityCatalog BuiltIn { get; } = new(BuiltInActivities.All.ToImmutableSortedDictionary(d => d.Type, d => d, StringComparer.Ordinal));

    /// <summary>All descriptors, by type.</summary>
    public IEnumerable<ActivityDescriptor> Descriptors => byType.Values;

    /// <summary>The descriptor of a type, or null when it is unknown.</summary>
    public ActivityDescriptor? Find(string type) => byType.GetValueOrDefault(type);

    /// <summary>This catalog and more activities; a type that is already known is replaced.</summary>
    public ActivityCatalog With(params IEnumerable<ActivityDescriptor> descriptors) =>
        new(byType.SetItems(descriptors.Select(d => KeyValuePair.Create(d.Type, d))));

    /// <summary>This catalog and the host activities that these classes describe.</summary>
    public ActivityCatalog With(params IEnumerable<Type> types) => With(types.Select(ActivityDescriptor.From));

    /// <summary>This catalog and a workflow that may be used as an activity; its type is its definition id.</summary>
    public ActivityCatalog WithWorkflow(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return With([new ActivityDescriptor(definition.DefinitionId)
        {
            Category = "Workflows",
            DisplayName = definition.Name,
            Description = definition.Description ?? "",
            Inputs = [.. definition.Inputs.Select(i => new ActivityInput(i.Name, i.TypeName, i.Description ?? "", Required: false, DefaultValue: null))],
            Outputs = [.. definition.Outputs.Select(o => new ActivityOutput(o.Name, o.TypeName, o.Description ?? ""))],
            BuiltIn = true,
            Workflow = definition,
        }]);
    }
}
