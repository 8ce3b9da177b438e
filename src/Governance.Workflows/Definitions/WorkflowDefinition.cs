using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// An Elsa 3 workflow definition, parsed and checked for readability. Immutable; may be shared between threads and cached
/// by definition id and version. Unknown properties are ignored but survive in <see cref="Source"/>.
/// </summary>
public sealed class WorkflowDefinition
{
    private readonly Dictionary<string, ActivityNode> byId;

    internal WorkflowDefinition(string source, IReadOnlyList<ActivityNode> nodes)
    {
        Source = source;
        Sha256 = HashOf(source);
        Nodes = nodes;
        Workflow = new(-1, "", "Elsa.Workflow", parent: null, "") { Composite = this };
        byId = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
    }

    /// <summary>The exact text that was loaded.</summary>
    public string Source { get; }

    /// <summary>SHA-256 of <see cref="Source"/> as UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The <see cref="Sha256"/> that a definition of this text has.</summary>
    public static string HashOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    public string DefinitionId { get; internal init; } = "";

    /// <summary>Elsa's id of this version ("id" in the file), if it has one.</summary>
    public string VersionId { get; internal init; } = "";

    public int Version { get; internal init; } = 1;

    public string Name { get; internal init; } = "";

    public string? Description { get; internal init; }

    public IReadOnlyList<VariableDefinition> Variables { get; internal init; } = [];

    public IReadOnlyList<InputDefinition> Inputs { get; internal init; } = [];

    public IReadOnlyList<OutputDefinition> Outputs { get; internal init; } = [];

    /// <summary>The outcomes this workflow declares for its use as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; internal init; } = [];

    public IncidentStrategy IncidentStrategy { get; internal init; }

    public ActivationStrategy ActivationStrategy { get; internal init; }

    /// <summary>True when other definitions may use this one as an activity (its type is then <see cref="DefinitionId"/>).</summary>
    public bool UsableAsActivity { get; internal init; }

    public JsonObject? CustomProperties { get; internal init; }

    /// <summary>All activities, parents before children; includes those of workflows used as activities.</summary>
    public IReadOnlyList<ActivityNode> Nodes { get; }

    /// <summary>The workflows it uses as activities, as they were when it was loaded: an instance stays with these too.</summary>
    public IReadOnlyList<WorkflowDefinition> Uses => [.. Nodes.Select(n => n.Composite).OfType<WorkflowDefinition>().Distinct()];

    /// <summary>The root activity.</summary>
    public ActivityNode Root => Nodes[0];

    /// <summary>The workflow as the outermost activity: its frame holds the workflow's variables.</summary>
    internal ActivityNode Workflow { get; }

    /// <summary>The outputs that scripts read by getOutputFrom and the like; others are not kept in the state.</summary>
    internal OutputReaders OutputReaders { get; init; } = OutputReaders.Of([]);

    /// <summary>Loads a definition as Elsa Studio exports it.</summary>
    /// <exception cref="DefinitionException">The text is no workflow definition; the message says why.</exception>
    public static WorkflowDefinition Load(string json, ActivityCatalog catalog) => DefinitionReader.Read(json, catalog);

    /// <summary>The activity with this id, or null.</summary>
    public ActivityNode? Find(string activityId) => byId.GetValueOrDefault(activityId);
}
