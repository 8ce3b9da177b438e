using Governance.Office;
using Governance.Proposals;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Card = Governance.Web.Ui.Charts.PipelineStage;
using Stage = Governance.Office.PipelineStage;

namespace Governance.Web.Pages.Office;

/// <summary>The stages of the procedure as cards: the usual ones always, the others when something stands there.</summary>
public static class StageCards
{
    private static readonly HashSet<ProposalStage> Usual =
        [ProposalStage.FormalCheck, ProposalStage.Opinions, ProposalStage.Hearing, ProposalStage.Decision, ProposalStage.Adopted];

    /// <summary>Cards in the order of the procedure.</summary>
    public static IReadOnlyList<Card> Stages(this TextCatalog texts, IReadOnlyList<Stage> stages, DateTime now) =>
        [.. Pipeline.Running.Where(stage => Usual.Contains(stage) || stages.Any(one => one.Stage == stage))
            .Select(stage => texts.Card(stage, stages.FirstOrDefault(one => one.Stage == stage), now))];

    private static Card Card(this TextCatalog texts, ProposalStage stage, Stage? known, DateTime now)
    {
        var (name, href) = (texts.Stage(stage), $"/proposals?stage={stage}");
        if (known is null)
            return new(name, href, 0, texts["Office.Pipeline.Empty"]);
        var days = CityWords.Days(known.OldestSince, now);
        return new(
            name, href, known.Count, Euro.Thousands(known.Cents), Pace: null, texts.Short(known.OldestNumber), $"/proposals/{known.OldestId}", texts.Count("Office.Days", days),
            days > GetControlRoom.StuckAfterDays ? texts["Office.Pipeline.Slow", GetControlRoom.StuckAfterDays] : null);
    }

    // "GA-2026-0139" is "Nr. 0139" where room is short.
    private static string? Short(this TextCatalog texts, string? number) => number is null ? null : texts["Office.Number", number[(number.LastIndexOf('-') + 1)..]];
}
