using System.Text.Json.Nodes;
using Governance.Inbox;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Inbox;

/// <summary>Values for a task's own fields: read strictly, stored, handed to the workflow, shown to who comes after.</summary>
public sealed class TaskDataTests
{
    private static readonly TaskField[] Fields =
    [
        new("text", new("Text", "Text"), TaskFieldType.Text), new("day", new("Tag", "Day"), TaskFieldType.Date, Required: true),
        new("sum", new("Summe", "Sum"), TaskFieldType.Money), new("yes", new("Ja?", "Yes?"), TaskFieldType.YesNo),
        new("kind", new("Art", "Kind"), TaskFieldType.Choice) { Choices = [new("a", new("A", "A")), new("b", new("B", "B"))] },
    ];

    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Every_type_is_read_and_what_is_missing_is_null() =>
        TaskData.Read(Fields, Given(("text", " Amt 66 "), ("day", "2027-02-28"), ("sum", "1234.5"), ("yes", "true"), ("kind", "b")), Today).Value.ToJsonString()
            .ShouldBe("""{"text":"Amt 66","day":"2027-02-28","sum":123450,"yes":true,"kind":"b"}""");

    [Fact]
    public void An_empty_field_is_null_and_a_form_without_fields_gives_nothing()
    {
        TaskData.Read(Fields, Given(("day", "2027-02-28"), ("text", " ")), Today).Value.ToJsonString().ShouldBe("""{"text":null,"day":"2027-02-28","sum":null,"yes":null,"kind":null}""");
        TaskData.Read([], given: null, Today).Value.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("day", "", "input.required"), InlineData("day", "31.12.2026", "task.field-date"), InlineData("day", "2026-02-30", "task.field-date")]
    [InlineData("sum", "1.234,56", "task.field-money"), InlineData("sum", "12.345", "task.field-money"), InlineData("sum", "viel", "task.field-money")]
    [InlineData("yes", "ja", "task.field-yes-no"), InlineData("kind", "c", "task.field-choice"), InlineData("kind", "A", "task.field-choice"), InlineData("other", "x", "task.field-unknown"), InlineData("Text", "x", "task.field-unknown")]
    public void What_is_wrong_is_told_by_name(string field, string value, string code) =>
        TaskData.Read(Fields, new Dictionary<string, string?>(StringComparer.Ordinal) { ["day"] = "2027-01-01", [field] = value }, Today).Error!.Fields["Data." + field].ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData("2026-11-23", true), InlineData("2026-11-22", false), InlineData("2056-11-23", true), InlineData("2056-11-24", false), InlineData("0001-01-01", false), InlineData("9999-12-31", false)]
    public void A_day_ahead_is_today_or_later_and_no_more_than_thirty_years_away(string day, bool taken)
    {
        var read = new TaskField("doneBy", new("Fertig bis", "Done by"), TaskFieldType.Date) { Ahead = true }.Read(day, Today);
        read.IsSuccess.ShouldBe(taken);
        if (!taken)
            read.Error!.Code.ShouldBe("task.field-ahead");
        new TaskField("day", new("Tag", "Day"), TaskFieldType.Date).Read(day, Today).IsSuccess.ShouldBeTrue("another day may be any");
    }

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        TaskData.Read(Fields, Given(("sum", "x"), ("yes", "x"), ("text", new string('x', 1001)), ("y", "1")), Today).Error!.Fields.Keys.Order(StringComparer.Ordinal)
            .ShouldBe(["Data.day", "Data.sum", "Data.text", "Data.y", "Data.yes"]);

    [Theory]
    [OnEachDatabase]
    public async Task A_charge_says_who_carries_it_out_and_by_when(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(5_000));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.Do(city["treasurer"], new CompleteTask(await city.TaskAsync(proposal, "cover-check"), "Confirmed", Data: Given(("account", "11.10.01/785100"))));
        await city.AnswerAsync(proposal, "recommendation", "office", "Recommend");
        var decision = await city.TaskAsync(proposal, "office-decision");
        (await city.Do(city["office"], new GetTask(decision))).Earlier.SelectMany(answer => answer.Data).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            given => given.Field.Label.De.ShouldBe("Produktsachkonto"), given => given.Value.GetValue<string>().ShouldBe("11.10.01/785100"));
        await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        await city.PassObjectionPeriodAsync();
        var task = await city.TaskAsync(proposal, "execution");

        var missing = (await city.Send(city["owner"], new CompleteTask(task, "Begun"))).Error!;
        missing.Code.ShouldBe("input.invalid");
        missing.Fields.Keys.Order(StringComparer.Ordinal).ShouldBe(["Data.carriedOutBy", "Data.doneBy"]);
        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Granted, "nothing is written");
        await city.BeginExecutionAsync(proposal);

        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Running);
        var row = await city.Look(db => db.Set<InboxTask>().AsNoTracking().SingleAsync(one => one.Id == task));
        JsonNode.Parse(row.Data!)!["doneBy"]!.GetValue<string>().ShouldBe("2027-06-30");
        var journal = await city.Look(db => db.Set<JournalStep>().Where(step => step.InstanceId == row.InstanceId).Select(step => step.Entries).ToListAsync());
        journal.SelectMany(JournalStep.Read).Single(entry => entry is { Activity: "execution", Event: JournalEvent.Resumed }).Outcomes.ShouldBe(["Begun"]);
    }

    private static Dictionary<string, string?> Given(params (string Name, string? Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
}
