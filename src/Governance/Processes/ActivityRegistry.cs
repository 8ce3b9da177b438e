using Governance.Workflows;

namespace Governance.Processes;

/// <summary>All activities of the product, by the type names that definitions use.</summary>
public static class ActivityRegistry
{
    private static readonly Dictionary<string, Type> ByType = typeof(ActivityRegistry).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ProcessActivity)))
        .ToDictionary(type => ActivityDescriptor.From(type).Type, StringComparer.Ordinal);

    /// <summary>Elsa's own activities and the product's: what an editor offers and a definition may use.</summary>
    public static ActivityCatalog Catalog { get; } = ActivityCatalog.BuiltIn.With(ByType.Values);

    /// <summary>The class behind a type name, or null when it is not of the product.</summary>
    public static Type? Find(string activityType) => ByType.GetValueOrDefault(activityType);
}
