using Governance.Ballots;
using Governance.Bodies;
using Governance.Documents;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>A proposal with all that was written and decided about it.</summary>
public sealed record GetProposal(Guid ProposalId) : IQuery<ProposalDetails>, IRule<GetProposal>
{
    /// <inheritdoc />
    public static Who<GetProposal> Who => ProposalAccess.Sees<GetProposal>(request => request.ProposalId);
}

/// <summary>A proposal for reading; amounts in euro cents, instants in UTC. <see cref="RouteReason"/>: reasons as JSON.</summary>
public sealed record ProposalDetails(
    Guid Id, int Version, string? Number, ProposalStage Stage, DateTime StageSince, DateTime CreatedAt, DateTime? SubmittedAt, string Owner, Guid OwnerId,
    ProposalContent Content, string? DecidingBody, string? RouteReason, long? GrantedCents, DateTime? ExecutableAt, bool IsMine, bool MayEdit, bool IsEditable,
    IReadOnlyList<DateTime> Submissions, IReadOnlyList<EarlierAnswer> Answers, IReadOnlyList<AttachmentLine> Attachments)
{
    /// <summary>What the deciding body is called; null before it is known.</summary>
    public LocalText? DecidingBodyName { get; init; }

    /// <summary>The resolution as the deciding body worded it last, where it changed the proposed one; else null.</summary>
    public string? AmendedResolution { get; init; }

    /// <summary>Who is to carry the decision out and by when, as proposed.</summary>
    public Charge Charge => Charge.Of(Content, Owner);

    /// <summary>True when it came from a paper of another system.</summary>
    public bool IsImported { get; init; }

    /// <summary>The task to correct a returned proposal, for who may; otherwise null.</summary>
    public OpenCorrection? Correction { get; init; }
}

/// <summary>The task to correct a returned proposal.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Asked">The return that it answers, or null when none gave reasons.</param>
/// <param name="Draft">The answer that the actor saved for later, or empty.</param>
public sealed record OpenCorrection(Guid TaskId, EarlierAnswer? Asked, string Draft);

/// <summary>A file of the proposal.</summary>
public sealed record AttachmentLine(Guid Id, string FileName, string MediaType, long Size, DateTime AddedAt);

internal sealed class GetProposalHandler(GovernanceDb db, CommandScope scope) : IRequestHandler<GetProposal, Result<ProposalDetails>>
{
    public async Task<Result<ProposalDetails>> Handle(GetProposal request, CancellationToken cancellationToken)
    {
        var found = await db.Set<Proposal>().AsNoTracking().Where(row => row.Id == request.ProposalId)
            .Join(db.Set<Person>(), row => row.OwnerId, person => person.Id, (row, person) => new
            {
                Proposal = row, person.FullName, Body = db.Set<Body>().Where(body => body.Code == row.DecidingBody).Select(body => new LocalText(body.NameDe, body.NameEn)).FirstOrDefault(),
                Wording = db.Set<Ballot>().Where(ballot => ballot.ProposalId == row.Id && ballot.Role == BallotRole.Decision && ballot.ClosedAt != null)
                    .OrderByDescending(ballot => ballot.Sequence).Select(ballot => ballot.Wording).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Error.Of("proposal.not-found");
        var proposal = found.Proposal;
        var submissions = await db.Set<ProposalVersion>().Where(row => row.ProposalId == proposal.Id).OrderBy(row => row.Number).Select(row => row.SubmittedAt).ToListAsync(cancellationToken);
        var attachments = await db.Set<Attachment>().Where(row => row.ProposalId == proposal.Id && row.RemovedAt == null).OrderBy(row => row.Sequence)
            .Select(row => new AttachmentLine(row.Id, row.FileName, row.MediaType, row.Size, row.AddedAt)).ToListAsync(cancellationToken);
        var answers = await EarlierAnswers.OfAsync(db, proposal.Id, cancellationToken);
        return new ProposalDetails(
            proposal.Id, proposal.Version, proposal.Number, proposal.Stage, proposal.StageSince, proposal.CreatedAt, proposal.SubmittedAt, found.FullName, proposal.OwnerId,
            ProposalContent.Parse(proposal.Content), proposal.DecidingBody, proposal.RouteReason, proposal.GrantedCents, proposal.ExecutableAt,
            proposal.OwnerId == scope.Actor.PersonId, MayEdit(proposal), proposal.IsEditable, submissions, answers, attachments)
        {
            DecidingBodyName = found.Body,
            AmendedResolution = found.Wording,
            IsImported = proposal.ImportReference is not null,
            Correction = proposal.Stage == ProposalStage.Returned && MayEdit(proposal) ? await CorrectionAsync(proposal, answers, cancellationToken) : null,
        };
    }

    private async Task<OpenCorrection?> CorrectionAsync(Proposal proposal, IReadOnlyList<EarlierAnswer> answers, CancellationToken ct)
    {
        var task = await db.Set<InboxTask>().Where(row => row.InstanceId == proposal.InstanceId && row.IsOpen && row.Kind == TaskKind.Correction).Select(row => new { row.Id, row.ActivityId }).SingleOrDefaultAsync(ct);
        if (task is null)
            return null;
        var asked = answers.LastOrDefault(answer => answer.ActivityId != task.ActivityId);
        return new(task.Id, asked?.Comment is null ? null : asked, (await TaskDraft.OfAsync(db, task.Id, scope.Actor.PersonId, ct))?.Comment ?? "");
    }

    // As ProposalAccess.Corrects.
    private bool MayEdit(Proposal proposal) => proposal.OwnerId == scope.Actor.PersonId
        || (proposal.Stage == ProposalStage.Returned && scope.Actor.DeputyFor.Contains(proposal.OwnerId));
}
