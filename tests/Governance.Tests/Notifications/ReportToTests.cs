using Governance.Bodies;
using Governance.Inbox;
using Governance.Notifications;
using Governance.People;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Notifications;

/// <summary>Once a decision is executable, the owner and the bodies of the authority table's report-to column are told, by notice and mail.</summary>
public sealed class ReportToTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_steering_group_hears_of_the_offices_decisions_from_ten_thousand_euros_on(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (below, from) = (await DecidedByTheOfficeAsync(city, 9_999), await DecidedByTheOfficeAsync(city, 10_000));
        await city.PassObjectionPeriodAsync();

        var owner = city["owner"].PersonId;
        (await ToldAsync(city, below)).ShouldBe([owner]);
        (await ToldAsync(city, from)).ShouldBe([owner, .. city.MembersOf(BodyCodes.Steering).Select(member => member.PersonId)], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_does_not_read_a_notice_is_reminded_and_nobody_else_is_bothered()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var decided = await DecidedByTheOfficeAsync(city, 9_999);
        await city.PassObjectionPeriodAsync();
        var notice = await city.Look(db => db.Set<InboxTask>().Where(task => task.ProposalId == decided && task.Kind == TaskKind.Notice).Select(task => task.Id).SingleAsync());
        city.Clock.Advance(TimeSpan.FromDays(60));
        for (var sweep = 0; sweep < 3; sweep++)
            await city.Do(Actor.System, new SendTaskNotice(notice));

        var key = $"task:{notice:N}:";
        (await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Key.StartsWith(key)).OrderBy(mail => mail.Sequence).Select(mail => mail.Template).ToListAsync())).ShouldBe(["task.reminder", "task.due"]);
        (await city.Do(Actor.System, new DueTaskNotices(1000))).ShouldNotContain(notice);
    }

    private static async Task<Guid> DecidedByTheOfficeAsync(TestCity city, long euro)
    {
        var id = await city.SubmitAsync(ProposalWay.Content(euro));
        await city.RecommendAsync(id);
        await city.AnswerAsync(id, "office-decision", "office", "Adopted");
        return id;
    }

    // Who has a notice has a mail of the same step, and the other way round.
    private static async Task<List<Guid>> ToldAsync(TestCity city, Guid proposal)
    {
        var notices = await city.Look(db => db.Set<InboxTask>().Where(task => task.ProposalId == proposal && task.Kind == TaskKind.Notice).Select(task => task.Assignee).ToListAsync());
        var link = $"/proposals/{proposal}\"";
        var mails = await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Template == "process.notice" && mail.Facts.Contains(link) && mail.Key.Contains(":notify-granted:")).Select(mail => mail.PersonId).ToListAsync());
        notices.ShouldBe(mails.Select(Assignee.Person), ignoreOrder: true);
        return mails;
    }
}
