namespace Governance.Proposals;

/// <summary>Who is to carry a decision out and by when: part of the resolution that is put to the vote, and where the follow-up
/// (Beschlusskontrolle) begins.</summary>
/// <param name="CarriedOutBy">The responsible unit, or the owner where the proposal names none.</param>
/// <param name="DoneBy">The project's last day; null where a paper of another system named none.</param>
public sealed record Charge(string CarriedOutBy, DateOnly? DoneBy)
{
    /// <summary>As the proposal has it.</summary>
    public static Charge Of(ProposalContent content, string owner) => new(content.Unit.Length > 0 ? content.Unit : owner, content.End);
}
