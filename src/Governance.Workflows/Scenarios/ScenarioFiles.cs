namespace Governance.Workflows;

/// <summary>Reads the definitions of a scenario.</summary>
internal static class ScenarioFiles
{
    public static WorkflowDefinition Load(string path, ActivityCatalog catalog)
    {
        try
        {
            return WorkflowDefinition.Load(File.ReadAllText(path), catalog);
        }
        catch (DefinitionException e)
        {
            throw new DefinitionException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Publishes the definitions of a directory. Those usable as activities are added to the catalog; one that
    /// uses another is read again until all know each other.</summary>
    public static IReadOnlyDictionary<string, WorkflowDefinition> Published(string? directory, ActivityCatalog catalog, out ActivityCatalog known)
    {
        known = catalog;
        var published = new Dictionary<string, WorkflowDefinition>(StringComparer.Ordinal);
        if (directory is null) return published;
        var paths = Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal).ToList();
        foreach (var _ in paths)
        {
            foreach (var path in paths)
            {
                var definition = Load(path, known);
                published[definition.DefinitionId] = definition;
                if (definition.UsableAsActivity) known = known.WithWorkflow(definition);
            }
        }
        return published;
    }
}
