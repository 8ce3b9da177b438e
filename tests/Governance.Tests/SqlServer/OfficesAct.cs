using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Bodies;
using Governance.Funding;
using Governance.Inbox;
using Governance.Notifications;
using Governance.Office;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.SqlServer;

/// <summary>Office, treasurer, auditor, administrator and the sweeps: inbox, notices, mails, money, control room, verification.</summary>
internal static class OfficesAct
{
    private static readonly InboxFilter Everything = new()
    {
        Kind = TaskKind.Notice, DueFrom = new(2026, 1, 1), DueUntil = new(2027, 12, 31), LifeArea = "mobility", Body = BodyCodes.Council, Text = "weg",
    };

    public static async Task PlayAsync(TestCity city)
    {
        await InboxAsync(city);
        await SweepsAsync(city);
        await MoneyAsync(city);
        foreach (var reader in new[] { city["owner"], city["office"], city["steering-1"], city["citizen"] })
            await city.Do(reader, new GetStart());
        foreach (var number in Enumerable.Range(1, 20))
            await city.SubmitAsync(ProposalWay.Content(1_000 + number));
        city.Clock.Advance(TimeSpan.FromDays(60));
        await city.Do(city["office"], new GetControlRoom());
        await city.Do(city["citizen"], new ListBodies());
        await city.Do(city["citizen"], new GetBody(BodyCodes.Steering));
        await city.Do(city["citizen"], new GetAuthority());
        await city.Do(city["office"], new CheckAuthority());
        await city.Do(city["office"], new ListDefinitions());
        await city.Do(city["office"], new GetDefinition("project-proposal"));
        await city.Do(city["office"], new GetDefinition("project-proposal", 1));
        await IncidentsAsync(city);
        await city.Do(city["admin"], new PublishDefinition(await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json")) + "\n", "second"));
        var moves = (await city.Do(city["admin"], new PreviewMove("project-proposal", 1, 2, null, 1))).Cases;
        await city.Do(city["admin"], new PreviewMove("project-proposal", 1, 2, moves[0].Sequence, 1));
        await city.Do(city["admin"], new MoveCases("project-proposal", 1, 2, [moves[0].InstanceId], "Versuch"));
        await city.Do(city["office"], new GetMove("project-proposal", (await city.Do(city["office"], new GetDefinition("project-proposal"))).Moves[0].Id));
        await DraftsAsync(city);
        await OtherCasesAsync(city);
        await city.Do(city["auditor"], new Verify());
        await city.Do(Actor.System, new ForgetIdempotencyKeys());
    }

    private static async Task OtherCasesAsync(TestCity city)
    {
        await city.PublishAsync(TestFlows.Sequence("child", TestFlows.Event("go")));
        await city.PublishAsync(TestFlows.Sequence("failing", TestFlows.Activity("Elsa.Fault", "no", ("message", "Versuch"))));
        foreach (var (type, child) in new[] { ("Elsa.ExecuteWorkflow", "child"), ("Elsa.ExecuteWorkflow", "failing"), ("Elsa.DispatchWorkflow", "failing"), ("Elsa.BulkDispatchWorkflows", "child") })
        {
            await city.PublishAsync(TestFlows.Sequence("parent", TestFlows.Activity(type, "start", ("workflowDefinitionId", child), ("waitForCompletion", true), ("items", new JsonArray("a", "b")))));
            await city.StartCaseAsync("parent");
            await city.DeliverAsync();
        }

        await city.StartCaseAsync("parent");
        await city.Do(Actor.System, new PostponeCaseMessage((await city.Do(Actor.System, new DueCaseMessages(1)))[0].MessageId));
        await city.PublishAsync(TestFlows.Sequence("retired", TestFlows.Event("go")));
        await city.PublishAsync(TestFlows.Sequence("waiting", TestFlows.Activity("Elsa.DispatchWorkflow", "start", ("workflowDefinitionId", "retired"), ("waitForCompletion", true))));
        await city.StartCaseAsync("waiting");
        await city.Do(city["admin"], new RetireDefinition("retired", 1, Retired: true, "Versuch"));
        await city.DeliverAsync();
        await city.PublishAsync(TestFlows.Sequence("telling", TestFlows.Activity("Elsa.PublishEvent", "tell", ("eventName", "go"), ("correlationId", "{getInput('To')}"))));
        foreach (var to in new[] { "c-1", "" })
        {
            await city.StartCaseAsync("telling", new() { ["To"] = to });
            await city.DeliverAsync();
        }

        await city.PublishAsync(TestFlows.Sequence("hourly", TestFlows.CanStart(TestFlows.Activity("Elsa.Timer", "every", ("interval", "01:00:00"))), TestFlows.Event("go")));
        city.Clock.Advance(TimeSpan.FromHours(1));
        await city.Do(Actor.System, (await city.Do(Actor.System, new DueTriggers(10)))[0]);
        await city.Do(city["office"], new GetDefinition("hourly"));
        await city.PublishAsync(TestFlows.Sequence("echo", TestFlows.CanStart(TestFlows.Event("call")), TestFlows.Activity("Elsa.PublishEvent", "tell", ("eventName", "call"))));
        await city.PublishAsync(TestFlows.Sequence("calling", TestFlows.Activity("Elsa.PublishEvent", "tell", ("eventName", "call"))));
        var single = JsonNode.Parse(TestFlows.Sequence("single", TestFlows.CanStart(TestFlows.Event("call"))))!.AsObject();
        single["options"] = new JsonObject { ["activationStrategyType"] = "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime" };
        await city.PublishAsync(single.ToJsonString());
        await city.StartCaseAsync("calling");
        await city.DeliverAsync();
        await city.PublishAsync(TestFlows.Sequence("asking", TestFlows.Activity("Elsa.SendHttpRequest", "ask", ("url", TestCity.OtherSystem))));
        await city.StartCaseAsync("asking");
        var request = (await city.Do(Actor.System, new DueRequests(10)))[0];
        await city.Do(Actor.System, new ClaimRequest(request));
        await city.Do(Actor.System, new AnswerRequest(request, null, Error.Of("process.answer-too-long", ("most", 1))));
        var parent = (await city.CasesAsync("parent"))[0];
        var journal = await city.Do(city["admin"], new GetJournal(parent.Id, null, 10));
        await city.Do(city["admin"], new GetJournal(journal.Children[0].InstanceId, null, 10));
    }

    private static async Task DraftsAsync(TestCity city)
    {
        const string Workflow = "project-proposal";
        var (admin, text) = (city["admin"], await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json")));
        await city.Do(Actor.System, new OfferDefinition(text + "  ", "workflows/project-proposal.json"));
        var draft = await city.Do(admin, new GetDefinitionDraft(Workflow));
        await city.Do(admin, new GetDefinitionSource(Workflow, null));
        await city.Do(admin, new GetDefinitionSource(Workflow, 1));
        await city.Do(admin, new SaveDefinitionDraft(text.Replace("5wd", "6wd", StringComparison.Ordinal), "Fristen", draft.Version));
        var page = await city.Do(admin, new TryDefinition(Workflow, null, null, 1));
        await city.Do(admin, new TryDefinition(Workflow, 2, page.Next, 10));
        await city.Do(admin, new DiscardDefinitionDraft(Workflow, draft.Version + 1));
        await city.Do(admin, new SaveDefinitionDraft(text + "   ", "Versuch", null));
        await city.Do(admin, new PublishDefinitionDraft(Workflow, draft.Version + 3, "Versuch"));
        await city.Do(admin, new GetJournal(page.Cases[0].InstanceId, null, 1));
        await city.Do(admin, new GetJournal(page.Cases[0].InstanceId, 1, 10));
        await city.Do(admin, new RetireDefinition(Workflow, 3, Retired: true, "Versuch"));
        await city.Do(admin, new RetireDefinition(Workflow, 3, Retired: false, "Versuch"));
    }

    // While no authority table is in force a case stops: nobody knows who decides.
    private static async Task IncidentsAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(2_000));
        var authority = await city.Look(db => db.Set<AuthorityVersion>().AsNoTracking().ToListAsync());
        await city.Look(db => db.Set<AuthorityVersion>().ExecuteDeleteAsync());
        await city.RecommendAsync(proposal);
        var admin = city["admin"];
        var incident = (await city.Do(admin, new ListIncidents(null, 10)))[0];
        await city.Do(admin, new ListIncidents(incident.Sequence, 10));
        await city.Do(admin, new GetIncident(incident.Id));
        await city.Do(admin, new ResolveIncident(incident.Id, IncidentAct.Retry, null, "Versuch"));
        var again = (await city.Do(admin, new ListIncidents(null, 10)))[0];
        await city.Send(admin, new ResolveIncident(again.Id, IncidentAct.Skip, "Done", "Versuch"));
        await city.Do(admin, new ResolveIncident(again.Id, IncidentAct.Cancel, null, "Versuch"));
        await city.Look(db =>
        {
            db.AddRange(authority.Select(version => new AuthorityVersion { Number = version.Number, ValidFrom = version.ValidFrom, Rules = version.Rules }));
            return db.SaveChangesAsync();
        });
    }

    private static async Task InboxAsync(TestCity city)
    {
        var deputy = city["citizen"] with { DeputyFor = [city["owner"].PersonId] };
        foreach (var reader in new[] { city["office"], city["owner"], deputy })
        {
            await city.Do(reader, new CountInbox());
            var first = await city.Do(reader, new ListInbox(Limit: 1));
            await city.Do(reader, new ListInbox(Everything, first.NextCursor, 10));
            await city.Do(reader, new ListInbox(new() { DeputisedOnly = true }));
            var done = await city.Do(reader, new ListDoneTasks(Limit: 1));
            await city.Do(reader, new ListDoneTasks(done.NextCursor));
            foreach (var task in first.Items.Select(item => item.Id).Concat(done.Items.Select(item => item.Id)))
            {
                await city.Do(reader, new TaskExists(task));
                await city.Do(reader, new GetTask(task));
                await city.Do(reader, new MarkTaskSeen(task));
                await city.Send(reader, new CompleteTask(task, "Unknown"));
            }
        }

        var notice = (await city.Do(deputy, new ListInbox(new() { Kind = TaskKind.Notice }))).Items[0].Id;
        await city.Do(deputy, new MarkTaskSeen(notice));
        await city.Do(deputy, new AcknowledgeNotices([notice]));
        await city.Do(deputy, new GetTask(notice));
    }

    private static async Task SweepsAsync(TestCity city)
    {
        city.Clock.Advance(TimeSpan.FromDays(60));
        foreach (var task in await city.Do(Actor.System, new DueTaskNotices(1000)))
            foreach (var _ in Enumerable.Range(1, 3))
                await city.Do(Actor.System, new SendTaskNotice(task));
        var mails = await city.Do(Actor.System, new DueMails(2));
        await city.Do(Actor.System, new ClaimMails(mails));
        await city.Do(Actor.System, new MarkMailsSent([mails[0]]));
        await city.Do(Actor.System, new PostponeMail(mails[1], "421 later"));
        await city.Do(city["admin"], new ListMails(false, null, 1));
        await city.Do(city["admin"], new ListMails(true, 1000, 10));
    }

    private static async Task MoneyAsync(TestCity city)
    {
        var treasurer = city["treasurer"];
        var line = await city.Do(treasurer, new CreateBudgetLine(2026, "mobility", "city", "P-2", "K2"));
        await city.Send(treasurer, new CreateBudgetLine(2026, "mobility", "city", "P-2", "K2"));
        await city.Do(treasurer, new PostAppropriation(line, 100_000, "Haushalt"));
        await city.Do(treasurer, new CheckEntry(line, LedgerEntryKind.Freeze, 10_000));
        await city.Do(treasurer, new AdjustBudgetLine(line, BudgetAdjustment.Freeze, 10_000, "Sperre"));
        var other = await city.Look(db => db.Set<BudgetLine>().Where(row => row.Product == "P-mobility" && row.FiscalYear == 2026).Select(row => row.Id).FirstAsync());
        await city.Do(treasurer, new TransferFunds(line, other, 1_000, "Umschichtung"));
        foreach (var reader in new[] { city["owner"], treasurer })
        {
            await city.Do(reader, new GetBudget());
            await city.Do(reader, new GetBudget(2026));
        }

        await city.Do(treasurer, new GetCover(await city.SubmitAsync(ProposalWay.Content(900))));
        await city.Do(treasurer, new GetBudgetLine(other));
        await city.Do(treasurer, new GetBudgetLine(other, 1_000_000, 1));
    }
}
