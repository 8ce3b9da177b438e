using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Begins a case of another workflow about a proposal: who may, when, and with what, the workflow says (<see cref="BeginForm"/>). The case counts as
/// started by the proposal's own one, and ends with it. Answers with its id.</summary>
/// <param name="ProposalId">About which proposal.</param>
/// <param name="DefinitionId">Which workflow.</param>
/// <param name="Data">Values for the form's fields, as <see cref="TaskField"/> reads them; null is as empty.</param>
/// <param name="CaseId">The id that the case is to have: sent twice, it begins once. Null: any.</param>
public sealed record BeginCase(Guid ProposalId, string DefinitionId, IReadOnlyDictionary<string, string?>? Data = null, Guid? CaseId = null) : ICommand<Guid>, IRule<BeginCase>
{
    /// <inheritdoc />
    public static Who<BeginCase> Who => People.Who.When<BeginCase>("whoever sees the proposal and is named by the workflow", async (request, actor, db, ct) =>
        await db.Set<Proposal>().VisibleTo(actor, db).Where(row => row.Id == request.ProposalId).Select(row => new
        {
            row.OwnerId,
            By = db.Set<PublishedDefinition>().Where(version => version.DefinitionId == request.DefinitionId && version.RetiredAt == null).OrderByDescending(version => version.Number).Select(version => version.BegunBy).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct) is { By: { } by, OwnerId: var owner } && BeginForm.Allows(by, actor, owner));
}

internal sealed class BeginCaseHandler(GovernanceDb db, DefinitionStore definitions, ProcessRunner runner, AuditTrail audit, TimeProvider clock) : IRequestHandler<BeginCase, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(BeginCase request, CancellationToken cancellationToken)
    {
        var ofProposal = await db.Set<Proposal>().Where(row => row.Id == request.ProposalId).Select(row => row.InstanceId).SingleOrDefaultAsync(cancellationToken);
        if (ofProposal is not { } id || await db.LockAsync<ProcessInstance>(id, cancellationToken) is not { } first)
            return Error.Of("route.not-begun");

        // Sent twice: the second one waited for the first, and finds its case.
        if (Wished(request) is { } wished && await db.Set<ProcessInstance>().Where(row => row.Id == wished).Select(row => (Guid?)row.RootId).SingleOrDefaultAsync(cancellationToken) is { } root)
            return root == first.Id ? wished : Error.Of("process.moved-on");
        if (first.HasEnded)
            return Error.Of("process.over");
        if (await DefinitionStore.LatestAsync(db, request.DefinitionId, cancellationToken) is not { } number
            || await definitions.GetAsync(db, request.DefinitionId, number, cancellationToken) is not { } definition || BeginForm.Of(definition) is not { } form)
            return Error.Of("process.not-published", ("definition", request.DefinitionId));
        var stage = await db.Set<Proposal>().Where(row => row.Id == request.ProposalId).Select(row => row.Stage).SingleAsync(cancellationToken);
        if (form.Stages.Count > 0 && !form.Stages.Contains(stage))
            return Error.Of("process.not-at-this-stage", ("stage", stage.ToString()));
        var data = TaskData.Read(form.Fields, request.Data, BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime));
        if (!data.IsSuccess)
            return data.Error;
        return await BeginAsync(request, first, definition, number, data.Value, cancellationToken);
    }

    private static Guid? Wished(BeginCase request) => request.CaseId == Guid.Empty ? null : request.CaseId;

    private async Task<Result<Guid>> BeginAsync(BeginCase request, ProcessInstance first, WorkflowDefinition definition, int number, JsonObject data, CancellationToken ct)
    {
        if (await OtherCases.TooManyAsync(db, first, ct) is { } tooMany)
            return tooMany;
        var wanted = new NewCase(request.DefinitionId, CorrelationId: null, data.DeepClone().AsObject()) { Id = Wished(request) };
        if (definition.ActivationStrategy != ActivationStrategy.AllowAlways)
        {
            // Two that begin at once, about two proposals, have nothing else in common.
            _ = await CaseTrigger.LockAsync(db, request.DefinitionId, ct);
            _ = await db.Locked<PublishedDefinition>().Where(row => row.DefinitionId == request.DefinitionId && row.Number == number).SingleAsync(ct);
            if (!await runner.MayBeginAsync(wanted, ct))
                return Error.Of("process.runs-already");
        }

        var started = await runner.StartChildAsync(wanted, first, parentBookmark: null, ct);
        if (!started.IsSuccess)
            return started.Error!;
        await audit.RecordAsync(request.ProposalId, "case.begun", new { workflow = DefinitionsHandler.TitleOf(definition), @case = started.Value.Id, version = number, data = TaskData.Write(data) }, ct);
        return started.Value.Id;
    }
}
