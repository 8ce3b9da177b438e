namespace Governance.Workflows;

/// <summary>Types that the catalog does not know: an instance that reached one would fault.</summary>
internal static class UnknownActivities
{
    public static IEnumerable<Finding> Find(WorkflowDefinition definition) =>
        definition.Nodes.Where(node => node.Descriptor is null && node.Composite is null)
            .Select(node => new Finding(node.Id, $"the activity type {node.Type} is unknown; see the catalog for those there are."));
}
