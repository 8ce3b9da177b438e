namespace Governance.Ballots;

/// <summary>Reads the outcome of an agenda item as German minutes word it.</summary>
public static class OutcomeText
{
    private static readonly Dictionary<string, DecisionOutcome> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["beschlossen"] = DecisionOutcome.Adopted,
        ["zugestimmt"] = DecisionOutcome.Adopted,
        ["angenommen"] = DecisionOutcome.Adopted,
        ["Zustimmung"] = DecisionOutcome.Adopted,
        ["einverstanden"] = DecisionOutcome.Adopted,
        ["einstimmig beschlossen"] = DecisionOutcome.AdoptedUnanimously,
        ["einstimmig zugestimmt"] = DecisionOutcome.AdoptedUnanimously,
        ["einstimmig angenommen"] = DecisionOutcome.AdoptedUnanimously,
        ["mehrheitlich beschlossen"] = DecisionOutcome.AdoptedByMajority,
        ["mehrheitlich zugestimmt"] = DecisionOutcome.AdoptedByMajority,
        ["mehrheitlich angenommen"] = DecisionOutcome.AdoptedByMajority,
        ["zugestimmt zu geändertem Beschlusstext"] = DecisionOutcome.AdoptedAmended,
        ["einstimmig zugestimmt zu geändertem Beschlusstext"] = DecisionOutcome.AdoptedAmended,
        ["geändert beschlossen"] = DecisionOutcome.AdoptedAmended,
        ["mehrheitlich zugestimmt zu geändertem Beschlusstext"] = DecisionOutcome.AdoptedAmendedByMajority,
        ["teilweise zugestimmt"] = DecisionOutcome.AdoptedInPart,
        ["teilweise beschlossen"] = DecisionOutcome.AdoptedInPart,
        ["abgelehnt"] = DecisionOutcome.Rejected,
        ["Ablehnung"] = DecisionOutcome.Rejected,
        ["einstimmig abgelehnt"] = DecisionOutcome.RejectedUnanimously,
        ["mehrheitlich abgelehnt"] = DecisionOutcome.RejectedByMajority,
        ["bei Stimmengleichheit abgelehnt"] = DecisionOutcome.RejectedByTie,
        ["abgelehnt bei Stimmengleichheit"] = DecisionOutcome.RejectedByTie,
        ["Kenntnisnahme"] = DecisionOutcome.TakenNoteOf,
        ["zur Kenntnis genommen"] = DecisionOutcome.TakenNoteOf,
        ["verwiesen"] = DecisionOutcome.Referred,
        ["verwiesen in Fachausschuss"] = DecisionOutcome.Referred,
        ["verwiesen in den Gemeinderat"] = DecisionOutcome.Referred,
        ["Beratung im Fachgremium/Arbeitskreis"] = DecisionOutcome.Referred,
        ["vertagt"] = DecisionOutcome.Postponed,
        ["abgesetzt"] = DecisionOutcome.TakenOffAgenda,
        ["von der Tagesordnung abgesetzt"] = DecisionOutcome.TakenOffAgenda,
        ["zurückgezogen"] = DecisionOutcome.Withdrawn,
        ["erledigt"] = DecisionOutcome.Settled,
        ["vorberaten ohne Änderungen"] = DecisionOutcome.PreAdvisedUnchanged,
        ["vorberaten mit Änderungen"] = DecisionOutcome.PreAdvisedChanged,
        ["keine Abstimmung"] = DecisionOutcome.NotPutToVote,
    };

    /// <summary>The outcome, or <c>outcome.unknown</c>: a wording that is not listed is never guessed.</summary>
    public static Result<DecisionOutcome> Parse(string? text)
    {
        var words = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Known.TryGetValue(words, out var outcome) ? outcome : Error.Of("outcome.unknown", ("text", text ?? ""));
    }
}
