using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Asks the activation strategy of a workflow that begins by itself. Two that begin at the same instant would not see one another: the caller has
/// locked the workflow's triggers.</summary>
internal static class Activation
{
    /// <summary>Whether another case may begin now.</summary>
    /// <param name="db">Where the running ones are.</param>
    /// <param name="definition">The version on which it would begin.</param>
    /// <param name="correlationId">What events would name it by, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<bool> IsAllowedAsync(GovernanceDb db, WorkflowDefinition definition, string? correlationId, CancellationToken ct)
    {
        var (id, correlation) = (definition.DefinitionId, ProcessInstance.Correlation(correlationId));
        if (definition.ActivationStrategy is ActivationStrategy.AllowAlways || (definition.ActivationStrategy is ActivationStrategy.Correlation && correlation is null))
            return true;
        var anyWorkflow = definition.ActivationStrategy is ActivationStrategy.Correlation;
        var anyId = definition.ActivationStrategy is ActivationStrategy.Singleton || correlation is null;
        return !await db.Set<ProcessInstance>().AnyAsync(
            row => ChildCases.Running.Contains(row.Status) && (anyWorkflow || row.DefinitionId == id) && (anyId || row.CorrelationId == correlation), ct);
    }
}
