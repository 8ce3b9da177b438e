using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Ballots;
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

    [Theory]
    [InlineData("Tiefbauamt", "2027-12-31", "Tiefbauamt", "2027-12-31")]
    [InlineData("", "2026-11-23", "owner", "2026-11-23")]
    [InlineData("", "2026-11-22", "owner", null)]
    public async Task The_resolution_names_who_carries_it_out_by_when_and_the_task_begins_with_that(string unit, string end, string by, string? until)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var content = ProposalWay.Content(5_000) with { Unit = unit, End = DateOnly.ParseExact(end, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        var proposal = await city.SubmitAsync(content);
        await city.RecommendAsync(proposal);

        var charge = new Charge(by, content.End);
        (await city.Do(city["office"], new GetTask(await city.TaskAsync(proposal, "office-decision")))).Charge.ShouldBe(charge);
        (await city.Do(city["owner"], new GetProposal(proposal))).Charge.ShouldBe(charge);
        await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        await city.PassObjectionPeriodAsync();

        // The objection period has passed: a day before today is no longer one by which anything can be done.
        (await city.Do(city["owner"], new GetTask(await city.TaskAsync(proposal, "execution")))).Form.Suggested
            .ShouldBe(until == "2027-12-31" ? new() { ["carriedOutBy"] = by, ["doneBy"] = until } : new Dictionary<string, string>(StringComparer.Ordinal) { ["carriedOutBy"] = by }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_ballot_puts_to_the_vote_who_carries_it_out_by_when()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000) with { Unit = "Tiefbauamt" });
        await city.RecommendAsync(proposal);

        (await city.Do(city.MembersOf("steering").First(), new GetBallot((await city.BallotAsync(proposal)).ShouldNotBeNull().Id))).Charge.ShouldBe(new Charge("Tiefbauamt", new DateOnly(2027, 12, 31)));
    }

    [Fact]
    public void Of_what_a_definition_suggests_each_field_takes_what_it_would_take_from_a_person()
    {
        TaskField[] fields =
        [
            Field("who", TaskFieldType.Text), Field("sum", TaskFieldType.Money), Field("sure", TaskFieldType.YesNo), Field("day", TaskFieldType.Date),
            Field("late", TaskFieldType.Date) with { Ahead = true }, Field("none", TaskFieldType.Text), Field("odd", TaskFieldType.Text), Field("word", TaskFieldType.Money),
        ];
        var values = new JsonObject
        {
            ["who"] = "Tiefbauamt", ["sum"] = 123_456, ["sure"] = true, ["day"] = "2020-01-31", ["late"] = "2026-11-22", ["none"] = "", ["odd"] = new JsonArray(), ["word"] = "viel", ["other"] = "x",
        };

        TaskData.Suggested(fields, values, new DateOnly(2026, 11, 23)).ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["who"] = "Tiefbauamt", ["sum"] = "1234.56", ["sure"] = "true", ["day"] = "2020-01-31" }, ignoreOrder: true);
        TaskData.Suggested(fields, null, new DateOnly(2026, 11, 23)).ShouldBeEmpty();

        static TaskField Field(string name, TaskFieldType type) => new(name, new(name, name), type);
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
