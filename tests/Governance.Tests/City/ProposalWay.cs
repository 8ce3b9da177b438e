using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.City;

/// <summary>Takes proposals along their way through the use cases, as people would.</summary>
public static class ProposalWay
{
    /// <summary>A complete content of that cost.</summary>
    public static ProposalContent Content(long euro, string lifeArea = "mobility", bool personalData = false, string project = "") => new()
    {
        Title = $"Vorhaben über {euro} Euro",
        LeadingLifeArea = lifeArea,
        Project = project,
        Goal = "Weniger Wartezeit",
        Resolution = "Der Ausschuss beschließt das Vorhaben.",
        PersonalData = personalData,
        End = new DateOnly(2027, 12, 31),
        Costs = [new CostItem("material", 2026, euro * 100)],
        Cover = [new CoverItem("city", 2026, euro * 100)],
        Finance = new() { Investment = true, Budgeted = BudgetState.Fully, ClimateEffect = ClimateEffect.None },
        Values = new()
        {
            Economic = 3, EconomicReason = "Spart Wege.", Ecological = 0, EcologicalReason = "Kein Bezug.", Social = 4, SocialReason = "Steht allen offen.",
        },
    };

    /// <summary>Drafts and submits; returns the proposal's id.</summary>
    public static async Task<Guid> SubmitAsync(this TestCity city, ProposalContent content, string owner = "owner")
    {
        var id = await city.Do(city[owner], new CreateDraft(content));
        await city.Do(city[owner], new SubmitProposal(id, 0));
        return id;
    }

    /// <summary>Answers the open task of an activity.</summary>
    public static async Task AnswerAsync(this TestCity city, Guid proposal, string activity, string who, string outcome, string? comment = null, IReadOnlyDictionary<string, string?>? data = null) =>
        await city.Do(city[who], new CompleteTask(await city.TaskAsync(proposal, activity), outcome, comment, data));

    /// <summary>The owner carries the decision out.</summary>
    public static async Task BeginExecutionAsync(this TestCity city, Guid proposal) => await city.Do(city["owner"], new CompleteTask(
        await city.TaskAsync(proposal, "execution"), "Begun", Data: new Dictionary<string, string?>(StringComparer.Ordinal) { ["carriedOutBy"] = "Tiefbauamt", ["doneBy"] = "2027-06-30" }));

    /// <summary>The id of the open task of an activity.</summary>
    public static Task<Guid> TaskAsync(this TestCity city, Guid proposal, string activity) =>
        city.Look(db => db.Set<InboxTask>().Where(task => task.ProposalId == proposal && task.ActivityId == activity && task.IsOpen).Select(task => task.Id).SingleAsync());

    /// <summary>Formal check, cover, opinion where one is asked for, recommendation.</summary>
    public static async Task RecommendAsync(this TestCity city, Guid proposal, bool personalData = false, string opinion = "NoConcerns")
    {
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        if (personalData)
            await city.AnswerAsync(proposal, "data-protection", "dpo", opinion, opinion == "NoConcerns" ? null : "Löschfristen vor dem Start festlegen.");
        await city.AnswerAsync(proposal, "recommendation", "office", "Recommend");
    }

    /// <summary>The open ballot of a proposal and its body's code, or null.</summary>
    public static Task<(Guid Id, string Body)?> BallotAsync(this TestCity city, Guid proposal) => city.Look(async db =>
    {
        var found = await db.Set<Ballot>().Where(ballot => ballot.ProposalId == proposal && ballot.Status != BallotStatus.Closed)
            .Join(db.Set<Body>(), ballot => ballot.BodyId, body => body.Id, (ballot, body) => new { ballot.Id, body.Code }).SingleOrDefaultAsync();
        return found is null ? ((Guid, string)?)null : (found.Id, found.Code);
    });

    /// <summary>Brings the open ballot to a result: circular bodies vote, others are recorded by the clerk.</summary>
    public static async Task DecideAsync(this TestCity city, Guid proposal, DecisionOutcome outcome)
    {
        var (ballot, body) = (await city.BallotAsync(proposal)).ShouldNotBeNull();
        if (body is BodyCodes.Steering or BodyCodes.Advisory)
            foreach (var member in city.MembersOf(body))
                await city.Do(member, new CastVote(ballot, outcome.ToCoarse() == CoarseOutcome.Rejected ? VoteChoice.No : VoteChoice.Yes));
        else
            await city.Do(city["clerk"], new RecordBallotResult(ballot, outcome, Wording: Wording(outcome)));
    }

    /// <summary>What the minutes give as the resolution's text where the body changed the proposed one.</summary>
    public static string? Wording(DecisionOutcome outcome) => outcome.IsChanged() ? "Das Vorhaben wird beschlossen; über den Fortgang ist jährlich zu berichten." : null;

    /// <summary>Lets all waiting times pass.</summary>
    public static async Task PassObjectionPeriodAsync(this TestCity city)
    {
        city.Clock.Advance(TimeSpan.FromDays(10));
        foreach (var timer in await city.Do(Actor.System, new DueTimers(1000)))
            await city.Do(Actor.System, timer);
    }

    /// <summary>The proposal as it stands.</summary>
    public static Task<Proposal> ProposalAsync(this TestCity city, Guid id) => city.Look(db => db.Set<Proposal>().AsNoTracking().SingleAsync(row => row.Id == id));
}
