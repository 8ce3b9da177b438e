using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.People;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>Roles, bodies and workflows that a definition names and that there are not: a case would stop there. What a script makes of them is known at
/// run time alone. A body is a warning: a city need not have each that a definition names for the case that it comes up.</summary>
internal static class MissingReferences
{
    /// <summary>The input names who is asked: a role, or the owner.</summary>
    public const string Assignee = "assignee";

    /// <summary>The input names a body by its code.</summary>
    public const string Body = "body";

    /// <summary>The input names whom to tell: the owner, roles, bodies.</summary>
    public const string Recipients = "recipients";

    private const string Workflow = "workflow";

    private const string Owner = "owner";

    /// <summary>Finds them.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="known">What there is in the city.</param>
    public static IEnumerable<DefinitionProblem> Find(WorkflowDefinition definition, KnownNames known) =>
        from found in References(definition)
        let right = found.Kind == Workflow ? WorkflowsInstead(found.Name, definition, known) : WhatWouldBeRight(found.Name, found.Kind, known)
        where right is not null
        select new DefinitionProblem(
            "missing-reference", found.Kind is Assignee or Workflow ? ProblemSeverity.Error : ProblemSeverity.Warning, found.ActivityId,
            found.Kind == Workflow
                ? (FormattableString)$"{found.Input} names '{found.Name}', which is not published; to publish it first, or {right} would be right." : $"{found.Input} names '{found.Name}'; {right} would be right.");

    /// <summary>The workflows that a definition starts, as far as it names them.</summary>
    public static IReadOnlySet<string> WorkflowsIn(WorkflowDefinition definition) =>
        References(definition).Where(found => found.Kind == Workflow).Select(found => found.Name).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(string ActivityId, string Input, string Kind, string Name)> References(WorkflowDefinition definition) =>
        from node in definition.Nodes
        where node.Descriptor is not null
        from input in node.Descriptor!.Inputs
        let kind = input.UiHint == UiHints.WorkflowDefinitionPicker ? Workflow : input.RefersTo
        where kind is not null
        let expression = node.Inputs.GetValueOrDefault(input.Name)
        where expression is { Type: "Literal" or "Object" }
        from name in Names(expression)
        select (node.Id, input.Name, kind, name);

    private static string? WhatWouldBeRight(string name, string kind, KnownNames known)
    {
        var isPerson = kind != Body && (name == Owner || Enum.TryParse<Role>(name, out _));
        var isBody = kind != Assignee && (known.Bodies is null || known.Bodies.Contains(name));
        if (isPerson || isBody)
            return null;
        var people = kind == Body ? [] : new[] { Owner }.Concat(Enum.GetNames<Role>());
        return string.Join(", ", kind == Assignee ? people : people.Concat(known.Bodies!.Order(StringComparer.Ordinal)));
    }

    // It may start itself: on another matter, or until there is nothing left to do.
    private static string? WorkflowsInstead(string name, WorkflowDefinition definition, KnownNames known) =>
        known.Workflows is null || name == definition.DefinitionId || known.Workflows.Contains(name)
            ? null : string.Join(", ", known.Workflows.Append(definition.DefinitionId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    // One name, or a list of them, written as a value or as text.
    private static IEnumerable<string> Names(Expression expression)
    {
        var list = expression.Value as JsonArray;
        if (list is null && expression.Text.TrimStart().StartsWith('['))
        {
            try
            {
                list = JsonNode.Parse(expression.Text) as JsonArray;
            }
            catch (JsonException)
            {
                return [];
            }
        }

        return list is not null ? list.OfType<JsonValue>().Select(item => item.ToString()) : expression.Text.Length > 0 ? [expression.Text] : [];
    }
}
