using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>A variable that a workflow or a container declares.</summary>
/// <param name="Id">What outputs and SetVariable refer to; unique within its scope.</param>
/// <param name="TypeName">Elsa's alias (String, Int32, Object, …); array types end with [].</param>
/// <param name="Default">The value at the start of the scope, already converted to the type.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, JsonNode? Default);

/// <summary>An input that a workflow declares. Declared inputs live as long as the instance.</summary>
public sealed record InputDefinition(string Name, string TypeName, string? DisplayName, string? Description);

/// <summary>An output that a workflow declares.</summary>
public sealed record OutputDefinition(string Name, string TypeName, string? DisplayName, string? Description);
