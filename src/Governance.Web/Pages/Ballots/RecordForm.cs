using Governance.Ballots;
using Governance.Web.Pages.Proposals;
using Governance.Web.Ui.Fields;

namespace Governance.Web.Pages.Ballots;

/// <summary>What the minutes say about an item, as it is typed.</summary>
public sealed class RecordForm
{
    /// <summary>As worded.</summary>
    public DecisionOutcome? Outcome { get; set; }

    /// <summary>How the minutes give the votes.</summary>
    public CountEntry Counting { get; set; }

    /// <summary>Voting members in the room, the recused included.</summary>
    public int? Present { get; set; }

    /// <summary>Yes votes, with full counts.</summary>
    public int? Yes { get; set; }

    /// <summary>No votes.</summary>
    public int? No { get; set; }

    /// <summary>Abstentions.</summary>
    public int? Abstain { get; set; }

    /// <summary>Conflicts of interest.</summary>
    public int? Recused { get; set; }

    /// <summary>Present, but did not vote.</summary>
    public int? NotVoting { get; set; }

    /// <summary>Expert citizens among those taking part, in committees.</summary>
    public int? ExpertCitizens { get; set; }

    /// <summary>True when fewer took part than the quorum takes and nobody established the lack.</summary>
    public bool LackNotEstablished { get; set; }

    /// <summary>Sum granted where the body changed it.</summary>
    [Euro]
    public long? GrantedCents { get; set; }

    /// <summary>The resolution as the body worded it, where it was amended or adopted in part.</summary>
    public string? Wording { get; set; }

    /// <summary>Code of the body where it was referred.</summary>
    public string? ReferredTo { get; set; }

    /// <summary>True when votes were typed although the minutes are said to give none.</summary>
    public bool IgnoresCounts => Counting == CountEntry.None && (Present ?? Yes ?? No ?? Abstain ?? Recused ?? NotVoting ?? ExpertCitizens) is not null;

    /// <summary>The use case.</summary>
    public RecordBallotResult ToRequest(Guid ballot) => new(
        ballot, Outcome!.Value,
        Counting == CountEntry.None ? null : new RecordedCounts(
            Present ?? 0, Counting == CountEntry.Full ? Yes ?? 0 : null, No ?? 0, Abstain ?? 0, Recused ?? 0, NotVoting ?? 0, ExpertCitizens, LackNotEstablished),
        GrantedCents, string.IsNullOrEmpty(ReferredTo) ? null : ReferredTo, string.IsNullOrWhiteSpace(Wording) ? null : Wording.Text());

    /// <summary>The fields that the way of counting needs and that are empty.</summary>
    public IEnumerable<string> Missing()
    {
        if (Outcome is null)
            yield return nameof(Outcome);
        if (Counting != CountEntry.None && Present is null)
            yield return nameof(Present);
        if (Counting == CountEntry.Full && Yes is null)
            yield return nameof(Yes);
        if (Counting != CountEntry.None && No is null)
            yield return nameof(No);
        if (Outcome == DecisionOutcome.Referred && string.IsNullOrEmpty(ReferredTo))
            yield return nameof(ReferredTo);
        if (Outcome?.IsChanged() == true && string.IsNullOrWhiteSpace(Wording))
            yield return nameof(Wording);
    }
}

/// <summary>How minutes give the votes.</summary>
public enum CountEntry
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>In full.</summary>
    Full,

    /// <summary>Only the dissent; the yes votes follow from the rest.</summary>
    Dissent,
}
