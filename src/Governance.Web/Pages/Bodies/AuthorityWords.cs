using System.Globalization;
using Governance.Bodies;
using Governance.Texts;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;

namespace Governance.Web.Pages.Bodies;

/// <summary>Rules of the authority table as sentences.</summary>
public sealed class AuthorityWords(AuthorityView view, TextCatalog texts)
{
    /// <summary>When the rule matches: "Über 25.000,00 € bis 100.000,00 €", further conditions behind it.</summary>
    public string When(AuthorityRule rule)
    {
        List<string> parts = [Range(rule.When.Total)];
        if (rule.When.LifeAreas.Count > 0)
            parts.Add(texts["Bodies.When.LifeAreas", string.Join(", ", rule.When.LifeAreas.Select(CityWords.LifeArea))]);
        if (rule.When.FundingSources.Count > 0)
            parts.Add(texts["Bodies.When.Sources", string.Join(", ", rule.When.FundingSources.Select(texts.Source))]);
        if (!rule.When.OwnShare.IsAny)
            parts.Add(texts["Bodies.When.OwnShare", Range(rule.When.OwnShare)]);
        if (!rule.When.FollowUpPerYear.IsAny)
            parts.Add(texts["Bodies.When.FollowUp", Range(rule.When.FollowUpPerYear)]);
        if (rule.When.Budgeted is { } budgeted)
            parts.Add(texts[budgeted ? "Bodies.When.Budgeted" : "Bodies.When.Unbudgeted"]);
        return string.Join("; ", parts);
    }

    /// <summary>Who decides.</summary>
    public string Decides(AuthorityRule rule) => Name(rule.DecidingBody);

    /// <summary>Who is heard before, in order, or nobody.</summary>
    public string Heard(AuthorityRule rule) => rule.HeardBefore.Count == 0 ? texts["Bodies.Nobody"] : string.Join(", ", rule.HeardBefore.Select(Name));

    /// <summary>Who is told, and from which amount on.</summary>
    public string Told(AuthorityRule rule) => rule.ReportTo.Count == 0
        ? texts["Bodies.Nobody"]
        : string.Join(", ", rule.ReportTo.Select(report => report.From is { } from ? texts["Bodies.ToldFrom", Name(report.Body), Euro.Format(from.Cents)] : Name(report.Body)));

    /// <summary>What a body has to do with a rule, as a sentence.</summary>
    public string Part(string body, AuthorityRule rule)
    {
        bool Means(string code) => code == body || (code == BodyCodes.CommitteeOfLifeArea && view.LifeAreasOf(body).Any());
        var when = When(rule);
        if (Means(rule.DecidingBody))
            return texts["Bodies.Part.Decides", when, Heard(rule), Told(rule)];
        return rule.HeardBefore.Any(Means) ? texts["Bodies.Part.Heard", when, Decides(rule)] : texts["Bodies.Part.Told", when, Decides(rule)];
    }

    private string Name(string code) => view.Bodies.TryGetValue(code, out var name) ? name.Here() : new Term("body", code).Render(CultureInfo.CurrentUICulture);

    private string Range(AmountRange range) => range switch
    {
        { Above: null, UpTo: null } => texts["Bodies.Range.Any"],
        { Above: null, UpTo: { } upTo } => texts["Bodies.Range.UpTo", Euro.Format(upTo.Cents)],
        { Above: { } above, UpTo: null } => texts["Bodies.Range.Above", Euro.Format(above.Cents)],
        { Above: { } above, UpTo: { } upTo } => texts["Bodies.Range.Between", Euro.Format(above.Cents), Euro.Format(upTo.Cents)],
    };
}
