using Governance.Texts;

namespace Governance.Bodies;

/// <summary>An earlier proposal of the same project.</summary>
/// <param name="Reference">How people know it, for example its number.</param>
/// <param name="SubmittedOn">Day of submission.</param>
/// <param name="Total">Total cost in euro.</param>
/// <param name="IsVoid">True when it was withdrawn or rejected, so that it costs nothing.</param>
public sealed record EarlierProposal(string Reference, DateOnly SubmittedOn, Money Total, bool IsVoid = false);

/// <summary>Whether an earlier proposal counts, and why.</summary>
public sealed record ConsideredProposal(EarlierProposal Proposal, bool Counts, Reason Reason);

/// <summary>The amount that decides on authority: proposals of one project within 12 months add up, so that splitting a project
/// does not keep it below a limit.</summary>
/// <param name="Total">The proposal and those that count.</param>
/// <param name="Considered">Every earlier proposal in the order of submission.</param>
/// <param name="Reason">How the total came about.</param>
public sealed record AuthorityAmount(Money Total, IReadOnlyList<ConsideredProposal> Considered, Reason Reason)
{
    private const int Months = 12;

    /// <summary>Adds up a proposal submitted on <paramref name="submittedOn"/> and the earlier ones of its project.</summary>
    public static AuthorityAmount Of(Money amount, DateOnly submittedOn, IEnumerable<EarlierProposal> earlier)
    {
        var considered = earlier.OrderBy(e => e.SubmittedOn).Select(e => Consider(e, submittedOn)).ToList();
        var counted = considered.Where(c => c.Counts).ToList();
        var total = amount + Money.Sum(counted.Select(c => c.Proposal.Total));
        var reason = counted.Count == 0
            ? Reason.Of("authority-amount.alone", ("total", total))
            : Reason.Of(
                "authority-amount.added-up",
                ("total", total),
                ("amount", amount),
                ("count", counted.Count),
                ("references", counted.Select(c => c.Proposal.Reference).ToArray()));
        return new AuthorityAmount(total, considered, reason);
    }

    private static ConsideredProposal Consider(EarlierProposal earlier, DateOnly submittedOn)
    {
        // The twelve months end with the day of the same number (BGB § 188 (2)), which still belongs to them.
        var lastDay = earlier.SubmittedOn.AddMonths(Months);
        var code = earlier switch
        {
            { IsVoid: true } => "authority-amount.void",
            _ when earlier.SubmittedOn > submittedOn => "authority-amount.later",
            _ when lastDay < submittedOn => "authority-amount.too-old",
            _ => "authority-amount.counts",
        };
        var reason = new Reason(code, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["reference"] = earlier.Reference,
            ["amount"] = earlier.Total,
            ["submittedOn"] = earlier.SubmittedOn,
            ["lastDay"] = lastDay,
        });
        return new ConsideredProposal(earlier, code == "authority-amount.counts", reason);
    }
}
