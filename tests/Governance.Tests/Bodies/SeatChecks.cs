using CsCheck;
using Governance.Bodies;

namespace Governance.Tests.Bodies;

/// <summary>Which seats there can be beside each other: § 40 (2), § 58 (3), § 59 GO NRW, and never more than the statute has.</summary>
public sealed class SeatChecks
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Theory]
    [InlineData(BodyKind.Council, SeatKind.CouncilMember, SeatFunction.Member, null, null), InlineData(BodyKind.Council, SeatKind.Advisory, SeatFunction.Member, null, null)]
    [InlineData(BodyKind.Council, SeatKind.ExpertCitizen, SeatFunction.Member, null, "seat.kind-not-allowed"), InlineData(BodyKind.Council, SeatKind.Administration, SeatFunction.Member, null, "seat.kind-not-allowed")]
    [InlineData(BodyKind.Council, SeatKind.CouncilMember, SeatFunction.Member, 1, "seat.no-substitutes"), InlineData(BodyKind.Committee, SeatKind.CouncilMember, SeatFunction.Member, 1, null)]
    [InlineData(BodyKind.Committee, SeatKind.Administration, SeatFunction.Member, null, "seat.kind-not-allowed"), InlineData(BodyKind.Committee, SeatKind.Advisory, SeatFunction.Member, null, null)]
    [InlineData(BodyKind.Committee, SeatKind.CouncilMember, SeatFunction.Chair, null, null), InlineData(BodyKind.Committee, SeatKind.Advisory, SeatFunction.Chair, null, "seat.cannot-chair")]
    [InlineData(BodyKind.Committee, SeatKind.CouncilMember, SeatFunction.DeputyChair, 2, "seat.cannot-chair")]
    [InlineData(BodyKind.Administration, SeatKind.Administration, SeatFunction.Member, null, null), InlineData(BodyKind.Administration, SeatKind.ExpertCitizen, SeatFunction.Member, null, "seat.too-many-experts")]
    [InlineData(BodyKind.Advisory, SeatKind.Administration, SeatFunction.Chair, null, null)]
    public void A_seat_alone(BodyKind body, SeatKind kind, SeatFunction function, int? substitute, string? refusal) =>
        (SeatRules.Check(Body(body, 5), Seat(kind, function, substitute), [])?.Code).ShouldBe(refusal);

    [Fact]
    public void The_finance_committee_has_no_expert_citizens_and_the_office_no_seats()
    {
        Seat[] council = [Seat(), Seat(), Seat()];
        SeatRules.Check(Body(BodyKind.Committee, 9), Seat(SeatKind.ExpertCitizen), council).ShouldBeNull();
        SeatRules.Check(Body(BodyKind.Committee, 9, BodyCodes.Finance), Seat(SeatKind.ExpertCitizen), council)!.Code.ShouldBe("seat.kind-not-allowed");
        SeatRules.Check(Body(BodyKind.Administration, 9, procedure: VotingProcedure.Office), Seat(SeatKind.Administration), [])!.Code.ShouldBe("seat.office");
    }

    [Fact]
    public void Nobody_sits_twice_at_once_and_one_after_the_other_is_told_with_its_days()
    {
        var first = Seat(from: First, until: First.AddDays(9));
        var again = Seat(person: first.PersonId, from: First.AddDays(9));
        var refused = SeatRules.Check(Body(BodyKind.Council, 5), again, [first]).ShouldNotBeNull();
        (refused.Code, refused.Facts["from"], refused.Facts["until"]).ShouldBe(("seat.already-held", First, First.AddDays(9)));
        SeatRules.Check(Body(BodyKind.Council, 5), Seat(person: first.PersonId, from: First.AddDays(10)), [first]).ShouldBeNull();
        SeatRules.Check(Body(BodyKind.Council, 5), Seat(from: First.AddDays(9)), [first]).ShouldBeNull("somebody else");
    }

    [Fact]
    public void There_is_one_chair_at_a_time_and_any_number_of_deputies()
    {
        var chair = Seat(function: SeatFunction.Chair, from: First, until: First.AddDays(30));
        var refused = SeatRules.Check(Body(BodyKind.Committee, 5), Seat(function: SeatFunction.Chair, from: First.AddDays(30)), [Seat(), chair]).ShouldNotBeNull();
        (refused.Code, refused.Facts["from"], refused.Facts["until"]).ShouldBe(("seat.chair-taken", First, First.AddDays(30)));
        SeatRules.Check(Body(BodyKind.Committee, 5), Seat(function: SeatFunction.Chair, from: First.AddDays(31)), [chair]).ShouldBeNull();
        SeatRules.Check(Body(BodyKind.Committee, 5), Seat(function: SeatFunction.DeputyChair), [chair, Seat(function: SeatFunction.DeputyChair)]).ShouldBeNull();
    }

    [Fact]
    public void Each_place_among_the_substitutes_is_held_once()
    {
        var second = Seat(substitute: 2);
        SeatRules.Check(Body(BodyKind.Committee, 1), Seat(substitute: 2), [second]).ShouldNotBeNull().ShouldSatisfyAllConditions(
            error => error.Code.ShouldBe("seat.order-taken"), error => error.Facts["order"].ShouldBe(2));
        SeatRules.Check(Body(BodyKind.Committee, 1), Seat(substitute: 1), [second]).ShouldBeNull();
    }

    [Fact]
    public void Substitutes_and_advisers_take_no_seat_of_the_statute()
    {
        Seat[] others = [Seat(substitute: 1), Seat(SeatKind.Advisory), Seat()];
        SeatRules.Check(Body(BodyKind.Committee, 2), Seat(), others).ShouldBeNull();
        SeatRules.Check(Body(BodyKind.Committee, 1), Seat(), others)!.Code.ShouldBe("seat.body-full");
        SeatRules.Check(Body(BodyKind.Committee, 1), Seat(substitute: 2), others).ShouldBeNull();
        SeatRules.Check(Body(BodyKind.Committee, 1), Seat(SeatKind.Advisory), others).ShouldBeNull();
    }

    [Fact]
    public void A_body_is_full_from_the_day_on_which_it_is()
    {
        // Full from the tenth day on, when the second begins.
        Seat[] others = [Seat(), Seat(from: First.AddDays(9))];
        var refused = SeatRules.Check(Body(BodyKind.Council, 2), Seat(), others).ShouldNotBeNull();
        (refused.Code, refused.Facts["members"], refused.Facts["day"]).ShouldBe(("seat.body-full", 2, First.AddDays(9)));
        SeatRules.Check(Body(BodyKind.Council, 2), Seat(until: First.AddDays(8)), others).ShouldBeNull("it has ended by then");
        SeatRules.Check(Body(BodyKind.Council, 2), Seat(until: First.AddDays(9)), others)!.Code.ShouldBe("seat.body-full");
    }

    [Fact]
    public void Expert_citizens_are_fewer_than_council_members_on_each_of_their_days()
    {
        Seat[] others = [Seat(), Seat(until: First.AddDays(9)), Seat(from: First.AddDays(20)), Seat(SeatKind.ExpertCitizen, from: First.AddDays(20))];
        SeatRules.Check(Body(BodyKind.Committee, 9), Seat(SeatKind.ExpertCitizen, until: First.AddDays(19)), others).ShouldBeNull("two council members when it begins");
        var refused = SeatRules.Check(Body(BodyKind.Committee, 9), Seat(SeatKind.ExpertCitizen), others).ShouldNotBeNull();
        (refused.Code, refused.Facts["experts"], refused.Facts["council"], refused.Facts["day"]).ShouldBe(("seat.too-many-experts", 2, 2, First.AddDays(20)));
        SeatRules.Check(Body(BodyKind.Committee, 9), Seat(SeatKind.ExpertCitizen), [Seat()])!.Code.ShouldBe("seat.too-many-experts", "as many are not fewer");
        SeatRules.Check(Body(BodyKind.Committee, 9), Seat(), [Seat(SeatKind.ExpertCitizen), Seat(SeatKind.ExpertCitizen)]).ShouldBeNull("a council member always helps");
    }

    [Fact]
    public void Whatever_is_accepted_one_after_the_other_no_day_has_more_than_the_statute()
    {
        var seats = Gen.Select(Gen.Enum<SeatKind>(), Gen.Int[0, 20], Gen.Int[0, 20], Gen.Bool, (kind, from, days, endless) =>
            Seat(kind, from: First.AddDays(from), until: endless ? null : First.AddDays(from + days))).Array[1, 14];
        Gen.Select(seats, Gen.Int[1, 5]).Sample((wanted, statutory) =>
        {
            var body = Body(BodyKind.Committee, statutory);
            var held = new List<Seat>();
            foreach (var seat in wanted)
                if (SeatRules.Check(body, seat, held) is null)
                    held.Add(seat);
            for (var day = 0; day <= 45; day++)
            {
                var sitting = held.Where(seat => seat.Kind != SeatKind.Advisory && seat.Covers(First.AddDays(day))).ToList();
                sitting.Count.ShouldBeLessThanOrEqualTo(statutory);
            }
        });
    }

    private static Body Body(BodyKind kind, int members, string code = "body", VotingProcedure procedure = VotingProcedure.InSession) =>
        new() { Code = code, NameDe = code, NameEn = code, Kind = kind, StatutoryMembers = members, Procedure = procedure };

    private static Seat Seat(
        SeatKind kind = SeatKind.CouncilMember, SeatFunction function = SeatFunction.Member, int? substitute = null, Guid? person = null, DateOnly? from = null, DateOnly? until = null) => new()
    {
        BodyId = Guid.Empty, PersonId = person ?? Guid.NewGuid(), Kind = kind, Function = function, SubstituteOrder = substitute, From = from ?? First, Until = until,
    };
}
