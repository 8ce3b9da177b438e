using Governance.Audit;
using Governance.Bodies;
using Governance.Inbox;
using Governance.People;
using Governance.Tests.City;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.SqlServer;

/// <summary>Administrator and clerk: people, appointments, deputies, bodies and seats.</summary>
internal static class AdministrationAct
{
    private const string Password = "correct horse battery";

    public static async Task PlayAsync(TestCity city)
    {
        var today = DateOnly.FromDateTime(city.Clock.GetUtcNow().UtcDateTime);
        var colleague = await PersonAsync(city, today);
        await DeputiesAsync(city, today);
        await BodiesAsync(city, colleague, today);
        await DelegateAsync(city, colleague);
    }

    private static async Task<Guid> PersonAsync(TestCity city, DateOnly today)
    {
        var admin = city["admin"];
        var id = await city.Do(admin, new CreatePerson("office2", "Olga Neu", "office2@city.example", "Stabsstelle", "de", [Role.Office], Password));
        var stamp = await city.Look(db => db.Users.Where(one => one.Id == id).Select(one => one.ConcurrencyStamp).SingleAsync());
        await city.Do(admin, new ChangePerson(id, "Olga Alt", "office2@city.example", "Stabsstelle", "en", stamp!));
        var appointment = await city.Do(admin, new AddAppointment(id, Role.Treasurer, today, null));
        await city.Send(admin, new AddAppointment(id, Role.Administrator, today, null));
        await city.Send(admin, new AddAppointment(city["steering-1"].PersonId, Role.Administrator, today, null));
        await city.Do(admin, new EndAppointment(appointment, today));
        await city.Do(admin, new GetPerson(id));
        await city.Do(admin, new ListPeople());
        await city.Do(admin, new ListPeople("Olga", Role.Office, Locked: false));
        await city.Do(admin, new ListPeople(Locked: true, Page: 2));
        await city.Do(admin, new ListAuditEntries(id));
        await city.Do(admin, new ResetPassword(id));
        await city.Do(admin, new ListColleagues());
        return id;
    }

    private static async Task DeputiesAsync(TestCity city, DateOnly today)
    {
        var deputy = await city.Do(city["owner"], new AppointDeputy(city["owner"].PersonId, city["owner2"].PersonId, today, today.AddDays(10)));
        await city.Send(city["owner"], new AppointDeputy(city["owner"].PersonId, city["owner2"].PersonId, today, today.AddDays(10)));
        await city.Do(city["owner"], new ListDeputies());
        await city.Do(city["office"], new ListDeputies());
        await city.Do(city["owner"], new EndDeputy(deputy));
    }

    private static async Task BodiesAsync(TestCity city, Guid colleague, DateOnly today)
    {
        var (admin, clerk) = (city["admin"], city["clerk"]);
        await city.Do(admin, new CreateBody("committee-new", "Neu", "New", BodyKind.Committee, 3, VotingProcedure.InSession));
        await city.Send(admin, new CreateBody("second-council", "Rat", "Council", BodyKind.Council, 3, VotingProcedure.InSession));
        await city.Send(admin, new ChangeBody("committee-new", "Rat", "Council", BodyKind.Council, 3, VotingProcedure.InSession, 0));
        await city.Do(admin, new ChangeBody("committee-new", "Neuer", "Newer", BodyKind.Committee, 3, VotingProcedure.InSession, 0));
        await city.Send(clerk, new AddSeat("committee-new", colleague, SeatKind.CouncilMember, SeatFunction.Member, "A", null, today, null));
        var elected = city["owner2"].PersonId;
        var seat = await city.Do(clerk, new AddSeat("committee-new", elected, SeatKind.CouncilMember, SeatFunction.Member, "A", null, today, null));
        var version = (await city.Do(clerk, new ListSeats("committee-new"))).Version;
        await city.Do(clerk, new ChangeSeat("committee-new", seat, SeatKind.CouncilMember, SeatFunction.Chair, "B", null, today, null, version));
        await city.Send(admin, new AddAppointment(elected, Role.Treasurer, today, null));
        await city.Do(clerk, new ListBodyNames());
        await city.Do(clerk, new ListCandidates());
    }

    private static async Task DelegateAsync(TestCity city, Guid colleague)
    {
        var office = city["office"];
        var task = await city.TaskAsync(await city.SubmitAsync(ProposalWay.Content(9_000)), "formal-check");
        await city.Do(office, new SaveTaskDraft(task, "Halb fertig"));
        await city.Do(office, new SaveTaskDraft(task, "Fast fertig"));
        await city.Do(office, new ListTaskReceivers(task));
        await city.Do(office, new DelegateTask(task, colleague, "Urlaub"));
        await city.Do(office, new ListDelegatedTasks());
        await city.Do(office, new TakeBackTask(task));
        await city.Do(office, new DelegateTask(task, colleague, "Doch"));
        var execution = await city.Look(db => db.Set<InboxTask>().Where(row => row.ActivityId == "execution" && row.IsOpen).Select(row => row.Id).FirstAsync());
        await city.Do(city["owner"], new ListTaskReceivers(execution));
        var deputy = city["owner2"] with { DeputyFor = [city["owner"].PersonId] };
        await city.Do(deputy, new SaveTaskDraft(execution, "Noch offen"));
        await city.Do(deputy, new CompleteTask(execution, "Begun", Data: new Dictionary<string, string?>(StringComparer.Ordinal) { ["carriedOutBy"] = "Tiefbauamt", ["doneBy"] = "2027-06-30" }));
        await city.Do(deputy, new ListDoneTasks());
    }
}
