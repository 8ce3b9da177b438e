using System.Globalization;
using Governance.Inbox;
using Governance.LifeAreas;
using Governance.Proposals;
using Governance.Texts;
using Governance.Web.Texts;
using Governance.Web.Ui.Fields;

namespace Governance.Web.Pages.Proposals;

/// <summary>Words for the codes that a proposal holds, in the language of the request.</summary>
public sealed class ProposalWords(TextCatalog texts)
{
    /// <summary>Kinds of cost in the order of a plan.</summary>
    public static IReadOnlyList<string> CostKinds { get; } = ["personnel", "material", "services", "investment", "other"];

    /// <summary>Sources of cover in the order of a plan.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["city", "state", "federal", "eu", "third-party"];

    /// <summary>A stage.</summary>
    public string Stage(ProposalStage stage) => texts[$"Proposals.Stage.{stage}"];

    /// <summary>Kind of the stage's badge, or null where a neutral chip is enough.</summary>
    public static string? Badge(ProposalStage stage) => stage switch
    {
        ProposalStage.Granted or ProposalStage.GrantedWithConditions => "success",
        ProposalStage.Returned => "warning",
        >= ProposalStage.Submitted and <= ProposalStage.Adopted or ProposalStage.Running or ProposalStage.Reports => "info",
        _ => null,
    };

    /// <summary>A life area; nothing while it is not chosen.</summary>
    public static string LifeArea(string code) => code.Length == 0 ? "" : Term("life-area", code);

    /// <summary>A ballot's outcome.</summary>
    public static string Outcome(string code) => Term("outcome", code);

    /// <summary>A kind of cost; codes of other systems show as themselves.</summary>
    public string Cost(string code) => CostKinds.Contains(code, StringComparer.Ordinal) ? texts[$"Proposals.Cost.{code}"] : code;

    /// <summary>A source of cover; codes of other systems show as themselves.</summary>
    public string Source(string code) => Sources.Contains(code, StringComparer.Ordinal) ? texts[$"Proposals.Source.{code}"] : code;

    /// <summary>Risk classes of the AI act that a city may choose from; <c>none</c> where no AI is used.</summary>
    public static IReadOnlyList<string> AiRiskClasses { get; } = ["none", "minimal", "limited", "high"];

    /// <summary>A risk class of the AI act; classes of other systems show as themselves.</summary>
    public string AiRisk(string code) => AiRiskClasses.Contains(code, StringComparer.Ordinal) ? texts[$"Proposals.AiRisk.{code}"] : code;

    /// <summary>Who is waited for, from an assignee's key; null for a person, whose name the answer will tell.</summary>
    public string? Waiting(string assignee) => Assignee.RoleOf(assignee) is { } role ? texts[$"Account.Role.{role}"] : null;

    /// <summary>Yes, no, or nothing while not answered.</summary>
    public string YesNo(bool? answer) => answer is { } known ? texts[$"Proposals.Answer.{known}"] : "";

    /// <summary>Label of a field.</summary>
    public string Field(string name) => texts[$"Proposals.Field.{name}"];

    /// <summary>A title, also of a draft that has none yet.</summary>
    public string Title(string title) => title.Length == 0 ? texts["Proposals.Untitled"] : title;

    /// <summary>The six life areas with their names.</summary>
    public static IReadOnlyList<Choice> LifeAreaChoices() => [.. LifeAreaCodes.All.Select(code => new Choice(code, LifeArea(code)))];

    /// <summary>Yes and no to choose from.</summary>
    public IReadOnlyList<Choice> YesNoChoices() => [new("True", YesNo(answer: true)), new("False", YesNo(answer: false))];

    private static string Term(string kind, string code) => new Term(kind, code).Render(CultureInfo.CurrentUICulture);
}
