using Governance.Deadlines;
using Governance.LifeAreas;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Council papers become proposals. All lines are stored in one transaction or none is; then, when asked, each is submitted
/// by a command of its own. Sent again after an interruption, the same file goes on where it stopped.</summary>
/// <param name="File">The CSV as it lies on the disk: UTF-8, columns of <see cref="ImportPaperColumns"/>.</param>
/// <param name="OwnerId">Who is responsible for the proposals; null: the first person appointed to the Stabsstelle.</param>
/// <param name="Submit">True to submit them too.</param>
/// <param name="DryRun">True to check only.</param>
/// <param name="LifeArea">Leading life area of lines that name none; papers of other systems do not know the six.</param>
public sealed record ImportPapers(ReadOnlyMemory<byte> File, Guid? OwnerId = null, bool Submit = false, bool DryRun = false, string LifeArea = LifeAreaCodes.Society)
    : IJob<PaperImport>, IRule<ImportPapers>
{
    /// <inheritdoc />
    public static Who<ImportPapers> Who => People.Who.Holds<ImportPapers>(Role.Office, Role.Administrator);
}

/// <summary>What an import did. Nothing was stored when <see cref="Refused"/> names a line.</summary>
/// <param name="Lines">Papers in the file, wrong ones included.</param>
/// <param name="Imported">Drafts stored by this run.</param>
/// <param name="Submitted">Proposals submitted by this run.</param>
/// <param name="AlreadySubmitted">Proposals that an earlier, interrupted run of the same file had submitted.</param>
/// <param name="Refused">Every reason why the file was refused, in the order of its lines.</param>
/// <param name="NotSubmitted">Papers whose draft is stored but whose submission was refused.</param>
public sealed record PaperImport(int Lines, int Imported, int Submitted, int AlreadySubmitted, IReadOnlyList<RefusedLine> Refused, IReadOnlyList<RefusedLine> NotSubmitted);

/// <summary>Why a line was refused.</summary>
/// <param name="Line">Physical line of the file where the paper begins, 1 is the header's.</param>
/// <param name="Reason">A stable code, and the facts: <c>column</c>, <c>value</c> (shortened) and what the code needs.</param>
public sealed record RefusedLine(int Line, Error Reason);

internal sealed class ImportPapersHandler(GovernanceDb db, IMediator mediator, TimeProvider clock) : IRequestHandler<ImportPapers, Result<PaperImport>>
{
    public async Task<Result<PaperImport>> Handle(ImportPapers request, CancellationToken cancellationToken)
    {
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        if (await OwnerAsync(request.OwnerId, today, cancellationToken) is not { } owner)
            return Error.Of("import.unknown-owner", ("owner", request.OwnerId));
        var read = ImportPaperFile.Read(request.File, today.Year, request.LifeArea);
        var known = await ImportedPapers.FindAsync(db, read.Papers, cancellationToken);
        var resumes = request.Submit && read.Refused.Count == 0 && ImportedPapers.IsAllOf(read.Papers, known);
        var refused = resumes ? read.Refused : [.. read.Refused.Concat(ImportedPapers.Refuse(read.Papers, known)).OrderBy(line => line.Line)];
        var result = new PaperImport(read.Lines, 0, 0, 0, refused, []);
        if (refused.Count > 0 || request.DryRun)
            return result;

        if (!resumes)
        {
            var stored = await mediator.Send(new StoreImportedPapers(read.Papers, owner), cancellationToken);
            if (!stored.IsSuccess)
                return stored.Error;
            if (stored.Value.Count > 0)
                return result with { Refused = stored.Value };
            result = result with { Imported = read.Papers.Count };
        }

        return request.Submit ? await SubmitAsync(read.Papers, result, cancellationToken) : result;
    }

    private async Task<PaperImport> SubmitAsync(IReadOnlyList<ImportedPaper> papers, PaperImport result, CancellationToken ct)
    {
        var stored = await ImportedPapers.FindAsync(db, papers, ct);
        var refused = new List<RefusedLine>();
        foreach (var paper in papers)
        {
            var proposal = stored[paper.Reference];
            if (proposal.Stage != ProposalStage.Draft)
            {
                result = result with { AlreadySubmitted = result.AlreadySubmitted + 1 };
                continue;
            }

            var submitted = await mediator.Send(new SubmitProposal(proposal.Id, proposal.Version), ct);
            if (submitted.IsSuccess)
                result = result with { Submitted = result.Submitted + 1 };
            else
                refused.Add(new RefusedLine(paper.Line, submitted.Error));
        }

        return result with { NotSubmitted = refused };
    }

    private async Task<Guid?> OwnerAsync(Guid? named, DateOnly today, CancellationToken ct) => named is { } id
        ? await db.Set<Person>().AnyAsync(person => person.Id == id, ct) ? id : null
        : await db.Set<Appointment>().Where(row => row.Role == Role.Office && row.From <= today && (row.Until == null || row.Until >= today))
            .OrderBy(row => row.Sequence).Select(row => (Guid?)row.PersonId).FirstOrDefaultAsync(ct);
}
