using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>An activity that is next, and who asked for it. First in, first out: parallel branches interleave.</summary>
internal sealed record WorkItem(ActivityNode Node, Frame Owner, IReadOnlyList<KeyValuePair<string, JsonNode?>> Variables);
