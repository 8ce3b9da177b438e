using Governance.Audit.Checks;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit;

/// <summary>Recomputes from the rows what the program says of itself: balances, results, chains, what cases wait for. Changes
/// nothing, looks at one state of the database however long it takes, and holds a page of rows at a time.</summary>
public sealed record Verify : IQuery<Verification>, IRule<Verify>
{
    /// <inheritdoc />
    public static Who<Verify> Who => People.Who.Holds<Verify>(Role.Auditor, Role.Administrator);
}

/// <summary>What was checked and what was found.</summary>
/// <param name="Checks">Each check with the rows it looked at.</param>
public sealed record Verification(IReadOnlyList<Checked> Checks)
{
    /// <summary>Everything that should not be, in the order of the checks.</summary>
    public IEnumerable<Breach> Breaches => Checks.SelectMany(check => check.Breaches);

    /// <summary>True when nothing was found.</summary>
    public bool IsSound => Checks.All(check => check.Breaches.Count == 0);
}

/// <summary>One check.</summary>
/// <param name="Name">Stable: <c>budget-line-balances</c>.</param>
/// <param name="Rows">How many things it looked at.</param>
/// <param name="Breaches">What it found.</param>
public sealed record Checked(string Name, long Rows, IReadOnlyList<Breach> Breaches);

/// <summary>Something that should not be.</summary>
/// <param name="Code">Stable, dotted: <c>budget-line.balance-differs</c>.</param>
/// <param name="Facts">Which row, what it says and what it should say. Amounts are <see cref="Money"/>.</param>
public sealed record Breach(string Code, IReadOnlyDictionary<string, object?> Facts);

internal sealed class VerifyHandler(GovernanceDb db, DefinitionStore definitions) : IRequestHandler<Verify, Result<Verification>>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    // The order of a reader: money first, then decisions, then the record of both, then the machinery.
    private readonly ICheck[] _checks =
    [
        new BudgetLineBalances(), new BudgetLineLimits(), new LedgerSidesCheck(), new ProposalFunds(), new BallotResults(), new BallotVotes(),
        new AuditChains(), new ProposalStages(), new ProcessStates(), new ProcessWaits(), new OpenTasks(), new OpenBallots(), new Journals(), new PublishedTexts(), new CaseTriggers(definitions), new Replays(definitions), new MailKeys(),
    ];

    public async Task<Result<Verification>> Handle(Verify request, CancellationToken cancellationToken)
    {
        // A million tasks take half a minute in all; a slow disk must not end that with a timeout.
        db.Database.SetCommandTimeout(Longest);
        await using var snapshot = await VerifySnapshot.BeginAsync(db, cancellationToken);
        var results = new List<Checked>();
        foreach (var check in _checks)
        {
            var findings = new Findings();
            await check.RunAsync(db, findings, cancellationToken);
            results.Add(findings.Of(check));
        }

        return new Verification(results);
    }
}
