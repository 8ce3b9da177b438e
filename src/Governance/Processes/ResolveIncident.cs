using System.Text.Encodings.Web;
using System.Text.Json;
using FluentValidation;
using Governance.Audit;
using Governance.Notifications;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>An administrator decides about a case that an error has stopped: the activity is tried again, the case goes on as if it had
/// completed, or the case ends. Answers with whether an error stopped it again.</summary>
/// <param name="IncidentId">Which.</param>
/// <param name="Act">What is done.</param>
/// <param name="Outcome">With which outcome the case goes on, for <see cref="IncidentAct.Skip"/>.</param>
/// <param name="Reason">Why; stands in the case's history.</param>
public sealed record ResolveIncident(Guid IncidentId, IncidentAct Act, string? Outcome, string Reason) : ICommand<IncidentResolved>, IRule<ResolveIncident>
{
    /// <inheritdoc />
    public static Who<ResolveIncident> Who => People.Who.Holds<ResolveIncident>(Role.Administrator);
}

/// <summary>What can be done about an incident.</summary>
public enum IncidentAct
{
    /// <summary>Noch einmal versuchen: after what was wrong has been mended.</summary>
    Retry,

    /// <summary>Überspringen: goes on as if the activity had completed with the outcome.</summary>
    Skip,

    /// <summary>Beenden: the case ends; only before its decision.</summary>
    Cancel,
}

/// <summary>What came of it.</summary>
/// <param name="StoppedAgain">True when the same or a later activity failed.</param>
public sealed record IncidentResolved(bool StoppedAgain);

internal sealed class ResolveIncidentValidator : AbstractValidator<ResolveIncident>
{
    public ResolveIncidentValidator()
    {
        RuleFor(request => request.Reason).NotEmpty().WithErrorCode("input.required").MaximumLength(2000).WithErrorCode("input.too-long");
        RuleFor(request => request.Act).IsInEnum().WithErrorCode("input.unknown");
        RuleFor(request => request.Outcome).NotEmpty().When(request => request.Act == IncidentAct.Skip).WithErrorCode("input.required");
    }
}

internal sealed class ResolveIncidentHandler(GovernanceDb db, ProcessRunner runner, DefinitionStore definitions, EndOfCase end, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<ResolveIncident, Result<IncidentResolved>>
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Result<IncidentResolved>> Handle(ResolveIncident request, CancellationToken cancellationToken)
    {
        var instanceId = await db.Set<Incident>().Where(row => row.Id == request.IncidentId).Select(row => (Guid?)row.InstanceId).SingleOrDefaultAsync(cancellationToken);
        var cases = instanceId is { } any && request.Act == IncidentAct.Cancel ? await ChildCases.LockTreeAsync(db, any, cancellationToken) : [];
        if (instanceId is not { } id || await db.LockAsync<ProcessInstance>(id, cancellationToken) is not { } instance)
            return Error.Of("incident.not-found");
        var incident = await db.Set<Incident>().SingleAsync(row => row.Id == request.IncidentId, cancellationToken);
        if (incident.ResolvedAt is not null)
            return Error.Of("incident.already-resolved");

        var done = request.Act switch
        {
            IncidentAct.Retry => await runner.ResumeAsync(instance, new Stimulus.RetryIncident(incident.Key), cancellationToken),
            IncidentAct.Skip => await SkipAsync(instance, incident, request.Outcome!, cancellationToken),
            _ => await EndAsync(ChildCases.EndingWith(cases, id), request.Reason.Trim(), cancellationToken),
        };
        if (done.Error is { } refused)
            return refused;
        await audit.RecordAsync(
            instance.SubjectId, Actions[request.Act],
            new { activity = incident.ActivityId, message = incident.Message, outcome = request.Act == IncidentAct.Skip ? request.Outcome : null, reason = request.Reason.Trim() }, cancellationToken);
        return new IncidentResolved(db.Set<Incident>().Local.Any(row => row.InstanceId == instance.Id && row.ResolvedAt is null));
    }

    private static readonly Dictionary<IncidentAct, string> Actions = new()
    {
        [IncidentAct.Retry] = "incident.retried", [IncidentAct.Skip] = "incident.skipped", [IncidentAct.Cancel] = "incident.cancelled",
    };

    private async Task<Result> SkipAsync(ProcessInstance instance, Incident incident, string outcome, CancellationToken ct)
    {
        var definition = await definitions.GetAsync(db, instance.DefinitionId, instance.DefinitionNumber, ct);

        // An outcome by which nothing leaves the activity would end the case without a decision.
        return definition.Find(incident.ActivityId)?.PossibleOutcomes is { } known && !known.Contains(outcome, StringComparer.Ordinal)
            ? Error.Of("incident.unknown-outcome", ("outcome", outcome), ("known", known))
            : await runner.ResumeAsync(instance, new Stimulus.SkipIncident(incident.Key, [outcome]), ct);
    }

    private async Task<Result> EndAsync(IReadOnlyList<ProcessInstance> cases, string reason, CancellationToken ct)
    {
        // One that was begun beside the proposal's own changes nothing of the proposal by its end.
        if (cases.Count == 0)
            return Error.Of("process.moved-on");
        if (cases[0].IsAboutItself || cases[0].ParentId is not null)
            return await end.EndAsync(cases, ct);
        var proposal = await db.LockAsync<Proposal>(cases[0].SubjectId, ct);
        if (proposal is null || !EndOfCase.IsPossible(proposal))
            return Error.Of("incident.decided");
        var ended = await end.EndAsync(cases, proposal, ct);
        if (!ended.IsSuccess)
            return ended;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new OutgoingMail
        {
            PersonId = proposal.OwnerId,
            Template = "process.notice",
            Facts = JsonSerializer.Serialize(
                new
                {
                    link = $"/proposals/{proposal.Id}", number = proposal.Number, title = proposal.Title, subject = LocalText.Of("incident.ended-subject"), text = Text(reason),
                }, Json),
            Key = $"{cases[0].Id:N}:ended",
            CreatedAt = now,
            NextAttemptAt = now,
        });
        return Result.Success;
    }

    private static LocalText Text(string reason)
    {
        var text = LocalText.Of("incident.ended-text");
        return new(text.De.Replace("{reason}", reason, StringComparison.Ordinal), text.En.Replace("{reason}", reason, StringComparison.Ordinal));
    }
}
