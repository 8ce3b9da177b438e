using System.Text.Json.Nodes;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.Notifications;
using Governance.People;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Inbox;

/// <summary>Reminder, due day, escalation: each on its day, once, and to whom it helps.</summary>
public sealed class TaskNoticeTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Holders_of_a_role_are_told_on_the_days_and_then_the_office_of_the_case(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (id, task) = await CoverCheckAsync(city);
        var due = (await city.Do(city["treasurer"], new ListInbox())).Items.Single(item => item.Id == task).DueOn!.Value;

        var sent = await SentByDayAsync(city, task, due.AddDays(14));

        sent.Select(one => one.Mail.Template).ShouldBe(["task.reminder", "task.due", "task.escalation-office"]);
        WorkingDays(sent[0].Day, due).ShouldBe(3);
        sent[1].Day.ShouldBe(due);
        WorkingDays(due, sent[2].Day).ShouldBe(2);
        sent.Take(2).ShouldAllBe(one => one.Mail.PersonId == city["treasurer"].PersonId && Fact(one.Mail, "link") == $"/inbox/{task}");
        (sent[2].Mail.PersonId, Fact(sent[2].Mail, "link")).ShouldBe((city["office"].PersonId, $"/proposals/{id}"), "it cannot open others' tasks");
        JsonNode.Parse(sent[2].Mail.Facts)!["holders"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("treasurer");
        (await city.Send(city["office"], new GetTask(task))).Error!.Code.ShouldBe("access.forbidden");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_deputises_for_a_person_is_told_instead_of_the_office_and_can_open_it(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var correction = await CorrectionAsync(city);
        var day = BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime);
        await city.Do(city["owner"], new AppointDeputy(city["owner"].PersonId, city["owner2"].PersonId, day, day.AddDays(90)));

        var escalated = (await SentByDayAsync(city, correction, day.AddDays(60)))[^1].Mail;

        (escalated.Template, escalated.PersonId, Fact(escalated, "link")).ShouldBe(("task.escalation", city["owner2"].PersonId, $"/inbox/{correction}"));
        (await city.Send(city["owner2"] with { DeputyFor = [city["owner"].PersonId] }, new GetTask(correction))).Error.ShouldBeNull();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_deputy_who_could_not_answer_is_not_told_but_the_office(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, task) = await CoverCheckAsync(city);
        var circular = await city.SubmitAsync(ProposalWay.Content(60_000));
        await city.RecommendAsync(circular);
        var (ballot, body) = (await city.BallotAsync(circular)).ShouldNotBeNull();
        var member = city.MembersOf(body).First();
        var day = BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime);
        await city.Do(city["treasurer"], new AppointDeputy(city["treasurer"].PersonId, city["owner2"].PersonId, day, day.AddDays(90)));
        await city.Look(db =>
        {
            db.Add(new Deputy { PersonId = member.PersonId, DeputyId = city["owner2"].PersonId, From = day, Until = day.AddDays(90) });
            return db.SaveChangesAsync();
        });
        var mine = Assignee.Person(member.PersonId);
        var vote = await city.Look(db => db.Set<InboxTask>().Where(row => row.BallotId == ballot && row.Assignee == mine).Select(row => row.Id).SingleAsync());

        await SentByDayAsync(city, task, day.AddDays(60));

        foreach (var one in new[] { task, vote })
            (await MailsAsync(city, one))[^1].ShouldSatisfyAllConditions(mail => mail.Template.ShouldBe("task.escalation-office"), mail => mail.PersonId.ShouldBe(city["office"].PersonId));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_offices_own_task_comes_back_to_it_with_a_link_that_opens(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var task = await city.TaskAsync(await city.SubmitAsync(ProposalWay.Content(50_000)), "formal-check");

        var sent = await SentByDayAsync(city, task, BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime).AddDays(60));

        sent.Select(one => one.Mail.Template).ShouldBe(["task.reminder", "task.due", "task.escalation"]);
        sent.ShouldAllBe(one => Fact(one.Mail, "link") == $"/inbox/{task}");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Sweeps_at_once_send_one_and_a_closed_task_sends_none(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, task) = await CoverCheckAsync(city);
        var (id, closed) = await CoverCheckAsync(city);
        city.Clock.Advance(TimeSpan.FromDays(60));
        await city.AnswerAsync(id, "cover-check", "treasurer", "Confirmed");

        (await city.Do(Actor.System, new DueTaskNotices(1000))).ShouldNotContain(closed);
        await city.Do(Actor.System, new SendTaskNotice(closed));
        var sweeps = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => city.Send(Actor.System, new SendTaskNotice(task)))));
        sweeps.ShouldAllBe(sweep => sweep.Error == null);

        (await MailsAsync(city, task)).Select(mail => mail.Template).ShouldBe(["task.reminder", "task.due", "task.escalation-office"], "nobody is told twice, whoever is first");
        (await MailsAsync(city, closed)).ShouldBeEmpty();
    }

    private static async Task<(Guid Proposal, Guid Task)> CoverCheckAsync(TestCity city)
    {
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(id, "formal-check", "office", "Complete");
        return (id, await city.TaskAsync(id, "cover-check"));
    }

    private static async Task<Guid> CorrectionAsync(TestCity city)
    {
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(id, "formal-check", "office", "Return", "Bitte ergänzen.");
        return await city.TaskAsync(id, "correction");
    }

    // Day by day, as the sweep does; each new mail of the task with its day.
    private static async Task<List<(DateOnly Day, OutgoingMail Mail)>> SentByDayAsync(TestCity city, Guid task, DateOnly until)
    {
        var sent = new List<(DateOnly Day, OutgoingMail Mail)>();
        for (var day = BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime); day < until; day = BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime))
        {
            foreach (var due in await city.Do(Actor.System, new DueTaskNotices(1000)))
                await city.Do(Actor.System, new SendTaskNotice(due));
            sent.AddRange((await MailsAsync(city, task)).Skip(sent.Count).Select(mail => (day, mail)));
            city.Clock.Advance(TimeSpan.FromDays(1));
        }

        return sent;
    }

    private static Task<List<OutgoingMail>> MailsAsync(TestCity city, Guid task)
    {
        var key = $"task:{task:N}:";
        return city.Look(db => db.Set<OutgoingMail>().AsNoTracking().Where(mail => mail.Key.StartsWith(key)).OrderBy(mail => mail.Sequence).ToListAsync());
    }

    private static string? Fact(OutgoingMail mail, string name) => (string?)JsonNode.Parse(mail.Facts)![name];

    // No holiday lies in the test's weeks.
    private static int WorkingDays(DateOnly from, DateOnly to) =>
        Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(days => from.AddDays(days).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}
