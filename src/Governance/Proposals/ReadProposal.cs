using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Gives the workflow the facts of the proposal that its decisions ask for.</summary>
[Activity("Governance.ReadProposal", Category = "Proposals", DisplayName = "Read proposal", Description = "Reads the facts of the proposal that later decisions ask for.")]
[Outcomes("Done")]
public sealed class ReadProposal(GovernanceDb db, ProposalOfCase proposals) : ProcessActivity
{
    /// <summary>Whether personal data are processed.</summary>
    [Output(Description = "True when personal data are processed.")]
    public bool PersonalData { get; set; }

    /// <summary>Total cost.</summary>
    [Output(Description = "Total cost in euro cents.")]
    public long TotalCostCents { get; set; }

    /// <summary>Who is to carry the decision out and by when.</summary>
    [Output(Description = "Who is to carry the decision out, carriedOutBy, and by when, doneBy as 2027-06-30 or empty.")]
    public JsonObject? Charge { get; set; }

    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var proposal = await proposals.OfAsync(step, ct);
        var content = ProposalContent.Parse(proposal.Content);
        PersonalData = content.PersonalData == true;
        TotalCostCents = proposal.TotalCostCents;
        var charge = Proposals.Charge.Of(content, content.Unit.Length > 0 ? "" : await db.Users.Where(person => person.Id == proposal.OwnerId).Select(person => person.FullName).SingleAsync(ct));
        Charge = new() { ["carriedOutBy"] = charge.CarriedOutBy, ["doneBy"] = charge.DoneBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "" };
        return HostResult.From(this, "Done");
    }
}
