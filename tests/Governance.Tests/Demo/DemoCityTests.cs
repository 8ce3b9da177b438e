using Governance.Ballots;
using Governance.Bodies;
using Governance.Demo;
using Governance.Funding;
using Governance.Inbox;
using Governance.LifeAreas;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Demo;

/// <summary>What surface.md § 5 promises of Musterstadt.</summary>
public sealed class DemoCityTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Theory]
    [InlineData(BodyCodes.Steering, BodyKind.Administration, 7)]
    [InlineData(BodyCodes.MobilityCommittee, BodyKind.Committee, 15)]
    [InlineData(BodyCodes.EducationCommittee, BodyKind.Committee, 15)]
    [InlineData(BodyCodes.SafetyCommittee, BodyKind.Committee, 15)]
    [InlineData(BodyCodes.Finance, BodyKind.Committee, 17)]
    [InlineData(BodyCodes.Council, BodyKind.Council, 59)]
    [InlineData(BodyCodes.Advisory, BodyKind.Advisory, 9)]
    public void A_body_has_its_size_and_somebody_else_on_every_seat(string body, BodyKind kind, int size)
    {
        city.Bodies[body].ShouldSatisfyAllConditions(one => one.Kind.ShouldBe(kind), one => one.StatutoryMembers.ShouldBe(size));
        var seats = city.FullSeats(body).ToList();
        seats.Count.ShouldBe(size);
        seats.Select(seat => seat.PersonId).ShouldBeUnique();
        seats.ShouldAllBe(seat => seat.Covers(DemoCity.Today));
        seats.Count(seat => seat.Function == SeatFunction.Chair).ShouldBe(1);
    }

    [Theory]
    [InlineData(BodyCodes.MobilityCommittee)]
    [InlineData(BodyCodes.EducationCommittee)]
    [InlineData(BodyCodes.SafetyCommittee)]
    public void A_committee_has_two_expert_citizens_and_council_members_with_substitutes_in_order(string body)
    {
        var council = city.FullSeats(BodyCodes.Council).Select(seat => seat.PersonId).ToHashSet();
        var seats = city.FullSeats(body).ToLookup(seat => seat.Kind);
        var substitutes = city.Seats.Where(seat => seat.BodyId == city.Bodies[body].Id && seat.SubstituteOrder is not null).OrderBy(seat => seat.SubstituteOrder).ToList();

        seats[SeatKind.ExpertCitizen].Count().ShouldBe(2);
        seats[SeatKind.ExpertCitizen].ShouldAllBe(seat => !council.Contains(seat.PersonId));
        seats[SeatKind.CouncilMember].Count().ShouldBe(13);
        seats[SeatKind.CouncilMember].ShouldAllBe(seat => council.Contains(seat.PersonId));
        substitutes.Select(seat => seat.SubstituteOrder).ShouldBe([1, 2, 3]);
        substitutes.Select(seat => seat.PersonId).ShouldAllBe(person => council.Contains(person));
        substitutes.Select(seat => seat.PersonId).ShouldNotContain(person => city.FullSeats(body).Any(seat => seat.PersonId == person));
    }

    [Fact]
    public void The_mayor_chairs_council_and_finance_committee()
    {
        var mayor = city.People["mayor"];

        Chair(BodyCodes.Council).ShouldBe(mayor);
        Chair(BodyCodes.Finance).ShouldBe(mayor);
        city.FullSeats(BodyCodes.Council).Count(seat => seat.PersonId != mayor).ShouldBe(58);
    }

    [Theory]
    [InlineData("steering", BodyCodes.Steering, 7)]
    [InlineData("mobility", BodyCodes.MobilityCommittee, 15)]
    [InlineData("education", BodyCodes.EducationCommittee, 15)]
    [InlineData("safety", BodyCodes.SafetyCommittee, 15)]
    [InlineData("finance", BodyCodes.Finance, 17)]
    [InlineData("council", BodyCodes.Council, 58)]
    public void A_sign_in_name_is_an_alias_of_the_holder_of_its_seat(string name, string body, int seats)
    {
        var holders = Enumerable.Range(1, seats).Select(seat => city.People[$"{name}{seat}"]).ToList();

        holders.ShouldBeUnique();
        holders.ShouldBeSubsetOf(city.FullSeats(body).Select(seat => seat.PersonId));
        city.People.Keys.ShouldNotContain($"{name}{seats + 1}");
        if (body == BodyCodes.Council)
            return;
        Chair(body).ShouldBe(holders[0]);
        city.FullSeats(body).Single(seat => seat.Function == SeatFunction.DeputyChair).PersonId.ShouldBe(holders[1]);
    }

    [Theory]
    [InlineData("owner", Role.ProjectOwner)]
    [InlineData("owner2", Role.ProjectOwner)]
    [InlineData("office", Role.Office)]
    [InlineData("office2", Role.Office)]
    [InlineData("treasurer", Role.Treasurer)]
    [InlineData("treasurer2", Role.Treasurer)]
    [InlineData("auditor", Role.Auditor)]
    [InlineData("dpo", Role.DataProtectionOfficer)]
    [InlineData("mayor", Role.Mayor)]
    [InlineData("clerk", Role.Clerk)]
    [InlineData("admin", Role.Administrator)]
    [InlineData("citizen", Role.Citizen)]
    public async Task A_name_by_function_holds_its_one_role_and_the_shared_password(string name, Role role)
    {
        var person = await city.Look(db => db.Users.SingleAsync(row => row.Id == city.People[name]));
        var appointments = await city.Look(db => db.Set<Appointment>().Where(row => row.PersonId == person.Id).ToListAsync());
        var shown = await city.Look(db => new DemoSignInNames(db).ListAsync(CancellationToken.None));

        appointments.ShouldHaveSingleItem().Role.ShouldBe(role);
        shown!.Names.Select(one => one.Name).ShouldContain(name);
        new PasswordHasher<Person>().VerifyHashedPassword(person, person.PasswordHash!, shown.Password).ShouldNotBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public async Task Every_life_area_has_lines_with_money_in_this_year_and_the_two_next()
    {
        var lines = await city.Look(db => db.Set<BudgetLine>().AsNoTracking().ToListAsync());

        lines.Select(line => (line.LifeArea, line.FiscalYear)).Distinct().ShouldBe(
            from area in LifeAreaCodes.All from year in Enumerable.Range(DemoCity.Today.Year, 3) select (area, year), ignoreOrder: true);
        lines.ShouldAllBe(line => line.AppropriationCents > 0);
    }

    [Fact]
    public async Task An_objection_period_still_runs() =>
        (await city.Look(db => db.Set<Bookmark>().Where(row => row.ActivityType == "Governance.AwaitObjectionPeriod").Select(row => row.FiresAt).ToListAsync()))
            .ShouldHaveSingleItem().ShouldNotBeNull().ShouldBeGreaterThan(TestCity.Monday.UtcDateTime, "else it would be over once the program starts");

    [Fact]
    public async Task Circular_ballots_still_run()
    {
        var deadlines = await city.Look(db => db.Set<Ballot>().Where(row => row.Status == BallotStatus.Open && row.Procedure == VotingProcedure.Circular).Select(row => row.DeadlineAt).ToListAsync());

        deadlines.ShouldNotBeEmpty();
        deadlines.ShouldAllBe(deadline => deadline > TestCity.Monday.UtcDateTime, "else they would be closed, and without a quorum postponed, once the program starts");
    }

    [Theory]
    [InlineData(ProposalStage.Draft)]
    [InlineData(ProposalStage.FormalCheck)]
    [InlineData(ProposalStage.Returned)]
    [InlineData(ProposalStage.Opinions)]
    [InlineData(ProposalStage.Hearing)]
    [InlineData(ProposalStage.Decision)]
    [InlineData(ProposalStage.Referred)]
    [InlineData(ProposalStage.Postponed)]
    [InlineData(ProposalStage.Rejected)]
    [InlineData(ProposalStage.Adopted)]
    [InlineData(ProposalStage.Granted)]
    [InlineData(ProposalStage.Running)]
    [InlineData(ProposalStage.Closed)]
    [InlineData(ProposalStage.Noted)]
    [InlineData(ProposalStage.Settled)]
    [InlineData(ProposalStage.Withdrawn)]
    public async Task A_stage_of_the_process_has_a_proposal_to_look_at(ProposalStage stage) =>
        (await city.Look(db => db.Set<Proposal>().CountAsync(row => row.Stage == stage))).ShouldBePositive();

    [Fact]
    public async Task Every_life_area_has_a_proposal() =>
        (await city.Look(db => db.Set<Proposal>().Select(row => row.LifeArea).Distinct().ToListAsync())).ShouldBe(LifeAreaCodes.All, ignoreOrder: true);

    [Fact]
    public async Task Tasks_are_overdue_due_today_and_due_within_a_week()
    {
        var days = await city.Look(db => db.Set<InboxTask>().Where(row => row.IsOpen && row.Kind != TaskKind.Notice).Select(row => row.DueAt).ToListAsync());

        var due = days.Select(InboxTask.DueOn).ToList();
        due.ShouldContain(day => day < DemoCity.Today);
        due.ShouldContain(DemoCity.Today);
        due.ShouldContain(day => day > DemoCity.Today && day <= DemoCity.Today.AddDays(7));
    }

    private Guid Chair(string body) => city.FullSeats(body).Single(seat => seat.Function == SeatFunction.Chair).PersonId;
}
