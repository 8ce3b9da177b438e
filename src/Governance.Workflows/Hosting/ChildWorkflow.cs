using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>An instance that another one started, as far as that one is told of it.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="DefinitionId">Its workflow.</param>
/// <param name="Status">How it stands.</param>
/// <param name="CorrelationId">What it is known by outside, or null.</param>
/// <param name="Outputs">What it has given so far.</param>
/// <param name="FaultReason">Why it faulted, or null.</param>
public sealed record ChildWorkflow(string InstanceId, string DefinitionId, WorkflowStatus Status, string? CorrelationId, JsonObject Outputs, string? FaultReason)
{
    private bool HasEnded => Status is WorkflowStatus.Finished or WorkflowStatus.Faulted or WorkflowStatus.Cancelled;

    private string? Failure => Status == WorkflowStatus.Faulted ? $"The workflow {DefinitionId} faulted: {FaultReason}" : null;

    /// <summary>The answer of <c>Elsa.ExecuteWorkflow</c> after the child's first burst.</summary>
    /// <param name="waits">Whether it waits until the child has ended.</param>
    public HostResult Executed(bool waits)
    {
        if (waits && !HasEnded) return HostResult.Wait();
        return waits && Failure is { } failure ? HostResult.Fault(failure) : HostResult.Done(null, new()
        {
            ["result"] = new JsonObject
            {
                ["WorkflowDefinitionVersionId"] = null,
                ["WorkflowInstanceId"] = InstanceId,
                [nameof(CorrelationId)] = CorrelationId,
                [nameof(Status)] = HasEnded ? "Finished" : "Running",
                ["SubStatus"] = Status.ToString(),
                ["Output"] = Outputs.DeepClone(),
            },
        });
    }

    /// <summary>What the parent is given once a child that it waited for has ended. A child that faulted makes its activity fault.</summary>
    public Stimulus Returned(string bookmarkId) => Failure is { } failure
        ? new Stimulus.FaultBookmark(bookmarkId, failure)
        : new Stimulus.ResumeBookmark(bookmarkId, null, new() { ["result"] = Outputs.DeepClone() });

    /// <summary>What the parent is given once all that its bulk activity started have ended.</summary>
    public static Stimulus AllReturned(string bookmarkId, IEnumerable<(string InstanceId, WorkflowStatus Status)> children) =>
        new Stimulus.ResumeBookmark(bookmarkId, null, new()
        {
            ["children"] = new JsonArray([.. children.Select(child => (JsonNode)new JsonObject { ["WorkflowInstanceId"] = child.InstanceId, ["WorkflowSubStatus"] = child.Status.ToString() })]),
        });

    /// <summary>Whether the bookmark is one of the bulk activity.</summary>
    /// <param name="kind">See <see cref="Bookmark.Kind"/>.</param>
    public static bool IsBulk(string? kind) => kind == ChildWorkflowCall.Bulk;
}
