using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using Governance.Audit;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Submits a draft, or a returned proposal again: its content is frozen as a version, it gets its number, and the workflow
/// starts or goes on. Answers with the number.</summary>
/// <param name="ProposalId">Which.</param>
/// <param name="Version">The version the owner saw; an older one is refused with <c>version.stale</c>. Null: whatever it is now.</param>
/// <param name="Answer">What the owner answers to a return; a first submission has nothing to answer.</param>
public sealed record SubmitProposal(Guid ProposalId, int? Version, string? Answer = null) : ICommand<string>, IRule<SubmitProposal>
{
    /// <summary>The definition that carries proposals.</summary>
    public const string DefinitionId = "project-proposal";

    /// <inheritdoc />
    public static Who<SubmitProposal> Who => ProposalAccess.CorrectsOrImports<SubmitProposal>(request => request.ProposalId);
}

internal sealed class SubmitProposalValidator : AbstractValidator<SubmitProposal>
{
    public SubmitProposalValidator() => RuleFor(request => request.Answer).MaximumLength(4000).WithErrorCode("input.too-long");
}

internal sealed class SubmitProposalHandler(GovernanceDb db, CommandScope scope, ProcessRunner runner, AuditTrail audit, Numbers numbers, AuthorityTables tables, TimeProvider clock)
    : IRequestHandler<SubmitProposal, Result<string>>
{
    public async Task<Result<string>> Handle(SubmitProposal request, CancellationToken cancellationToken)
    {
        var instanceId = await db.Set<Proposal>().Where(row => row.Id == request.ProposalId).Select(row => row.InstanceId).SingleOrDefaultAsync(cancellationToken);
        var instance = instanceId is { } id ? await db.LockAsync<ProcessInstance>(id, cancellationToken) : null;
        var proposal = await db.LockAsync<Proposal>(request.ProposalId, cancellationToken);
        if (proposal is null)
            return Error.Of("proposal.not-found");
        if (!proposal.IsEditable)
            return Error.Of("proposal.already-submitted", ("number", proposal.Number));
        if (request.Version is { } seen && proposal.Version != seen)
            return Error.Of("version.stale", ("seen", seen), ("now", proposal.Version));
        var answer = string.IsNullOrWhiteSpace(request.Answer) ? null : request.Answer.Trim();
        if (answer is not null && instance is null)
            return Error.Of("proposal.nothing-to-answer");
        if (Incomplete(proposal) is { } incomplete)
            return incomplete;

        // Without a table nobody would be found to decide, and the case would stop half way.
        var now = clock.GetUtcNow().UtcDateTime;
        if ((await tables.InForceAsync(BerlinTime.DayOf(now), cancellationToken)).Error is { } nobodyDecides)
            return nobodyDecides;
        proposal.Number ??= await NumberAsync(now, cancellationToken);
        proposal.SubmittedAt = now;
        proposal.GrantedCents = null;
        await FreezeAsync(proposal, now, cancellationToken);
        await audit.RecordAsync(proposal.Id, "proposal.submitted", new { number = proposal.Number, cents = proposal.TotalCostCents, comment = answer, @for = OwnerFor(proposal) }, cancellationToken);
        return await CarryAsync(proposal, instance, answer, cancellationToken) is { } failed ? failed : proposal.Number;
    }

    private static Error? Incomplete(Proposal proposal)
    {
        var result = SubmissionRules.For(proposal.ImportReference is not null).Validate(ProposalContent.Parse(proposal.Content));
        return result.IsValid ? null : Error.Of("proposal.incomplete", ("count", result.Errors.Count)) with
        {
            Fields = result.Errors.GroupBy(failure => failure.PropertyName, StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => field.Select(failure => failure.CustomState as Error ?? Error.Of(failure.ErrorCode)).ToArray(), StringComparer.Ordinal),
        };
    }

    private async Task<string> NumberAsync(DateTime now, CancellationToken ct)
    {
        var year = BerlinTime.DayOf(now).Year;
        var next = await numbers.NextAsync($"proposal-{year}", ct);
        return string.Create(CultureInfo.InvariantCulture, $"GA-{year}-{next:0000}");
    }

    private async Task FreezeAsync(Proposal proposal, DateTime now, CancellationToken ct)
    {
        var earlier = await db.Set<ProposalVersion>().CountAsync(version => version.ProposalId == proposal.Id, ct);
        db.Add(new ProposalVersion { ProposalId = proposal.Id, Number = earlier + 1, SubmittedAt = now, SubmittedBy = scope.Actor.PersonId, Content = proposal.Content });
    }

    // Set when a deputy submits.
    private Guid? OwnerFor(Proposal proposal) => scope.Actor.PersonId != proposal.OwnerId && scope.Actor.DeputyFor.Contains(proposal.OwnerId) ? proposal.OwnerId : null;

    private async Task<Error?> CarryAsync(Proposal proposal, ProcessInstance? instance, string? answer, CancellationToken ct)
    {
        if (instance is null)
        {
            var started = await runner.StartAsync(SubmitProposal.DefinitionId, proposal.Id, [], ct);
            if (started.IsSuccess)
                proposal.InstanceId = started.Value.Id;
            return started.Error;
        }

        // A returned proposal waits in the owner's correction task: submitting is its answer.
        var task = await db.Set<InboxTask>().SingleOrDefaultAsync(row => row.InstanceId == instance.Id && row.IsOpen && row.Kind == TaskKind.Correction, ct);
        if (task?.BookmarkKey is not { } bookmark)
            return Error.Of("process.moved-on");
        task.CompletedBy = scope.Actor.PersonId;
        task.CompletedFor = OwnerFor(proposal);
        task.Outcome = "Resubmit";
        task.Comment = answer;
        return (await runner.ResumeAsync(instance, new Stimulus.ResumeBookmark(bookmark, ["Resubmit"], new JsonObject { ["Outcome"] = "Resubmit", ["Comment"] = answer }), ct)).Error;
    }
}
