using Governance.Ballots;
using Governance.Bodies;
using Governance.Funding;
using Governance.Inbox;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Processes;

/// <summary>Dringlichkeitsentscheidung (§ 60 GO NRW): decided in place of council or committee, carried out at once, approved or revoked by them.</summary>
public sealed class UrgentDecisionTests
{
    private const long Council = 600_000;
    private const long Committee = 150_000;

    [Theory]
    [OnEachDatabase]
    public async Task The_main_committee_decides_in_place_of_the_council_which_approves(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await UrgentAsync(city, Council);
        await city.AnswerAsync(proposal, "council-in-time", "mayor", "Committee", "Der Fördergeber setzt eine Frist bis Freitag.");
        (await city.BallotAsync(proposal))?.Body.ShouldBe(BodyCodes.Finance);
        await city.DecideAsync(proposal, DecisionOutcome.AdoptedByMajority);
        await city.DeliverAsync();

        // Executable at once: no objection period, and the funds are committed.
        await CommittedAsync(city, proposal, Council, ProposalStage.Granted);
        await city.BeginExecutionAsync(proposal);
        var (ballot, body) = (await city.BallotAsync(proposal)).ShouldNotBeNull();
        body.ShouldBe(BodyCodes.Council);
        (await city.Look(db => db.Set<Ballot>().Where(row => row.Id == ballot).Select(row => row.Role).SingleAsync())).ShouldBe(BallotRole.Approval);
        (await city.Look(db => db.Set<InboxTask>().Where(task => task.BallotId == ballot && task.Kind == TaskKind.Vote).Select(task => task.Why).FirstAsync())).ShouldContain("task.vote-approval");
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        await city.DeliverAsync();

        await CommittedAsync(city, proposal, Council, ProposalStage.Running);
        await city.AnswerAsync(proposal, "completion", "owner", "Done");
        await CommittedAsync(city, proposal, Council, ProposalStage.Closed);
        (await city.Look(db => db.Set<ProcessInstance>().CountAsync(row => row.Status != ProcessStatus.Finished))).ShouldBe(0);
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_the_council_does_not_approve_is_revoked_while_nobody_has_rights_from_it(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await UrgentAsync(city, Council);
        await city.AnswerAsync(proposal, "council-in-time", "mayor", "Mayor", "Es drohen Schäden; auch der Hauptausschuss tritt nicht rechtzeitig zusammen.");
        await DecideWithAsync(city, proposal, "council-2");
        await city.DeliverAsync();
        await CommittedAsync(city, proposal, Council, ProposalStage.Granted);

        await city.DecideAsync(proposal, DecisionOutcome.RejectedByMajority);
        await city.AnswerAsync(proposal, "rights", "mayor", "None", "Es ist noch kein Auftrag vergeben.");
        await city.DeliverAsync();

        await CommittedAsync(city, proposal, 0, ProposalStage.Rejected);
        (await city.Look(db => db.Set<InboxTask>().CountAsync(task => task.ProposalId == proposal && task.IsOpen && task.Kind != TaskKind.Notice))).ShouldBe(0, "nobody carries it out any more");
        (await city.Look(db => db.Set<ProcessInstance>().CountAsync(row => row.Status != ProcessStatus.Finished))).ShouldBe(0);
        (await city.ProposalAsync(proposal)).GrantedCents.ShouldBeNull();
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task Where_others_have_rights_already_it_stands(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await UrgentAsync(city, Committee);
        await city.AnswerAsync(proposal, "committee-in-time", "mayor", "Mayor", "Die Brücke ist gesperrt.");
        await DecideWithAsync(city, proposal, "committee-mobility-1");
        await city.DeliverAsync();

        (await city.BallotAsync(proposal))?.Body.ShouldBe(BodyCodes.MobilityCommittee, "a committee's matter is approved by it");
        await city.DecideAsync(proposal, DecisionOutcome.RejectedByMajority);
        await city.AnswerAsync(proposal, "rights", "mayor", "Exist", "Der Auftrag ist vergeben.");
        await city.DeliverAsync();

        await CommittedAsync(city, proposal, Committee, ProposalStage.Granted);
        await city.BeginExecutionAsync(proposal);
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_member_who_decides_with_the_mayor_does_so_in_person_and_may_refuse(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await UrgentAsync(city, Committee);
        await city.AnswerAsync(proposal, "committee-in-time", "mayor", "Mayor", "Eilt.");
        var decide = await city.TaskAsync(proposal, "decide");
        (await city.Do(city["mayor"], new GetTask(decide))).Form.Fields.ShouldHaveSingleItem().Choices.Select(choice => choice.Label.De).ShouldBe(["committee-mobility-1", "committee-mobility-2", "committee-mobility-3"]);
        (await city.Send(city["mayor"], new CompleteTask(decide, "Adopt", "Eilt.", Data(city["council-1"].PersonId)))).Error!.Fields.Keys.ShouldContain("Data.member");
        await city.Do(city["mayor"], new CompleteTask(decide, "Adopt", "Eilt.", Data(city["committee-mobility-2"].PersonId)));

        var asked = await city.TaskAsync(proposal, "co-decide");
        (await city.Do(city["office"], new ListOtherCases(proposal))).ShouldHaveSingleItem().People.ShouldBe(["committee-mobility-2"]);
        (await city.Send(city["committee-mobility-1"], new CompleteTask(asked, "Agree"))).Error!.Code.ShouldBe("access.forbidden");
        var deputy = city["citizen"] with { DeputyFor = [city["committee-mobility-2"].PersonId] };
        (await city.Send(deputy, new CompleteTask(asked, "Agree"))).Error!.Code.ShouldBe("task.in-person");
        (await city.Send(city["committee-mobility-2"], new DelegateTask(asked, city["committee-mobility-1"].PersonId, "Bin verreist."))).Error!.Code.ShouldBe("task.in-person");

        // Whose seat has ended meanwhile cannot agree any more, but hand it back.
        await city.Look(db => db.Set<Seat>().Where(seat => seat.PersonId == city["committee-mobility-2"].PersonId).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Until, new DateOnly(2026, 11, 22))));
        (await city.Send(city["committee-mobility-2"], new CompleteTask(asked, "Agree"))).Error!.Code.ShouldBe("task.no-seat");
        await city.Do(city["committee-mobility-2"], new CompleteTask(asked, "Refuse", "Es eilt nicht."));

        // The mayor asks another, or lets it be: then the ordinary way begins, with the bodies to be heard.
        await city.AnswerAsync(proposal, "decide", "mayor", "NotUrgent", "Dann entscheidet der Ausschuss.", Data(city["committee-mobility-1"].PersonId));
        await city.DeliverAsync();
        (await city.BallotAsync(proposal))?.Body.ShouldBe(BodyCodes.Steering);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Hearing);
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task Rejected_in_place_of_the_council_ends_it_and_what_comes_to_no_vote_is_asked_again(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await UrgentAsync(city, Council);
        await city.AnswerAsync(proposal, "council-in-time", "mayor", "Committee", "Eilt.");
        await city.DecideAsync(proposal, DecisionOutcome.Postponed);
        await city.AnswerAsync(proposal, "council-in-time", "mayor", "Committee", "Eilt noch immer.");
        await city.DecideAsync(proposal, DecisionOutcome.RejectedByMajority);
        await city.DeliverAsync();

        await CommittedAsync(city, proposal, 0, ProposalStage.Rejected);
        (await city.Look(db => db.Set<ProcessInstance>().CountAsync(row => row.DefinitionId == "urgent-decision-approval"))).ShouldBe(0);
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData(20_000, "office-decision"), InlineData(50_000, null)]
    public async Task The_administration_needs_no_urgent_decision(long euro, string? task)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await UrgentAsync(city, euro);
        if (task is not null)
            (await city.TaskAsync(proposal, task)).ShouldNotBe(Guid.Empty);
        else
            (await city.BallotAsync(proposal))?.Body.ShouldBe(BodyCodes.Steering);
        await city.ShouldBeSoundAsync();
    }

    // Recommended as urgent.
    private static async Task<Guid> UrgentAsync(TestCity city, long euro)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(euro));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        await city.AnswerAsync(proposal, "recommendation", "office", "Urgent", "Die Frist des Fördergebers endet am Freitag.");
        return proposal;
    }

    private static async Task DecideWithAsync(TestCity city, Guid proposal, string member)
    {
        await city.AnswerAsync(proposal, "decide", "mayor", "Adopt", "Es drohen Schäden.", Data(city[member].PersonId));
        await city.AnswerAsync(proposal, "co-decide", member, "Agree");
    }

    private static async Task CommittedAsync(TestCity city, Guid proposal, long euro, ProposalStage stage)
    {
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(stage);
        var entries = await city.Look(db => db.Set<LedgerEntry>().Where(entry => entry.ProposalId == proposal).ToListAsync());
        long Sum(LedgerEntryKind kind) => entries.Where(entry => entry.Kind == kind.ToString()).Sum(entry => entry.AmountCents);
        (Sum(LedgerEntryKind.Commitment) - Sum(LedgerEntryKind.CommitmentRelease)).ShouldBe(euro * 100);
        (Sum(LedgerEntryKind.Reservation) - Sum(LedgerEntryKind.ReservationRelease) - Sum(LedgerEntryKind.Commitment)).ShouldBe(0);
    }

    private static Dictionary<string, string?> Data(Guid member) => new(StringComparer.Ordinal) { ["member"] = member.ToString() };
}
