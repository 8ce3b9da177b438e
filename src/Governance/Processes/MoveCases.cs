using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Moves chosen running cases to another version of their workflow, each with an entry in its history: what the dry run said of it at that
/// instant. A case that cannot be moved stays where it is, is counted, and its history says why; one that ended or was moved meanwhile is counted.
/// The history of the version keeps the list of all of them (<see cref="MoveRecord"/>).</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="From">The version that they run on.</param>
/// <param name="To">The version that they are to run on.</param>
/// <param name="Cases">Which, at most <see cref="PreviewMove.MostCases"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveCases(string DefinitionId, int From, int To, IReadOnlyList<Guid> Cases, string Reason) : ICommand<CasesMoved>, IRule<MoveCases>
{
    /// <inheritdoc />
    public static Who<MoveCases> Who => People.Who.Holds<MoveCases>(Role.Administrator);
}

/// <summary>What came of it.</summary>
/// <param name="Moved">How many were moved.</param>
/// <param name="Stayed">How many could not be moved (any more).</param>
public sealed record CasesMoved(int Moved, int Stayed);

internal sealed class MoveCasesValidator : AbstractValidator<MoveCases>
{
    public MoveCasesValidator()
    {
        RuleFor(request => request.To).NotEqual(request => request.From).WithErrorCode("input.unknown");
        RuleFor(request => request.Reason).NotEmpty().WithErrorCode("input.required").MaximumLength(2000).WithErrorCode("input.too-long");
        RuleFor(request => request.Cases).NotEmpty().WithErrorCode("input.required").Must(cases => cases.Count <= PreviewMove.MostCases).WithErrorCode("input.too-many");
    }
}

internal sealed class MoveCasesHandler(GovernanceDb db, DefinitionStore definitions, CaseTrials trials, AuditTrail audit, TimeProvider clock) : IRequestHandler<MoveCases, Result<CasesMoved>>
{
    private const int LongestValue = 200;

    public async Task<Result<CasesMoved>> Handle(MoveCases request, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(db, request.DefinitionId, request.From, cancellationToken) is not { } from
            || await definitions.FindAsync(db, request.DefinitionId, request.To, cancellationToken) is not { } to)
            return Error.Of("process.not-found");
        var chosen = request.Cases.Distinct().Order().ToArray();
        var tried = await TriedAsync(request, chosen, to, cancellationToken);
        var record = new MoveRecord(request.From, request.To, request.Reason.Trim(), []);
        var told = new List<MovedCase>();

        // In one order everywhere, so that two administrators do not wait for each other.
        foreach (var id in chosen)
        {
            if (await db.LockAsync<ProcessInstance>(id, cancellationToken) is not { } instance)
                continue;
            if (instance.Status != ProcessStatus.Suspended || instance.DefinitionId != request.DefinitionId || instance.DefinitionNumber != request.From)
            {
                told.Add(new(MoveResult.Gone, HasMovedOn: true, Untold(id, request.From)));
                continue;
            }

            // What was tried is told of a case that still stands where it stood then.
            var now = tried.TryGetValue(id, out var found) && found.JournalLength == instance.JournalLength ? found.Case : null;
            var move = StateMove.Of(WorkflowState.Parse(instance.State), from, to);
            told.Add(new(move.State is null ? MoveResult.Stayed : MoveResult.Moved, now is null, (now ?? Untold(id, request.From)) with { Obstacles = move.Obstacles }));
            if (move.State is not { } state)
            {
                await audit.RecordAsync(instance.SubjectId, "case.not-moved", Stayed(record, move.Obstacles[0]), cancellationToken);
                continue;
            }

            instance.State = state.ToJson();
            instance.DefinitionNumber = request.To;
            var step = JournalStep.OfMove(instance.Id, move, clock.GetUtcNow(), request.From, request.To);
            db.Add(step);
            instance.JournalLength = step.Last;
            await audit.RecordAsync(instance.SubjectId, "case.moved", Moved(record, [.. state.Bookmarks.Select(mark => ProcessMap.NameOf(to, mark.ActivityId)).Distinct()], now), cancellationToken);
        }

        record = record with { Cases = await NumberedAsync(told, cancellationToken) };
        var version = await db.Locked<PublishedDefinition>().SingleAsync(row => row.DefinitionId == request.DefinitionId && row.Number == request.To, cancellationToken);
        await audit.RecordAsync(version.Id, MoveRecord.Action, record.ToFacts(), cancellationToken);
        return new CasesMoved(record.Moved, chosen.Length - record.Moved);
    }

    // Before any of them is locked: what is tried reads in a context of its own, and would wait for ever for a row that this command holds.
    private async Task<IReadOnlyDictionary<Guid, (long JournalLength, TriedCase Case)>> TriedAsync(MoveCases request, Guid[] chosen, WorkflowDefinition to, CancellationToken ct)
    {
        var rows = await db.Set<ProcessInstance>().AsNoTracking()
            .Where(row => chosen.Contains(row.Id) && row.DefinitionId == request.DefinitionId && row.DefinitionNumber == request.From && row.Status == ProcessStatus.Suspended).ToListAsync(ct);
        return (await trials.OfAsync(rows, to, ct)).Zip(rows).ToDictionary(pair => pair.Second.Id, pair => ((long)pair.Second.JournalLength, pair.First));
    }

    // People know a case by its Aktenzeichen.
    private async Task<IReadOnlyList<MovedCase>> NumberedAsync(List<MovedCase> told, CancellationToken ct)
    {
        var ids = told.ConvertAll(one => one.Tried.InstanceId);
        var numbers = await db.Set<ProcessInstance>().AsNoTracking().Where(row => ids.Contains(row.Id))
            .Join(db.Set<Proposal>(), row => row.SubjectId, proposal => proposal.Id, (row, proposal) => new { row.Id, proposal.Number }).ToDictionaryAsync(row => row.Id, row => row.Number, ct);
        return told.ConvertAll(one => one with { Tried = Shortened(one.Tried) with { Number = numbers.GetValueOrDefault(one.Tried.InstanceId) } });
    }

    private static TriedCase Untold(Guid id, int version) => new(id, Number: null, version, IsRunning: true, Verdict: null, []);

    private static TriedCase Shortened(TriedCase tried) => tried with
    {
        Differences = [.. tried.Differences.Select(one => one with { What = one.What with { Before = Short(one.What.Before), After = Short(one.What.After) } })],
    };

    // The line of the dry run, as it was when the case was moved.
    private static object Moved(MoveRecord record, IReadOnlyList<LocalText> waits, TriedCase? tried) => new
    {
        from = record.From, to = record.To, reason = record.Reason, waits, tried = tried is null ? "MovedOn" : tried.Verdict?.ToString() ?? "Unreadable",
        differences = tried?.Differences.Select(one => new { activity = one.What.ActivityId, change = one.What.Change.ToString(), input = one.What.Input, before = Short(one.What.Before), after = Short(one.What.After) }),
        closes = tried?.Closes, opens = tried?.Opens, deadlines = tried?.Deadlines.Select(one => new { activity = one.Activity, @is = one.Is, wouldBe = one.WouldBe }),
    };

    private static object Stayed(MoveRecord record, MoveObstacle obstacle) => new
    {
        from = record.From, to = record.To, reason = record.Reason, problem = obstacle.Problem.ToString(), at = obstacle.ActivityId, type = obstacle.ActivityType, detail = obstacle.Detail,
    };

    private static string? Short(string? value) => value is { Length: > LongestValue } ? string.Concat(value.AsSpan(0, LongestValue), " …") : value;
}
