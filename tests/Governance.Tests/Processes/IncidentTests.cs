using Governance.Audit;
using Governance.Bodies;
using Governance.Funding;
using Governance.Inbox;
using Governance.Notifications;
using Governance.Office;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Processes;

/// <summary>A case that an error has stopped: tried again, skipped or ended by an administrator, once, with a reason.</summary>
public sealed class IncidentTests
{
    private const string Reason = "Zuständigkeitsordnung fehlte";

    [Theory]
    [OnEachDatabase]
    public async Task What_is_tried_again_after_the_cause_was_mended_goes_on(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (proposal, incident) = await StoppedAsync(city);
        await MendAsync(city);

        (await city.Do(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Retry, null, Reason))).StoppedAgain.ShouldBeFalse();

        (await city.BallotAsync(proposal)).ShouldNotBeNull();
        (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldBeEmpty();
        (await city.Do(city["auditor"], new GetHistory(proposal))).ShouldContain(entry => entry.Action == "incident.retried" && entry.Facts.Contains(Reason));
        await CleanAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_tried_again_with_the_cause_still_there_stops_again_and_waits_for_another_decision(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, incident) = await StoppedAsync(city);

        (await city.Do(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Retry, null, Reason))).StoppedAgain.ShouldBeTrue();

        var again = (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldHaveSingleItem();
        var mails = await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Template == "incident.opened").ToListAsync());
        mails.Count.ShouldBe(2);
        mails.ShouldAllBe(mail => mail.PersonId == city["admin"].PersonId && mail.Facts.Contains("authority.no-table"));
        again.Id.ShouldNotBe(incident.Id);
        (await city.Send(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Retry, null, Reason))).Error!.Code.ShouldBe("incident.already-resolved");
        await CleanAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_skipped_goes_on_by_the_outcome_that_was_chosen_and_by_no_other(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (proposal, incident) = await StoppedAsync(city);
        (await city.Do(city["admin"], new GetIncident(incident.Id))).Outcomes.Select(one => $"{one.Outcome}: {one.Label.De}").ShouldBe(["Office: Stabsstelle", "Body: Gremium"], ignoreOrder: true);
        (await city.Send(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Skip, "Done", Reason))).Error!.Code.ShouldBe("incident.unknown-outcome");
        (await city.Send(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Skip, null, Reason))).Error!.Fields!.Keys.ShouldBe(["outcome"], Case.Insensitive);

        (await city.Do(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Skip, "Office", Reason))).StoppedAgain.ShouldBeFalse();

        (await city.TaskAsync(proposal, "office-decision")).ShouldNotBe(Guid.Empty);
        await CleanAsync(city);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_case_that_is_ended_leaves_nothing_reserved_and_tells_the_owner_why(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (proposal, incident) = await StoppedAsync(city);
        (await ReservedAsync(city, proposal)).ShouldBe(5_000_000);

        await city.Do(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Cancel, null, Reason));

        (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Withdrawn);
        (await ReservedAsync(city, proposal)).ShouldBe(0);
        (await city.Look(db => db.Set<InboxTask>().CountAsync(task => task.ProposalId == proposal && task.IsOpen))).ShouldBe(0);
        (await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Key.EndsWith(":ended")).Select(mail => mail.Facts).SingleAsync())).ShouldContain(Reason);
        (await city.Do(city["auditor"], new GetHistory(proposal))).ShouldContain(entry => entry.Action == "incident.cancelled" && entry.Facts.Contains(Reason));
        await CleanAsync(city);
    }

    /// <summary>A question can be skipped with one of its answers alone: by any other outcome the case would end without a decision.</summary>
    [Fact]
    public async Task A_question_that_could_not_be_asked_is_skipped_with_one_of_its_answers()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var definition = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json")))!;
        definition["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "formal-check")!["dueIn"]!["expression"] =
            new System.Text.Json.Nodes.JsonObject { ["type"] = "JavaScript", ["value"] = "'soon'" };
        await city.Do(city["admin"], new PublishDefinition(definition.ToJsonString(), "asks too soon"));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        var incident = (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldHaveSingleItem();

        (await city.Do(city["admin"], new GetIncident(incident.Id))).Outcomes.Select(one => $"{one.Outcome}: {one.Label.De}").ShouldBe(["Complete: Vollständig", "Return: Zurückgeben", "Reject: Ablehnen"]);
        (await city.Send(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Skip, "Done", Reason))).Error!.Code.ShouldBe("incident.unknown-outcome");
        (await city.Do(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Skip, "Complete", Reason))).StoppedAgain.ShouldBeFalse();

        (await city.TaskAsync(proposal, "cover-check")).ShouldNotBe(Guid.Empty);
        await CleanAsync(city);
    }

    [Fact]
    public async Task A_case_that_was_decided_cannot_be_ended()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var (proposal, incident) = await StoppedAsync(city);
        await city.Look(db => db.Set<Proposal>().Where(row => row.Id == proposal).ExecuteUpdateAsync(row => row.SetProperty(one => one.Stage, ProposalStage.Granted)));

        (await city.Do(city["admin"], new GetIncident(incident.Id))).CanEnd.ShouldBeFalse();
        (await city.Send(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Cancel, null, Reason))).Error!.Code.ShouldBe("incident.decided");
    }

    [Fact]
    public async Task A_case_that_the_error_has_ended_is_told_as_such()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var text = await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json"));
        await city.Do(city["admin"], new PublishDefinition(text.Replace("ContinueWithIncidentsStrategy", "FaultStrategy", StringComparison.Ordinal), "ends"));
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.Look(db => db.Set<AuthorityVersion>().ExecuteDeleteAsync());

        await city.RecommendAsync(proposal);

        (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldBeEmpty();
        (await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Template.StartsWith("incident.")).Select(mail => mail.Template).ToListAsync())).ShouldBe(["incident.fatal"]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_two_administrators_at_once_one_decides_and_the_other_is_told(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        for (var time = 0; time < 5; time++)
        {
            var (_, incident) = await StoppedAsync(city);
            await MendAsync(city);
            var answers = await Race.BothAsync(
                () => city.Send(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Retry, null, Reason)), () => city.Send(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Cancel, null, Reason)));
            answers.Select(answer => answer.Error?.Code ?? "").Order(StringComparer.Ordinal).ShouldBe(["", "incident.already-resolved"]);
        }

        await CleanAsync(city);
    }

    [Fact]
    public async Task An_incident_of_a_case_that_its_owner_withdrew_waits_for_nobody()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var (proposal, _) = await StoppedAsync(city);
        (await city.Do(city["office"], new GetControlRoom())).OpenIncidents.ShouldBe(1);

        await city.Do(city["owner"], new WithdrawProposal(proposal, "Anders gelöst."));

        (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldBeEmpty();
        (await city.Do(city["office"], new GetControlRoom())).OpenIncidents.ShouldBe(0);
        await CleanAsync(city);
    }

    [Fact]
    public async Task The_list_gives_the_oldest_first_page_by_page()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var first = await StoppedAsync(city);
        await MendAsync(city);
        var second = await StoppedAsync(city);

        var page = await city.Do(city["office"], new ListIncidents(null, 1));
        page.ShouldHaveSingleItem().Id.ShouldBe(first.Incident.Id);
        (await city.Do(city["office"], new ListIncidents(page[0].Sequence, 1))).ShouldHaveSingleItem().Id.ShouldBe(second.Incident.Id);
        page[0].Number.ShouldBe((await city.ProposalAsync(first.Proposal)).Number);
        page[0].Message.ShouldStartWith("route: ");
        page[0].Message.ShouldEndWith(" (authority.no-table)");
        page[0].Message.ShouldContain("23.11.2026");
        page[0].Message.ShouldContain("23 November 2026");
    }

    // No authority table is in force: the route cannot be found.
    private static async Task<(Guid Proposal, IncidentLine Incident)> StoppedAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.Look(db => db.Set<AuthorityVersion>().ExecuteDeleteAsync());
        await city.RecommendAsync(proposal);
        return (proposal, (await city.Do(city["admin"], new ListIncidents(null, 10)))[^1]);
    }

    private static Task<int> MendAsync(TestCity city) => city.Look(db =>
    {
        db.Add(new AuthorityVersion { Number = 1, ValidFrom = new DateOnly(2020, 1, 1), Rules = AuthorityJson.Write(DefaultAuthorityTable.Table) });
        return db.SaveChangesAsync();
    });

    private static Task<long> ReservedAsync(TestCity city, Guid proposal) => city.Look(db => db.Set<LedgerEntry>().Where(entry => entry.ProposalId == proposal)
        .SumAsync(entry => entry.Kind == nameof(LedgerEntryKind.Reservation) ? entry.AmountCents : -entry.AmountCents));

    private static async Task CleanAsync(TestCity city) => (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
}
