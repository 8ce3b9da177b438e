using Governance.Deadlines;
using Governance.Inbox;
using Governance.Notifications;
using Governance.People;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.People;

/// <summary>Who may deputise for whom, when, and what it gives.</summary>
public sealed class DeputyTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [OnEachDatabase]
    public async Task A_deputy_completes_the_tasks_of_the_person_until_it_ends(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await ChargedAsync(city);
        var entry = await city.Do(city["owner"], Entry(city, "owner", "owner2"));
        var deputy = await city.TodayAsync("owner2");

        deputy.DeputyFor.ShouldBe([city["owner"].PersonId]);
        var line = (await city.Do(deputy, new ListInbox())).Items.Single(item => item.Kind == TaskKind.Charge);
        line.DeputyFor.ShouldBe("owner");
        await city.Do(city["owner"], new EndDeputy(entry));

        (await city.TodayAsync("owner2")).DeputyFor.ShouldBeEmpty("it ends at once");
        (await city.TaskAsync(proposal, "execution")).ShouldBe(line.Id);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Both_are_told_when_it_is_entered_and_when_it_ends(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var entry = await city.Do(city["office"], Entry(city, "owner", "owner2"));
        await city.Do(city["admin"], new EndDeputy(entry));

        var mails = await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Template.StartsWith("deputy.")).OrderBy(mail => mail.Sequence).ToListAsync());
        mails.Select(mail => (mail.Template, mail.PersonId)).ShouldBe(
            [
                ("deputy.appointed", city["owner2"].PersonId), ("deputy.appointed-for-you", city["owner"].PersonId),
                ("deputy.ended", city["owner2"].PersonId), ("deputy.ended-for-you", city["owner"].PersonId),
            ],
            ignoreOrder: true);
        mails[0].Facts.ShouldContain("\"by\":\"office\"");
        (await city.Look(db => db.Set<Governance.Audit.AuditEntry>().Where(row => row.SubjectId == city["owner"].PersonId).OrderBy(row => row.Number).Select(row => row.Action).ToListAsync()))
            .ShouldBe(["person.deputy-appointed", "person.deputy-ended"]);
        (await city.Send(city["owner"], new EndDeputy(entry))).Error!.Code.ShouldBe("deputy.already-ended");
        (await city.Send(city["owner"], new EndDeputy(Guid.NewGuid()))).Error!.Code.ShouldBe("deputy.not-found");
    }

    [Fact]
    public async Task Wrong_entries_are_named_at_their_fields_and_write_nothing()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        async Task RefusedAsync(string field, string code, AppointDeputy request) =>
            (await city.Send(city["owner"], request)).Error!.Fields[field].ShouldHaveSingleItem().Code.ShouldBe(code);

        var right = Entry(city, "owner", "owner2");
        await RefusedAsync("DeputyId", "deputy.oneself", right with { DeputyId = city["owner"].PersonId });
        await RefusedAsync("DeputyId", "input.required", right with { DeputyId = Guid.Empty });
        await RefusedAsync("DeputyId", "deputy.not-eligible", right with { DeputyId = city["citizen"].PersonId });
        await RefusedAsync("DeputyId", "deputy.not-eligible", right with { DeputyId = city["auditor"].PersonId });
        await RefusedAsync("DeputyId", "deputy.not-eligible", right with { DeputyId = Guid.NewGuid() });
        await RefusedAsync("From", "deputy.in-the-past", right with { From = Today.AddDays(-1) });
        await RefusedAsync("From", "input.required", right with { From = default });
        await RefusedAsync("Until", "deputy.until-before-from", right with { From = Today.AddDays(3), Until = Today.AddDays(2) });
        await RefusedAsync("Until", "deputy.too-long", right with { Until = Today.AddDays(AppointDeputy.MostDays) });
        await RefusedAsync("Until", "deputy.too-long", right with { Until = DateOnly.MaxValue });
        (await city.Look(db => db.Set<Deputy>().CountAsync())).ShouldBe(0);
        await city.Do(city["owner"], right with { Until = Today.AddDays(AppointDeputy.MostDays - 1) });
    }

    [Fact]
    public async Task Somebody_who_is_locked_does_not_deputise()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await city.Do(city["admin"], new LockPerson("owner2"));
        (await city.Send(city["owner"], Entry(city, "owner", "owner2"))).Error!.Fields["DeputyId"][0].Code.ShouldBe("deputy.not-eligible");
        (await city.Do(city["owner"], new ListColleagues())).Select(one => one.Name).ShouldBe(["clerk", "deputymayor", "dpo", "mayor", "office", "owner", "security", "treasurer"]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_person_has_one_deputy_at_a_time(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var first = await city.Do(city["owner"], Entry(city, "owner", "owner2", from: 2, until: 5));

        foreach (var (from, until, overlaps) in new[] { (0, 2, true), (5, 9, true), (3, 4, true), (0, 9, true), (0, 1, false), (6, 9, false) })
            if (overlaps)
                (await city.Send(city["owner"], Entry(city, "owner", "office", from, until))).Error!.Code.ShouldBe("deputy.already-appointed", $"{from} to {until}");
            else
                await city.Do(city["owner"], Entry(city, "owner", "office", from, until));

        await city.Do(city["owner"], new EndDeputy(first));
        await city.Do(city["owner"], Entry(city, "owner", "office", 3, 4));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Two_entries_at_the_same_instant_are_one(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var answers = await Race.BothAsync(
            () => city.Send(city["owner"], Entry(city, "owner", "owner2")),
            () => city.Send(city["office"], Entry(city, "owner", "treasurer")));
        answers.Count(answer => answer.IsSuccess).ShouldBe(1);
        answers.Single(answer => !answer.IsSuccess).Error!.Code.ShouldBe("deputy.already-appointed");
    }

    [Fact]
    public async Task Who_is_away_does_not_deputise_on_those_days()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await city.Do(city["owner2"], Entry(city, "owner2", "office", 1, 3));
        (await city.Send(city["owner"], Entry(city, "owner", "owner2", 3, 6))).Error!.Code.ShouldBe("deputy.away");
        await city.Do(city["owner"], Entry(city, "owner", "owner2", 4, 6));
    }

    [Fact]
    public async Task Deputising_counts_from_its_first_day_to_its_last()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await city.Do(city["owner"], Entry(city, "owner", "owner2", 1, 2));
        foreach (var acts in new[] { false, true, true, false })
        {
            (await city.TodayAsync("owner2")).DeputyFor.Count.ShouldBe(acts ? 1 : 0);
            city.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task A_deputy_never_votes_and_never_gets_what_belongs_to_a_role()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.Do(city["treasurer"], Entry(city, "treasurer", "owner2"));
        var task = await city.TaskAsync(proposal, "cover-check");
        (await city.Send(await city.TodayAsync("owner2"), new CompleteTask(task, "Confirmed"))).Error!.Code.ShouldBe("access.forbidden");

        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        await city.AnswerAsync(proposal, "recommendation", "office", "Recommend");
        var ballot = (await city.BallotAsync(proposal)).ShouldNotBeNull().Id;
        var deputy = city["owner2"] with { DeputyFor = [city["steering-1"].PersonId] };
        (await city.Send(deputy, new Governance.Ballots.CastVote(ballot, Governance.Ballots.VoteChoice.Yes))).Error!.Code.ShouldBe("access.forbidden");
    }

    [Fact]
    public async Task The_list_shows_what_concerns_one_and_to_the_office_all()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await city.Do(city["owner"], Entry(city, "owner", "owner2"));
        await city.Do(city["clerk"], Entry(city, "clerk", "mayor", 3, 4));

        (await city.Do(city["owner"], new ListDeputies())).ShouldHaveSingleItem().ShouldSatisfyAllConditions(line => line.HasBegun.ShouldBeTrue(), line => line.CanEnd.ShouldBeTrue());
        (await city.Do(city["owner2"], new ListDeputies())).ShouldHaveSingleItem().CanEnd.ShouldBeFalse();
        (await city.Do(city["treasurer"], new ListDeputies())).ShouldBeEmpty();
        (await city.Do(city["office"], new ListDeputies())).Select(line => line.Person).ShouldBe(["owner", "clerk"]);
        (await city.Send(city["owner"], Entry(city, "clerk", "office", 8, 9))).Error!.Code.ShouldBe("access.forbidden");
    }

    private static AppointDeputy Entry(TestCity city, string person, string deputy, int from = 0, int until = 5) =>
        new(city[person].PersonId, city[deputy].PersonId, BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime).AddDays(from), BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime).AddDays(until));

    private static async Task<Guid> ChargedAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(5_000));
        await city.RecommendAsync(proposal);
        await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        await city.PassObjectionPeriodAsync();
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Granted);
        return proposal;
    }
}
