using Governance.Audit;
using Governance.Inbox;
using Governance.Notifications;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Inbox;

/// <summary>Beschlusskontrolle: whoever is charged with carrying a decision out is asked on the day that was named, reminded before, and
/// asked again until it is done.</summary>
public sealed class ChargeTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_owner_is_asked_on_the_day_named_and_again_until_it_is_carried_out(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await GrantedAsync(city);
        await city.BeginExecutionAsync(proposal);

        // 30 June 2027 is a Wednesday; reminded three working days before, escalated two after.
        var task = await TaskAsync(city, proposal);
        task.ShouldSatisfyAllConditions(
            one => one.Kind.ShouldBe(TaskKind.Charge), one => one.DueAt.ShouldBe(new DateTime(2027, 6, 30, 22, 0, 0, DateTimeKind.Utc)),
            one => one.NextNotice.ShouldBe(TaskNotice.Reminder), one => one.NextNoticeAt.ShouldBe(new DateTime(2027, 6, 24, 22, 0, 0, DateTimeKind.Utc)));

        (await city.Send(city["owner"], new CompleteTask(task.Id, "NotYet"))).Error!.Code.ShouldBe("task.needs-reasons");
        (await city.Send(city["owner"], new CompleteTask(task.Id, "NotYet", "Lieferverzug.", Day("2026-01-01")))).Error!.Fields["Data.doneBy"].ShouldHaveSingleItem().Code.ShouldBe("task.field-ahead");
        await city.Do(city["owner"], new CompleteTask(task.Id, "NotYet", "Lieferverzug.", Day("2027-09-30")));
        (await city.Do(city["office"], new ListInbox())).Items.ShouldContain(item => item.ProposalId == proposal && item.Kind == TaskKind.Notice, "the office learns of the delay");
        var later = await TaskAsync(city, proposal);
        later.DueAt.ShouldBe(new DateTime(2027, 9, 30, 22, 0, 0, DateTimeKind.Utc));

        await city.Do(city["owner"], new CompleteTask(later.Id, "NotYet", "Noch einmal."));
        (await TaskAsync(city, proposal)).DueAt.ShouldBe(new DateTime(2027, 1, 4, 23, 0, 0, DateTimeKind.Utc), "four weeks where no day is named; 31 December is a closing day, and a weekend follows");
        await city.AnswerAsync(proposal, "completion", "owner", "Done");
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Closed);
        (await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Facts.Contains("Beschluss ausgef")).Join(db.Users, mail => mail.PersonId, person => person.Id, (mail, person) => person.FullName).ToListAsync())).ShouldContain("office");
        (await city.Do(city["auditor"], new Verify())).Checks.SelectMany(check => check.Breaches).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-11-22"), InlineData("9999-12-31"), InlineData("0001-01-01")]
    public async Task A_day_that_no_calendar_knows_is_refused_and_the_case_stands_sound(string day)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await GrantedAsync(city);
        var data = Day(day);
        data["carriedOutBy"] = "Tiefbauamt";
        (await city.Send(city["owner"], new CompleteTask(await city.TaskAsync(proposal, "execution"), "Begun", Data: data))).Error!.Fields.Keys.ShouldBe(["Data.doneBy"]);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Granted);
    }

    private static async Task<Guid> GrantedAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(5_000));
        await city.RecommendAsync(proposal);
        await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        await city.PassObjectionPeriodAsync();
        return proposal;
    }

    private static Task<InboxTask> TaskAsync(TestCity city, Guid proposal) =>
        city.Look(db => db.Set<InboxTask>().AsNoTracking().SingleAsync(task => task.ProposalId == proposal && task.ActivityId == "completion" && task.IsOpen));

    private static Dictionary<string, string?> Day(string day) => new(StringComparer.Ordinal) { ["doneBy"] = day };
}
