using Governance.Audit;
using Governance.Bodies;
using Governance.People;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Bodies;

public sealed class SeatRulesTests
{
    private static readonly DateOnly Start = new(2026, 12, 1);

    [Theory]
    [OnEachDatabase]
    public async Task A_clerk_ends_a_seat_and_gives_it_to_somebody_else(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var seats = await city.Do(city["clerk"], new ListSeats(BodyCodes.Finance));
        var leaving = seats.Seats.Single(seat => seat.Person == "finance-3");

        await city.Do(city["clerk"], Changed(leaving, seats.Version, until: Start.AddDays(-1)));
        var id = await city.Do(city["clerk"], Seat(city, BodyCodes.Finance, "owner", SeatKind.CouncilMember));

        var after = await city.Do(city["auditor"], new ListSeats(BodyCodes.Finance));
        after.Version.ShouldBe(seats.Version + 2);
        after.Seats.Single(seat => seat.Id == leaving.Id).Until.ShouldBe(new DateOnly(2026, 11, 30));
        after.Seats[0].ShouldSatisfyAllConditions(seat => seat.Id.ShouldBe(id), seat => seat.Person.ShouldBe("owner"), seat => seat.From.ShouldBe(Start));
        (await city.Do(city["clerk"], new GetBody(BodyCodes.Finance))).Members.Select(member => member.Name).ShouldContain("finance-3");
        city.Clock.Advance(TimeSpan.FromDays(10));
        (await city.Do(city["clerk"], new GetBody(BodyCodes.Finance))).Members.Select(member => member.Name).Order().ShouldBe(["finance-1", "finance-2", "owner"]);
        var body = await city.Look(db => db.Set<Body>().SingleAsync(row => row.Code == BodyCodes.Finance));
        (await city.Do(city["auditor"], new ListAuditEntries(body.Id))).Select(entry => (entry.Action, entry.By)).ShouldBe([("seat.added", "clerk"), ("seat.changed", "clerk")]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_person_has_one_seat_at_a_time_and_a_body_one_chair(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await RoomAsync(city, BodyCodes.Finance, 20);

        await city.Do(city["admin"], Seat(city, BodyCodes.Finance, "owner", SeatKind.CouncilMember));

        (await city.Send(city["admin"], Seat(city, BodyCodes.Finance, "owner", SeatKind.Advisory) with { From = Start.AddYears(2) })).Error!.Code.ShouldBe("seat.already-held");
        (await city.Send(city["admin"], Seat(city, BodyCodes.Finance, "owner2", SeatKind.CouncilMember) with { Function = SeatFunction.Chair })).Error!.Code.ShouldBe("seat.chair-taken");
        (await city.Send(city["admin"], Seat(city, BodyCodes.Finance, "owner", SeatKind.CouncilMember) with { From = Start.AddMonths(-2), Until = Start.AddDays(-1) })).Error.ShouldBeNull();
        (await city.Send(city["admin"], Seat(city, BodyCodes.Finance, "owner2", SeatKind.CouncilMember) with { SubstituteOrder = 1 })).Error.ShouldBeNull();
        (await city.Send(city["admin"], Seat(city, BodyCodes.Finance, "citizen", SeatKind.CouncilMember) with { SubstituteOrder = 1 })).Error!.Code.ShouldBe("seat.order-taken");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_two_chairs_entered_at_once_one_is_refused(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await RoomAsync(city, BodyCodes.Advisory, 20);
        var chair = (await city.Do(city["admin"], new ListSeats(BodyCodes.Advisory))).Seats.Single(seat => seat.Function == SeatFunction.Chair);
        await city.Do(city["admin"], Changed(chair, 1, until: Start.AddDays(-1)) with { Body = BodyCodes.Advisory });

        var answers = await Task.WhenAll(new[] { "owner", "owner2", "citizen", "auditor" }
            .Select(name => city.Send(city["clerk"], Seat(city, BodyCodes.Advisory, name, SeatKind.Administration) with { Function = SeatFunction.Chair })));

        answers.Count(answer => answer.IsSuccess).ShouldBe(1);
        answers.Where(answer => !answer.IsSuccess).ShouldAllBe(answer => answer.Error!.Code == "seat.chair-taken");
    }

    [Theory]
    [InlineData(BodyCodes.Council, SeatKind.ExpertCitizen, SeatFunction.Member, null, "seat.kind-not-allowed")]
    [InlineData(BodyCodes.Council, SeatKind.CouncilMember, SeatFunction.Member, 1, "seat.no-substitutes")]
    [InlineData(BodyCodes.Finance, SeatKind.Administration, SeatFunction.Member, null, "seat.kind-not-allowed")]
    [InlineData(BodyCodes.Finance, SeatKind.Advisory, SeatFunction.DeputyChair, null, "seat.cannot-chair")]
    [InlineData(BodyCodes.Finance, SeatKind.CouncilMember, SeatFunction.DeputyChair, 1, "seat.cannot-chair")]
    [InlineData(BodyCodes.Finance, SeatKind.CouncilMember, SeatFunction.Member, null, "seat.body-full")]
    [InlineData(BodyCodes.Office, SeatKind.Administration, SeatFunction.Member, null, "seat.office")]
    [InlineData(BodyCodes.Finance, SeatKind.Advisory, SeatFunction.Member, null, null)]
    [InlineData(BodyCodes.Finance, SeatKind.CouncilMember, SeatFunction.Member, 1, null)]
    public async Task A_seat_fits_its_body(string body, SeatKind kind, SeatFunction function, int? substitute, string? refusal)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);

        (await city.Send(city["admin"], Seat(city, body, "owner", kind) with { Function = function, SubstituteOrder = substitute })).Error?.Code.ShouldBe(refusal);

        (await city.Do(city["admin"], new ListSeats(body))).Seats.Count(seat => seat.Person == "owner").ShouldBe(refusal is null ? 1 : 0);
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_administrator_has_no_voting_seat(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await RoomAsync(city, BodyCodes.Steering, 20);

        (await city.Send(city["clerk"], Seat(city, BodyCodes.Steering, "admin", SeatKind.Administration))).Error!.Code.ShouldBe("seat.without-vote");
        (await city.Send(city["clerk"], Seat(city, BodyCodes.Steering, "auditor", SeatKind.Administration))).Error!.Code.ShouldBe("seat.without-vote");

        (await city.Send(city["clerk"], Seat(city, BodyCodes.Steering, "admin", SeatKind.Advisory))).Error.ShouldBeNull();
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_is_in_the_citys_service_is_not_elected_and_an_expert_citizen_is_no_council_member(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await RoomAsync(city, BodyCodes.MobilityCommittee, 20);
        await RoomAsync(city, BodyCodes.Council, 20);
        AddSeat Committee(string person, SeatKind kind) => Seat(city, BodyCodes.MobilityCommittee, person, kind);

        foreach (var person in new[] { "office", "treasurer" })
            foreach (var kind in new[] { SeatKind.CouncilMember, SeatKind.ExpertCitizen })
                (await city.Send(city["clerk"], Committee(person, kind))).Error!.Code.ShouldBe("seat.in-service", $"{person} as {kind}");
        (await city.Send(city["clerk"], Committee("mayor", SeatKind.ExpertCitizen))).Error!.Code.ShouldBe("seat.in-service", "of the council by law");
        (await city.Send(city["clerk"], Committee("office", SeatKind.Advisory))).Error.ShouldBeNull();
        (await city.Send(city["clerk"], Committee("council-2", SeatKind.ExpertCitizen))).Error!.Code.ShouldBe("seat.is-council-member");
        await city.Do(city["clerk"], Committee("owner2", SeatKind.ExpertCitizen) with { Until = Start.AddYears(1) });
        (await city.Send(city["clerk"], Seat(city, BodyCodes.Council, "owner2", SeatKind.CouncilMember))).Error!.Code.ShouldBe("seat.is-expert-citizen");
        (await city.Send(city["clerk"], Seat(city, BodyCodes.Council, "owner2", SeatKind.CouncilMember) with { From = Start.AddYears(1).AddDays(1) })).Error.ShouldBeNull("one after the other");

        (await city.Send(city["admin"], new AddAppointment(city["owner2"].PersonId, Role.Treasurer, Start, null))).Error!.Code.ShouldBe("appointment.elected");
        (await city.Send(city["admin"], new AddAppointment(city["council-2"].PersonId, Role.Office, Start, null))).Error!.Code.ShouldBe("appointment.elected");
        (await city.Send(city["admin"], new AddAppointment(city["council-2"].PersonId, Role.Clerk, Start, null))).Error.ShouldBeNull("a council member may keep the minutes (§ 52 (1) GO NRW)");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Expert_citizens_are_fewer_than_council_members_and_not_in_the_finance_committee(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        foreach (var body in new[] { BodyCodes.MobilityCommittee, BodyCodes.Finance })
            await RoomAsync(city, body, 20);
        (await city.Send(city["clerk"], Seat(city, BodyCodes.Finance, "owner", SeatKind.ExpertCitizen))).Error!.Code.ShouldBe("seat.kind-not-allowed", "§ 59 GO NRW");

        foreach (var expert in new[] { "owner", "owner2" })
            await city.Do(city["clerk"], Seat(city, BodyCodes.MobilityCommittee, expert, SeatKind.ExpertCitizen));
        (await city.Send(city["clerk"], Seat(city, BodyCodes.MobilityCommittee, "citizen", SeatKind.ExpertCitizen))).Error!.Code.ShouldBe("seat.too-many-experts", "three beside three");
        (await city.Send(city["clerk"], Seat(city, BodyCodes.MobilityCommittee, "citizen", SeatKind.ExpertCitizen) with { SubstituteOrder = 1 })).Error.ShouldBeNull("a substitute sits for somebody");
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_should_not_be_can_be_ended(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var seats = await city.Do(city["clerk"], new ListSeats(BodyCodes.Finance));
        var seat = seats.Seats.Single(one => one.Person == "finance-3");
        await city.Look(db =>
        {
            db.Add(new Appointment { PersonId = city["finance-3"].PersonId, Role = Role.Office, From = new DateOnly(2021, 1, 1) });
            return db.SaveChangesAsync();
        });

        (await city.Send(city["clerk"], Changed(seat, seats.Version, until: null) with { From = new DateOnly(2019, 1, 1) })).Error!.Code.ShouldBe("seat.in-service", "nothing is added to it");
        await city.Do(city["clerk"], Changed(seat, seats.Version, until: Start));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_two_seats_that_exclude_each_other_entered_at_once_in_two_bodies_one_is_refused(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        foreach (var body in new[] { BodyCodes.MobilityCommittee, BodyCodes.Council })
            await RoomAsync(city, body, 20);
        foreach (var person in new[] { "owner", "owner2", "citizen" })
        {
            var answers = await Race.BothAsync(
                () => city.Send(city["clerk"], Seat(city, BodyCodes.MobilityCommittee, person, SeatKind.ExpertCitizen) with { SubstituteOrder = person.Length + (person == "owner2" ? 10 : 0) }),
                () => city.Send(city["admin"], Seat(city, BodyCodes.Council, person, SeatKind.CouncilMember)));
            answers.Count(answer => answer.IsSuccess).ShouldBe(1, string.Join(", ", answers.Select(answer => answer.Error?.Code)));
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_change_of_what_somebody_else_changed_meanwhile_is_refused(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var seats = await city.Do(city["clerk"], new ListSeats(BodyCodes.Finance));
        await city.Do(city["admin"], Changed(seats.Seats[0], seats.Version, until: Start));

        (await city.Send(city["clerk"], Changed(seats.Seats[1], seats.Version, until: Start))).Error!.Code.ShouldBe("version.stale");
        (await city.Send(city["clerk"], Changed(seats.Seats[1], seats.Version + 1, until: new DateOnly(2019, 1, 1)))).Error!.Fields["Until"].ShouldHaveSingleItem().Code.ShouldBe("seat.until-before-from");
        (await city.Send(city["clerk"], Changed(seats.Seats[1], seats.Version + 1, until: Start) with { Body = BodyCodes.Council })).Error!.Code.ShouldBe("seat.not-found");
    }

    private static AddSeat Seat(TestCity city, string body, string person, SeatKind kind) =>
        new(body, city[person].PersonId, kind, SeatFunction.Member, "", SubstituteOrder: null, Start, Until: null);

    private static ChangeSeat Changed(SeatLine seat, int version, DateOnly? until) =>
        new(BodyCodes.Finance, seat.Id, seat.Kind, seat.Function, seat.Group, seat.SubstituteOrder, seat.From, until, version);

    private static async Task RoomAsync(TestCity city, string code, int members)
    {
        var body = await city.Do(city["admin"], new GetBody(code));
        await city.Do(city["admin"], new ChangeBody(code, code, code, body.Kind, members, body.Procedure, body.Version));
    }
}
