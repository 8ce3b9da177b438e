using Governance.Audit;
using Governance.Bodies;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Bodies;

public sealed class BodyTests
{
    private static readonly CreateBody Board = new("youth-board", " Jugendbeirat ", "Youth board", BodyKind.Advisory, 11, VotingProcedure.Circular);

    [Theory]
    [OnEachDatabase]
    public async Task A_body_is_created_and_changed_and_both_are_in_the_audit_trail(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);

        (await city.Do(city["admin"], Board)).ShouldBe("youth-board");
        await city.Do(city["admin"], new ChangeBody("youth-board", "Jugendrat", "Youth council", BodyKind.Advisory, 13, VotingProcedure.InSession, 0));

        var body = await city.Do(city["citizen"], new GetBody("youth-board"));
        body.ShouldSatisfyAllConditions(
            it => it.Name.De.ShouldBe("Jugendrat"), it => it.StatutoryMembers.ShouldBe(13), it => it.Procedure.ShouldBe(VotingProcedure.InSession), it => it.Version.ShouldBe(1));
        var entries = await city.Do(city["auditor"], new ListAuditEntries(body.Id));
        entries.Select(entry => entry.Action).ShouldBe(["body.changed", "body.created"]);
        entries[0].Facts.ShouldContain("""
            "before":{"nameDe":"Jugendbeirat","nameEn":"Youth board","members":11,"procedure":"Circular"}
            """.Trim());
        (await city.Do(city["auditor"], new Verify())).IsSound.ShouldBeTrue();
    }

    [Theory]
    [InlineData(BodyKind.Council, VotingProcedure.Circular, "body.circular-not-allowed")]
    [InlineData(BodyKind.Committee, VotingProcedure.Circular, "body.circular-not-allowed")]
    [InlineData(BodyKind.Administration, VotingProcedure.Office, "body.office-alone")]
    [InlineData(BodyKind.Administration, VotingProcedure.Circular, null)]
    [InlineData(BodyKind.Committee, VotingProcedure.InSession, null)]
    public async Task Council_and_committees_never_decide_by_circulation(BodyKind kind, VotingProcedure procedure, string? refusal)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);

        var answer = await city.Send(city["admin"], Board with { Kind = kind, Procedure = procedure });

        answer.Error?.Fields["Procedure"].ShouldHaveSingleItem().Code.ShouldBe(refusal);
        (await city.Look(db => db.Set<Body>().AnyAsync(body => body.Code == "youth-board"))).ShouldBe(refusal is null);
    }

    [Theory]
    [InlineData("Jugend", "body.code-invalid")]
    [InlineData("x", "body.code-invalid")]
    [InlineData("committee", "body.code-reserved")]
    [InlineData("edit", "body.code-reserved")]
    public async Task A_code_is_one_that_addresses_and_tables_can_name(string code, string refusal)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);

        (await city.Send(city["admin"], Board with { Code = code })).Error!.Fields["Code"].ShouldHaveSingleItem().Code.ShouldBe(refusal);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_city_has_one_council_and_each_code_once(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);

        (await city.Send(city["admin"], Board with { Kind = BodyKind.Council, Procedure = VotingProcedure.InSession })).Error!.Code.ShouldBe("council.already-exists");
        (await city.Send(city["admin"], Board with { Code = BodyCodes.Finance })).Error!.Code.ShouldBe("body.already-exists");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_body_does_not_become_smaller_than_its_seats_or_of_a_kind_that_they_do_not_fit(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var finance = new ChangeBody(BodyCodes.Finance, "Finanzen", "Finance", BodyKind.Committee, 3, VotingProcedure.InSession, 0);

        (await city.Send(city["admin"], finance with { StatutoryMembers = 2 })).Error!.Code.ShouldBe("seat.body-full");
        (await city.Send(city["admin"], finance with { Code = BodyCodes.Steering })).Error!.Code.ShouldBe("seat.kind-not-allowed");
        (await city.Send(city["admin"], finance with { Version = 7 })).Error!.Code.ShouldBe("version.stale");
        (await city.Send(city["admin"], finance with { Code = "nowhere" })).Error!.Code.ShouldBe("body.not-found");
        (await city.Send(city["admin"], finance)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_running_ballot_keeps_the_size_that_held_when_it_began()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(60_000));
        await city.RecommendAsync(proposal);

        await city.Do(city["admin"], new ChangeBody(BodyCodes.Steering, "Lenkungskreis", "Steering group", BodyKind.Administration, 9, VotingProcedure.Circular, 0));

        (await city.Look(db => db.Set<Governance.Ballots.Ballot>().SingleAsync(ballot => ballot.ProposalId == proposal))).StatutoryMembers.ShouldBe(3);
    }
}
