using Governance.Audit;
using Governance.Bodies;
using Governance.Demo;
using Governance.People;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Bodies;

public sealed class FoundCityTests
{
    [Theory]
    [OnEachDatabase]
    public async Task An_empty_city_gets_the_standard_bodies_and_a_sound_table(Provider provider)
    {
        await using var product = await Product.StartAsync(provider);

        (await product.SendAsync(null, new FoundCity())).Error.ShouldBeNull();

        var bodies = (await product.SendAsync(null, new ListBodies())).Value;
        bodies.Select(body => body.Code).Order(StringComparer.Ordinal).ShouldBe(BodyCodes.All.Order(StringComparer.Ordinal));
        bodies.ShouldAllBe(body => body.Seated == 0 && body.Chair == null);
        bodies.Where(body => body.Kind is BodyKind.Council or BodyKind.Committee).ShouldAllBe(body => body.Procedure == VotingProcedure.InSession);
        (await product.SendAsync(null, new CheckAuthority())).Value.ShouldBeEmpty();
        await using var db = product.Open();
        (await db.Set<AuditEntry>().OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync())
            .ShouldBe([.. Enumerable.Repeat("body.created", 8), "authority.enacted"]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_city_is_founded_once(Provider provider)
    {
        await using var product = await Product.StartAsync(provider);
        (await product.SendAsync(null, new FoundCity())).Error.ShouldBeNull();

        (await product.SendAsync(null, new FoundCity())).Error!.Code.ShouldBe("city.already-founded");

        await using var db = product.Open();
        (await db.Set<Body>().CountAsync()).ShouldBe(8);
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_demo_is_the_standard_city_with_people(Provider provider)
    {
        await using var product = await Product.StartAsync(provider);

        (await product.SendAsync(null, new FoundDemoCity(), Actor.System)).Error.ShouldBeNull();

        var bodies = (await product.SendAsync(null, new ListBodies())).Value.ToDictionary(body => body.Code, body => (body.Seated, body.StatutoryMembers));
        bodies.Keys.Order(StringComparer.Ordinal).ShouldBe(BodyCodes.All.Order(StringComparer.Ordinal));
        bodies.Where(body => body.Key != BodyCodes.Office).ShouldAllBe(body => body.Value.Seated == body.Value.StatutoryMembers);
    }

    [Fact]
    public async Task Without_a_table_nothing_is_submitted_that_nobody_could_decide()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var draft = await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(1_000)));
        await city.Look(db => db.Set<AuthorityVersion>().ExecuteDeleteAsync());

        (await city.Send(city["owner"], new SubmitProposal(draft, 0))).Error!.Code.ShouldBe("authority.no-table");

        (await city.Look(db => db.Set<Proposal>().SingleAsync(row => row.Id == draft))).SubmittedAt.ShouldBeNull();
    }
}
