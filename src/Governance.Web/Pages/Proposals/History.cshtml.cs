using System.Globalization;
using Governance.Inbox;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using Governance.Web.Hosting;
using Governance.Web.Pages.Inbox;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Route = Governance.Processes.Route;

namespace Governance.Web.Pages.Proposals;

/// <summary>Everything that was done to a proposal, newest first, in sentences.</summary>
public sealed class HistoryModel(IMediator mediator, ProposalWords words, TextCatalog texts) : ProposalPage(mediator, words)
{
    private Route? _route;
    private IReadOnlyList<OtherCase> _others = [];

    /// <inheritdoc />
    public override string Tab => "history";

    /// <summary>The entries.</summary>
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        _route = await ReadRouteAsync(ct);
        _others = await Mediator.Send(new ListOtherCases(Id), ct) is { IsSuccess: true } others ? others.Value : [];
        var found = await Mediator.Send(new GetHistory(Id), ct);
        if (found.Error is { } error)
            return this.Refused(error);
        Entries = [.. found.Value.Reverse()];
        return Page();
    }

    /// <summary>What happened, in a few words.</summary>
    public string Heading(HistoryEntry entry) => texts[texts.Has($"Proposals.Audit.{entry.Action}") ? $"Proposals.Audit.{entry.Action}" : "Proposals.Audit.Other"];

    /// <summary>The facts of it; empty when there is nothing to add.</summary>
    public string Sentence(HistoryEntry entry)
    {
        var key = $"Proposals.AuditFacts.{entry.Action}";
        return texts.Has(key) ? FactText.Fill(texts[key], Facts(entry)).Trim() : "";
    }

    // Ids and codes become what people know them by.
    private Dictionary<string, object?> Facts(HistoryEntry entry)
    {
        var facts = new Dictionary<string, object?>(FactText.Read(entry.Facts), StringComparer.Ordinal);
        var answer = entry.Action == "task.completed" ? Answer(entry, facts) : null;
        if (facts.GetValueOrDefault("cents") is long cents)
            facts["cents"] = Euro.Format(cents);
        if (facts.GetValueOrDefault("ballot") is string ballot)
            facts["ballot"] = Ballots.FirstOrDefault(one => $"{one.Id}" == ballot)?.Body.In(CultureInfo.CurrentUICulture);
        if (facts.GetValueOrDefault("outcome") is string outcome)
            facts["outcome"] = entry.Action == "task.completed" ? answer?.Answer?.In(CultureInfo.CurrentUICulture) ?? outcome : ProposalWords.Outcome(outcome);
        if (facts.GetValueOrDefault("activity") is string activity)
            facts["activity"] = Label(activity)?.In(CultureInfo.CurrentUICulture) ?? activity;
        if (facts.GetValueOrDefault("reason") is string reason)
            facts["reason"] = texts["Proposals.Quote", reason];
        if (facts.GetValueOrDefault("tried") is string tried)
            facts["tried"] = texts[$"Admin.Try.Verdict.{tried}"];

        // Of moves before the dry run was kept nothing is known.
        foreach (var kept in new[] { "waits", "tried" })
            facts.TryAdd(kept, null);
        if (facts.GetValueOrDefault("problem") is string problem)
            facts["obstacle"] = texts[$"Admin.Move.Problem.{problem}", facts.GetValueOrDefault("at") is string at ? Label(at)?.In(CultureInfo.CurrentUICulture) ?? at : "", facts.GetValueOrDefault("type") ?? "", facts.GetValueOrDefault("detail") ?? ""];
        if (entry.Action == "decision.objection")
        {
            facts["kind"] = texts[$"Objections.Kind.{facts.GetValueOrDefault("kind")}"];
            facts["onBehalfOf"] = facts.GetValueOrDefault("onBehalfOf") is string mayor ? $" – {texts["Objections.ForMayor", mayor]}" : "";
            facts["suspends"] = facts.GetValueOrDefault("suspends") is true ? $" – {texts["Objections.Suspended"]}" : "";
        }

        facts["data"] = answer?.Data is { Count: > 0 } given
            ? " – " + string.Join(" · ", given.Select(one => texts["Inbox.Given", one.Field.Label.In(CultureInfo.CurrentUICulture), texts.Words(one)])) : "";
        facts["comment"] = facts.GetValueOrDefault("comment") is string { Length: > 0 } comment ? " " + texts["Proposals.Quote", comment] : "";
        facts["counts"] = facts.GetValueOrDefault("Yes") is { } yes && facts.GetValueOrDefault("No") is { } no
            ? texts["Proposals.Ballot.Counts", yes, no, facts.GetValueOrDefault("Abstained") ?? 0] : "";
        return facts;
    }

    private IEnumerable<StationBallot> Ballots => (_route?.Stations.SelectMany(station => station.Ballots) ?? []).Concat(_others.SelectMany(other => other.Ballots));

    private LocalText? Label(string activity) => _route?.Stations.FirstOrDefault(station => station.Station.ActivityId == activity)?.Station.Label
        ?? _others.Select(other => other.Labels.GetValueOrDefault(activity)).FirstOrDefault(label => label is not null);

    private EarlierAnswer? Answer(HistoryEntry entry, Dictionary<string, object?> facts) =>
        Proposal.Answers.Where(answer => answer.ActivityId == facts.GetValueOrDefault("activity") as string)
            .MinBy(answer => Math.Abs((answer.At - entry.At).Ticks));
}
