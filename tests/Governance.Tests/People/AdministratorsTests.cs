using Governance.Audit;
using Governance.Bodies;
using Governance.Notifications;
using Governance.People;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.People;

public sealed class AdministratorsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [OnEachDatabase]
    public async Task People_are_found_by_text_role_and_lock(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.Do(city["admin"], new LockPerson("clerk"));

        (await NamesAsync(city, new ListPeople("TREAS"))).ShouldBe(["treasurer"]);
        (await NamesAsync(city, new ListPeople(Role: Role.ProjectOwner))).ShouldBe(["owner", "owner2"]);
        (await NamesAsync(city, new ListPeople(Locked: true))).ShouldBe(["clerk"]);
        (await NamesAsync(city, new ListPeople(Role: Role.Clerk, Locked: false))).ShouldBeEmpty();
        var all = await city.Do(city["auditor"], new ListPeople());
        all.Total.ShouldBe(33);
        all.Items.Single(person => person.UserName == "clerk").ShouldSatisfyAllConditions(person => person.IsLocked.ShouldBeTrue(), person => person.Roles.ShouldBe([Role.Clerk]));
        (await city.Do(city["admin"], new ListPeople(Page: 2))).Items.ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_person_is_changed_once_by_what_was_seen(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var seen = await city.Do(city["admin"], new GetPerson(city["owner"].PersonId));
        var change = new ChangePerson(seen.Id, "Jana Thelen", "jana@city.example", "Tiefbauamt", "en", seen.Stamp);

        await city.Do(city["admin"], change);

        (await city.Send(city["admin"], change)).Error!.Code.ShouldBe("version.stale");
        (await city.Do(city["auditor"], new GetPerson(seen.Id))).ShouldSatisfyAllConditions(
            person => person.FullName.ShouldBe("Jana Thelen"), person => person.Email.ShouldBe("jana@city.example"), person => person.Culture.ShouldBe("en"));
        (await city.Send(city["admin"], change with { Email = "nowhere", Culture = "fr", FullName = "" })).Error!.Fields.Keys.Order().ShouldBe(["Culture", "Email", "FullName"]);
        (await city.Send(city["admin"], change with { Id = Guid.NewGuid() })).Error!.Code.ShouldBe("people.not-found");
        (await city.Do(city["auditor"], new ListAuditEntries(seen.Id))).ShouldHaveSingleItem().Facts.ShouldContain("\"before\":{\"fullName\":\"owner\"");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_role_is_given_and_ended_by_day(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var owner = city["owner"].PersonId;

        foreach (var (from, code) in new[] { (Today.AddDays(-1), "appointment.begins-too-early"), (default, "input.required") })
            (await city.Send(city["admin"], new AddAppointment(owner, Role.Office, from, Until: null))).Error!.Fields["From"].ShouldHaveSingleItem().Code.ShouldBe(code);
        var id = await city.Do(city["admin"], new AddAppointment(owner, Role.Office, Today.AddDays(1), Until: null));
        (await city.Send(city["admin"], new AddAppointment(owner, Role.Office, Today.AddYears(1), Until: null))).Error!.Code.ShouldBe("appointment.already-held");
        await city.Do(city["admin"], new EndAppointment(id, Today.AddDays(7)));

        (await city.Send(city["admin"], new EndAppointment(id, Today.AddDays(8)))).Error!.Fields["Until"].ShouldHaveSingleItem().Code.ShouldBe("appointment.ends-later");
        (await city.Send(city["admin"], new EndAppointment(id, Today))).Error!.Fields["Until"].ShouldHaveSingleItem().Code.ShouldBe("appointment.ends-too-early");
        city.Clock.Advance(TimeSpan.FromDays(8));
        (await city.Send(city["admin"], new EndAppointment(id, Today.AddDays(9)))).Error!.Code.ShouldBe("appointment.already-ended");
        (await city.Do(city["auditor"], new GetPerson(owner))).Appointments.Select(one => (one.Role, one.From, one.Until))
            .ShouldBe([(Role.Office, Today.AddDays(1), Today.AddDays(7)), (Role.ProjectOwner, new DateOnly(2020, 1, 1), (DateOnly?)null)]);
        (await city.Do(city["auditor"], new ListAuditEntries(owner))).Select(entry => entry.Action).ShouldBe(["person.appointment-ended", "person.appointed"]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_two_roles_given_at_once_that_exclude_each_other_one_is_refused(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var citizen = city["citizen"].PersonId;

        var answers = await Task.WhenAll(new[] { Role.Administrator, Role.Treasurer }.Select(role => city.Send(city["admin"], new AddAppointment(citizen, role, Today, Until: null))));

        answers.Count(answer => answer.IsSuccess).ShouldBe(1);
        answers.Single(answer => !answer.IsSuccess).Error!.Code.ShouldBe("appointment.excluded");
    }

    [Theory]
    [InlineData("office", Role.Administrator)]
    [InlineData("treasurer", Role.Administrator)]
    [InlineData("auditor", Role.Administrator)]
    [InlineData("clerk", Role.Administrator)]
    [InlineData("steering-2", Role.Administrator)]
    public async Task An_administrator_has_no_say_in_decisions(string name, Role role)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);

        (await city.Send(city["admin"], new AddAppointment(city[name].PersonId, role, Today, Until: null))).Error!.Code.ShouldBe("appointment.excluded");

        (await city.Send(city["admin"], new CreatePerson("both", "Both", "b@city.example", "", "de", [role, Role.Mayor], "correct horse battery"))).Error!.Fields["Roles"]
            .ShouldHaveSingleItem().Code.ShouldBe("appointment.excluded");
    }

    [Theory]
    [InlineData("auditor", Role.Treasurer)]
    [InlineData("auditor", Role.Office)]
    [InlineData("auditor", Role.ProjectOwner)]
    [InlineData("treasurer", Role.Auditor)]
    [InlineData("owner", Role.Auditor)]
    [InlineData("steering-2", Role.Auditor)]
    public async Task An_auditor_changes_nothing_of_what_is_audited(string name, Role role)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);

        (await city.Send(city["admin"], new AddAppointment(city[name].PersonId, role, Today, Until: null))).Error!.Code.ShouldBe("appointment.excluded");
    }

    [Fact]
    public async Task Administrators_do_not_touch_themselves_so_that_one_always_remains()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var admin = city["admin"];
        var own = (await city.Do(admin, new GetPerson(admin.PersonId))).Appointments.ShouldHaveSingleItem();

        (await city.Send(admin, new AddAppointment(admin.PersonId, Role.ProjectOwner, Today, Until: null))).Error!.Code.ShouldBe("appointment.own");
        (await city.Send(admin, new EndAppointment(own.Id, Today))).Error!.Code.ShouldBe("appointment.own");
        (await city.Send(admin, new LockPerson("admin"))).Error!.Code.ShouldBe("person.lock-self");
        (await city.Send(admin, new ResetPassword(admin.PersonId))).Error!.Code.ShouldBe("password.own");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_new_password_works_is_kept_nowhere_and_its_owner_is_told(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var owner = city["owner"].PersonId;

        var made = await city.Do(city["admin"], new ResetPassword(owner));

        (await city.Do(Actor.Visitor, new CheckPassword("owner", made.Password))).IsRight.ShouldBeTrue();
        made.ToString().ShouldNotContain(made.Password);
        var mail = await city.Look(db => db.Set<OutgoingMail>().SingleAsync());
        mail.ShouldSatisfyAllConditions(it => it.PersonId.ShouldBe(owner), it => it.Facts.ShouldContain("\"by\":\"admin\""), it => it.Facts.ShouldNotContain(made.Password));
        var entry = (await city.Do(city["auditor"], new ListAuditEntries(owner))).ShouldHaveSingleItem();
        entry.ShouldSatisfyAllConditions(it => it.Action.ShouldBe("person.password-reset"), it => it.By.ShouldBe("admin"), it => it.Facts.ShouldBe("{}"));
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestCity city, ListPeople request) =>
        (await city.Do(city["admin"], request)).Items.Select(person => person.UserName).Order(StringComparer.Ordinal);
}
