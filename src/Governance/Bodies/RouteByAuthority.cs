using System.Text.Json;
using Governance.Deadlines;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>Looks up who decides in the authority table that was in force when the proposal was submitted, and keeps why.</summary>
[Activity("Governance.RouteByAuthority", Category = "Bodies", DisplayName = "Route by authority", Description = "Finds the deciding body, the bodies heard before and those reported to, and keeps rule, version and inputs.")]
[Outcomes("Office", "Body")]
public sealed class RouteByAuthority(GovernanceDb db, ProposalOfCase proposals, AuthorityTables tables) : ProcessActivity
{
    private static readonly CompiledListQuery<string[], BodyName> NamesOf = new((db, codes) =>
        db.Set<Body>().Where(body => codes.Contains(body.Code)).Select(body => new BodyName(body.Code, new LocalText(body.NameDe, body.NameEn))));

    private static readonly CompiledListQuery<string, Guid, OfProject> OthersOf = new((db, project, proposal) => db.Set<Proposal>().AsNoTracking()
        .Where(other => other.ProjectKey == project && other.Id != proposal && other.SubmittedAt != null)
        .Select(other => new OfProject(other.Number, other.SubmittedAt!.Value, other.TotalCostCents, other.Stage)));

    /// <summary>Who decides.</summary>
    [Output(Description = "Code of the deciding body.")]
    public string DecidingBody { get; set; } = "";

    /// <summary>Heard before.</summary>
    [Output(Description = "Codes of the bodies heard before, in order; the office's own recommendation stands for the office.")]
    public string[] HearingBodies { get; set; } = [];

    /// <summary>Reported to.</summary>
    [Output(Description = "Codes of the bodies that the decision is reported to.")]
    public string[] ReportTo { get; set; } = [];

    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var proposal = await proposals.OfAsync(step, ct);
        var submittedOn = BerlinTime.DayOf(proposal.SubmittedAt ?? step.Now);
        var table = await tables.InForceAsync(submittedOn, ct);
        if (!table.IsSuccess)
            return step.Refused(table.Error!);
        var amount = AuthorityAmount.Of(new Money(proposal.TotalCostCents), submittedOn, await EarlierAsync(proposal, ct));
        var decided = table.Value.Decide(InputOf(proposal, amount.Total));
        if (!decided.IsSuccess)
            return step.Refused(decided.Error!);

        var decision = decided.Value;
        proposal.DecidingBody = DecidingBody = decision.DecidingBody;
        HearingBodies = [.. decision.HeardBefore.Where(body => body != BodyCodes.Office)];
        ReportTo = [.. decision.ReportTo];
        var names = (await NamesOf.AskAsync(db, [DecidingBody, .. decision.HeardBefore, .. ReportTo], ct)).ToDictionary(body => body.Code, body => body.Name, StringComparer.Ordinal);
        proposal.RouteReason = ReasonJson.Serialize([.. decision.Reasons.Select(reason => reason.Named(names)), amount.Reason]);
        return HostResult.From(this, DecidingBody == BodyCodes.Office ? "Office" : "Body");
    }

    private async Task<List<EarlierProposal>> EarlierAsync(Proposal proposal, CancellationToken ct) =>
        proposal.ProjectKey is not { } project
            ? []
            : [.. (await OthersOf.AskAsync(db, project, proposal.Id, ct)).Select(other => new EarlierProposal(
                other.Number ?? "", BerlinTime.DayOf(other.SubmittedAt), new Money(other.TotalCostCents), other.Stage is ProposalStage.Rejected or ProposalStage.Withdrawn))];

    private static AuthorityInput InputOf(Proposal proposal, Money total)
    {
        var content = ProposalContent.Parse(proposal.Content);
        return new AuthorityInput(total)
        {
            LifeArea = proposal.LifeArea,
            FundingSource = content.Cover.GroupBy(item => item.Source, StringComparer.Ordinal).MaxBy(source => source.Sum(item => item.Cents))?.Key,
            OwnShare = Money.Sum(content.Cover.Where(item => item.Source == "city").Select(item => new Money(item.Cents))),
            FollowUpPerYear = new Money(content.Finance.YearlyFollowUpCents ?? 0),
            Budgeted = content.Finance.Budgeted is { } budgeted ? budgeted == BudgetState.Fully : null,
        };
    }

    private sealed record OfProject(string? Number, DateTime SubmittedAt, long TotalCostCents, ProposalStage Stage);
}
