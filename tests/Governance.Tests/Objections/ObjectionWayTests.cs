using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Funding;
using Governance.Inbox;
using Governance.Notifications;
using Governance.Objections;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Objections;

/// <summary>A decision that was objected to in time is suspended: nothing is committed, the reservation stays, and who decides then is what
/// the law says. Adopted proposals of every deciding body.</summary>
public sealed class ObjectionWayTests
{
    private const long OfTheOffice = 20_000, OfTheSteering = 90_000, OfTheCommittee = 150_000, OfTheCouncil = 600_000;

    [Theory]
    [OnEachDatabase]
    public async Task The_mayors_objection_to_a_committees_decision_sends_it_to_the_council(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        await MayorAsync(city, proposal, ObjectionKind.CommitteeObjection);
        (await city.ProposalAsync(proposal)).ShouldSatisfyAllConditions(one => one.Stage.ShouldBe(ProposalStage.Decision), one => one.DecidingBody.ShouldBe(BodyCodes.Council));
        await city.PassObjectionPeriodAsync();
        (await MoneyAsync(city, proposal)).ShouldBe((OfTheCommittee, 0), "reserved, nothing committed though the old period has run out");
        (await city.BallotAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.Council);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted, "the council's decision has a period of its own");
        await city.PassObjectionPeriodAsync();
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Granted);
        (await MoneyAsync(city, proposal)).ShouldBe((0, OfTheCommittee));
        await SoundAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task While_the_mayor_is_away_the_deputy_objects_and_nobody_else_for_the_mayor(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.Do(city["mayor"], new AppointDeputy(city["mayor"].PersonId, city["deputymayor"].PersonId, new(2026, 11, 23), new(2026, 12, 31)));
        var proposal = await AdoptedAsync(city, OfTheCouncil);
        (await MailsAsync(city)).Where(mail => mail.Subject == "Ein Beschluss ist gefasst").Select(mail => mail.To).ShouldBe(["mayor", "deputymayor"], ignoreOrder: true);
        (await city.Send(city["deputymayor"], new ObjectToDecision(proposal, ObjectionKind.MayorsObjection, "Zu teuer."))).Error!.Code.ShouldBe("access.forbidden", "the office alone is not enough");
        (await city.Send(city["deputymayor"] with { DeputyFor = [city["office"].PersonId] }, new ObjectToDecision(proposal, ObjectionKind.MayorsObjection, "Zu teuer."))).Error!.Code
            .ShouldBe("access.forbidden");
        var deputy = city["deputymayor"] with { DeputyFor = [city["mayor"].PersonId] };
        (await city.Do(deputy, new GetObjections(proposal))).Period.ShouldNotBeNull().Mine.ShouldContain(ObjectionKind.MayorsObjection);
        (await city.Do(deputy, new ObjectToDecision(proposal, ObjectionKind.MayorsObjection, "Zu teuer."))).Suspended.ShouldBeTrue();
        (await city.Do(city["owner"], new GetObjections(proposal))).Raised.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.By.ShouldBe("deputymayor"), one => one.OnBehalfOf.ShouldBe("mayor"));
        (await city.Do(city["owner"], new GetHistory(proposal))).Single(entry => entry.Action == "decision.objection").Facts.ShouldContain("\"onBehalfOf\":\"mayor\"");
        (await MoneyAsync(city, proposal)).ShouldBe((OfTheCouncil, 0));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Whoever_has_left_the_committee_since_does_not_object_as_its_member(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        var list = await city.Do(city["clerk"], new ListSeats(BodyCodes.MobilityCommittee));
        var (member, seat) = (city["committee-mobility-2"], list.Seats.Single(row => row.Person == "committee-mobility-2"));
        await city.Do(city["clerk"], new ChangeSeat(BodyCodes.MobilityCommittee, seat.Id, seat.Kind, seat.Function, "", null, seat.From, new DateOnly(2026, 1, 1), list.Version));
        (await city.Do(member, new GetObjections(proposal))).Period.ShouldNotBeNull().Mine.ShouldBeEmpty();
        (await city.Send(member, new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Zu teuer."))).Error!.Code.ShouldBe("objection.not-allowed");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_fifth_of_the_committees_members_suspends_fewer_do_not(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.Look(db => db.Set<Body>().Where(body => body.Code == BodyCodes.MobilityCommittee).ExecuteUpdateAsync(set => set.SetProperty(body => body.StatutoryMembers, 10)));
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        var first = city["committee-mobility-2"];
        (await city.Do(first, new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Zu teuer."))).ShouldBe(new ObjectionEffect(Suspended: false, 1, 2));
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted);
        (await city.Send(first, new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Noch einmal."))).Error!.Code.ShouldBe("objection.already-raised");
        (await city.Do(first, new GetObjections(proposal))).Period.ShouldNotBeNull().ShouldSatisfyAllConditions(
            period => period.Raised.ShouldBe(1), period => period.Needed.ShouldBe(2), period => period.Mine.ShouldBeEmpty(), period => period.Body.ShouldBe(BodyCodes.MobilityCommittee));
        (await city.Do(city["committee-mobility-3"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Auch mir."))).ShouldBe(new ObjectionEffect(Suspended: true, 2, 2));
        (await city.BallotAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.Council);
        await city.DecideAsync(proposal, DecisionOutcome.Rejected);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Rejected);
        (await MoneyAsync(city, proposal)).ShouldBe((0, 0));
        (await city.Do(city["owner"], new GetObjections(proposal))).ShouldSatisfyAllConditions(
            all => all.Period.ShouldBeNull(), all => all.Raised.Select(one => (one.By, one.Suspends)).ShouldBe([("committee-mobility-2", false), ("committee-mobility-3", true)]));
        await SoundAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Too_few_members_and_the_decision_is_carried_out(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.Look(db => db.Set<Body>().Where(body => body.Code == BodyCodes.MobilityCommittee).ExecuteUpdateAsync(set => set.SetProperty(body => body.StatutoryMembers, 10)));
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        await city.Do(city["committee-mobility-1"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Zu teuer."));
        await city.PassObjectionPeriodAsync();
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Granted);
        (await city.Send(city["mayor"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Zu spät."))).Error!.Code.ShouldBe("objection.no-period");
        await SoundAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_mayors_objection_to_the_councils_decision_is_raised_once_until_the_third_day(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await AdoptedAsync(city, OfTheCouncil);
        await MayorAsync(city, proposal, ObjectionKind.MayorsObjection);
        (await city.BallotAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.Council);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted);
        (await city.Send(city["mayor"], new ObjectToDecision(proposal, ObjectionKind.MayorsObjection, "Noch einmal."))).Error!.Code.ShouldBe("objection.not-allowed");
        (await city.Do(city["mayor"], new GetObjections(proposal))).Period!.Mine.ShouldBe([ObjectionKind.LegalityObjection]);
        await city.PassObjectionPeriodAsync();
        (await MoneyAsync(city, proposal)).ShouldBe((0, OfTheCouncil));
        await SoundAsync(city);
    }

    [Fact]
    public async Task After_the_third_day_the_mayor_can_only_object_that_it_is_unlawful()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);

        // Adopted on a Thursday: the third day is a Sunday, so it ends on Monday (§ 31 (3) VwVfG); the third working day is a Tuesday.
        city.Clock.Advance(TimeSpan.FromDays(3));
        var proposal = await AdoptedAsync(city, OfTheCouncil);
        city.Clock.Advance(TimeSpan.FromDays(4));
        (await city.Do(city["mayor"], new GetObjections(proposal))).Period!.Mine.ShouldBe([ObjectionKind.MayorsObjection, ObjectionKind.LegalityObjection], "Monday");
        city.Clock.Advance(TimeSpan.FromDays(1));
        (await city.Do(city["mayor"], new GetObjections(proposal))).Period!.Mine.ShouldBe([ObjectionKind.LegalityObjection], "Tuesday");
        (await city.Send(city["mayor"], new ObjectToDecision(proposal, ObjectionKind.MayorsObjection, "Zu spät."))).Error!.Code.ShouldBe("objection.third-day");
        await MayorAsync(city, proposal, ObjectionKind.LegalityObjection);
    }

    [Theory]
    [OnEachDatabase]
    public async Task If_the_council_keeps_a_decision_held_unlawful_the_supervisory_authority_decides(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 2_000_000);
        foreach (var (answer, stage) in new[] { ("Confirmed", ProposalStage.Granted), ("Annulled", ProposalStage.Rejected) })
        {
            var proposal = await AdoptedAsync(city, OfTheCouncil - 50_000);
            await MayorAsync(city, proposal, ObjectionKind.LegalityObjection);
            await city.DecideAsync(proposal, DecisionOutcome.Adopted);
            await city.PassObjectionPeriodAsync();
            (await MoneyAsync(city, proposal)).Committed.ShouldBe(0, "the effect lasts until the authority has decided");
            await city.AnswerAsync(proposal, "supervision", "mayor", answer, "Verfügung vom 1. Dezember 2026.");
            (await city.ProposalAsync(proposal)).Stage.ShouldBe(stage);
            (await MoneyAsync(city, proposal)).ShouldBe((0, answer == "Confirmed" ? OfTheCouncil - 50_000 : 0));
        }

        await SoundAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task If_a_committee_keeps_a_decision_held_unlawful_the_council_decides(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        await MayorAsync(city, proposal, ObjectionKind.LegalityObjection);
        (await city.BallotAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.MobilityCommittee);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        (await city.BallotAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.Council);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        await city.PassObjectionPeriodAsync();
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Granted);
        await SoundAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_mayor_takes_back_what_the_administration_decided(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        foreach (var (cost, answer, stage) in new[] { (OfTheOffice, "Rejected", ProposalStage.Rejected), (OfTheSteering, "Adopted", ProposalStage.Granted) })
        {
            var proposal = await AdoptedAsync(city, cost);
            (await city.Do(city["mayor"], new GetObjections(proposal))).Period!.Mine.ShouldBe([ObjectionKind.MayorsRecall]);
            await MayorAsync(city, proposal, ObjectionKind.MayorsRecall);
            await city.AnswerAsync(proposal, "mayor-decision", "mayor", answer, "Nach Rücksprache.");
            (await city.ProposalAsync(proposal)).Stage.ShouldBe(stage);
        }

        await SoundAsync(city);
    }

    [Fact]
    public async Task Only_who_may_with_reasons_and_only_while_the_period_runs()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        foreach (var who in new[] { "owner", "office", "clerk", "committee-safety-1", "steering-1" })
            (await city.Send(city[who], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"))).Error!.Code.ShouldBe("access.forbidden", who);
        (await city.Send(Actor.System, new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"))).Error!.Code.ShouldBe("access.sign-in");
        (await city.Send(city["office"] with { DeputyFor = [city["mayor"].PersonId] }, new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city["committee-mobility-1"], new ObjectToDecision(proposal, ObjectionKind.LegalityObjection, "Grund"))).Error!.Code.ShouldBe("objection.not-allowed");
        (await city.Send(city["mayor"], new ObjectToDecision(proposal, ObjectionKind.MayorsObjection, "Grund"))).Error!.Code.ShouldBe("objection.not-allowed");
        (await city.Send(city["mayor"], new ObjectToDecision(proposal, Kind: null, " "))).Error!.Fields.Keys.Order().ShouldBe(["Kind", "Reason"]);
        (await city.Send(city["mayor"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, new string('x', 4001)))).Error!.Fields.Keys.ShouldBe(["Reason"]);
        (await city.Send(city["mayor"], new ObjectToDecision(Guid.NewGuid(), ObjectionKind.CommitteeObjection, "Grund"))).Error!.Code.ShouldBe("proposal.not-found");
        var undecided = await city.SubmitAsync(ProposalWay.Content(OfTheCommittee));
        (await city.Send(city["mayor"], new ObjectToDecision(undecided, ObjectionKind.CommitteeObjection, "Grund"))).Error!.Code.ShouldBe("objection.no-period");

        // The period has run out, though nobody has looked at the clock yet.
        city.Clock.Advance(TimeSpan.FromDays(10));
        (await city.Send(city["mayor"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"))).Error!.Code.ShouldBe("objection.no-period");
        (await city.Do(city["mayor"], new GetObjections(proposal))).Period.ShouldBeNull();
    }

    [Fact]
    public async Task Who_was_excluded_from_the_item_does_not_object_to_it()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(OfTheCommittee));
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        var ballot = (await city.BallotAsync(proposal)).ShouldNotBeNull().Id;
        await city.Do(city["clerk"], new OpenBallot(ballot));
        await city.Do(city["committee-mobility-3"], new DeclareRecusal(ballot, "Anlieger"));
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        (await city.Send(city["committee-mobility-3"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"))).Error!.Code.ShouldBe("objection.not-allowed");
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_objection_and_the_end_of_the_period_at_the_same_instant_are_never_both(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        var bookmark = await city.Look(db => db.Set<Bookmark>().SingleAsync());
        await city.Look(db => db.Set<Bookmark>().ExecuteUpdateAsync(set => set.SetProperty(row => row.FiresAt, city.Clock.GetUtcNow().UtcDateTime.AddTicks(1))));
        var answers = await Race.BothAsync(
            async () => { city.Clock.Advance(TimeSpan.FromMilliseconds(1)); return (await city.Send(Actor.System, new FireTimer(bookmark.InstanceId, bookmark.Key))).IsSuccess; },
            async () => (await city.Send(city["mayor"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"))).IsSuccess);
        answers[0].ShouldBeTrue("a timer that comes too late does nothing");
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(answers[1] ? ProposalStage.Decision : ProposalStage.Granted);
        (await MoneyAsync(city, proposal)).ShouldBe(answers[1] ? (OfTheCommittee, 0) : (0, OfTheCommittee));
        await SoundAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Two_members_who_object_at_the_same_instant_are_both_counted(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.Look(db => db.Set<Body>().Where(body => body.Code == BodyCodes.MobilityCommittee).ExecuteUpdateAsync(set => set.SetProperty(body => body.StatutoryMembers, 10)));
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        var effects = await Race.BothAsync(
            () => city.Send(city["committee-mobility-1"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund")),
            () => city.Send(city["committee-mobility-2"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund")));
        effects.Select(effect => effect.Value.Suspended).Order().ShouldBe([false, true]);
        (await city.BallotAsync(proposal)).ShouldNotBeNull().Body.ShouldBe(BodyCodes.Council);
    }

    [Fact]
    public async Task A_case_on_a_version_without_objections_is_not_led_astray()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var definition = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json")))!;
        definition["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "objection-period")!.AsObject().Remove("body");
        await city.Do(Actor.System, new PublishDefinition(definition.ToJsonString(), "older"));
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        (await city.Send(city["mayor"], new ObjectToDecision(proposal, ObjectionKind.CommitteeObjection, "Grund"))).Error!.Code.ShouldBe("objection.no-period");
    }

    [Fact]
    public async Task People_are_told_and_the_history_has_it()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await AdoptedAsync(city, OfTheCommittee);
        (await MailsAsync(city)).Where(mail => mail.Subject == "Ein Beschluss ist gefasst").Select(mail => mail.To).ShouldBe(["mayor"]);
        await MayorAsync(city, proposal, ObjectionKind.CommitteeObjection);
        (await MailsAsync(city)).Where(mail => mail.Subject == "Einspruch gegen den Beschluss").Select(mail => mail.To).Order(StringComparer.Ordinal)
            .ShouldBe(["committee-mobility-1", "committee-mobility-2", "committee-mobility-3", "office", "owner"]);
        (await city.Do(city["owner"], new GetHistory(proposal))).Single(entry => entry.Action == "decision.objection").ShouldSatisfyAllConditions(
            entry => entry.By.ShouldBe("mayor"), entry => entry.Facts.ShouldContain("Grund des Oberbürgermeisters"));
    }

    private static async Task<Guid> AdoptedAsync(TestCity city, long euro)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(euro));
        await city.RecommendAsync(proposal);
        if (euro == OfTheOffice)
            await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        while (await city.BallotAsync(proposal) is not null)
            await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Adopted);
        return proposal;
    }

    private static async Task MayorAsync(TestCity city, Guid proposal, ObjectionKind kind)
    {
        (await city.Do(city["mayor"], new ObjectToDecision(proposal, kind, "Grund des Oberbürgermeisters"))).Suspended.ShouldBeTrue();
        (await city.Look(db => db.Set<Incident>().Select(incident => incident.Message).ToListAsync())).ShouldBeEmpty();
    }

    // Euro.
    private static async Task<(long Reserved, long Committed)> MoneyAsync(TestCity city, Guid proposal)
    {
        var entries = await city.Look(db => db.Set<LedgerEntry>().Where(entry => entry.ProposalId == proposal).ToListAsync());
        return (Balance(LedgerAccount.Reserved), Balance(LedgerAccount.OpenCommitments));
        long Balance(LedgerAccount account) =>
            (entries.Where(entry => entry.Debit == $"{account}").Sum(entry => entry.AmountCents) - entries.Where(entry => entry.Credit == $"{account}").Sum(entry => entry.AmountCents)) / 100;
    }

    private static async Task<IReadOnlyList<(string To, string Subject)>> MailsAsync(TestCity city) =>
        [.. (await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Template == "process.notice").Join(db.Users, mail => mail.PersonId, person => person.Id, (mail, person) => new { person.FullName, mail.Facts }).ToListAsync()))
            .Select(mail => (mail.FullName, (string)System.Text.Json.Nodes.JsonNode.Parse(mail.Facts)!["subject"]!["De"]!))];

    private static async Task SoundAsync(TestCity city) => (await city.Do(city["auditor"], new Verify())).Checks.SelectMany(check => check.Breaches).ShouldBeEmpty();
}
