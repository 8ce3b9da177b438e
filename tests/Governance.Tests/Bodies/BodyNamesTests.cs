using System.Globalization;
using Governance.Bodies;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Texts;

namespace Governance.Tests.Bodies;

/// <summary>A city names its bodies itself, and a reason keeps the name that the body had when it was given.</summary>
public sealed class BodyNamesTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory]
    [OnEachDatabase]
    public async Task Reasons_name_a_body_as_the_city_did_that_day(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await RenameAsync(city, BodyCodes.Steering, "Digitalrat", "Digital council");
        var before = await city.SubmitAsync(ProposalWay.Content(30_000));
        await city.RecommendAsync(before);
        await RenameAsync(city, BodyCodes.Steering, "Lenkungsgruppe", "Steering circle");
        var after = await city.SubmitAsync(ProposalWay.Content(31_000));
        await city.RecommendAsync(after);

        (await RouteAsync(city, before)).ShouldSatisfyAllConditions(route => route.ShouldContain("Digitalrat"), route => route.ShouldNotContain("Lenkungs"));
        (await RouteAsync(city, after)).ShouldContain("Lenkungsgruppe");
        var invitations = (await city.Do(city["steering-1"], new ListInbox())).Items;
        TaskWhy.Render(invitations.Single(task => task.ProposalId == before).Why, English).ShouldContain("Digital council");
        TaskWhy.Render(invitations.Single(task => task.ProposalId == after).Why, German).ShouldContain("Lenkungsgruppe");
        (await city.Do(city["office"], new GetProposal(before))).DecidingBodyName.ShouldBe(new LocalText("Lenkungsgruppe", "Steering circle"), "the page says what it is called today");
    }

    [Fact]
    public void A_name_survives_storing_and_a_reason_without_names_is_read_as_ever()
    {
        var named = Reason.Of("task.vote", ("body", new Term("body", "council") { Name = new("Stadtverordnetenversammlung", "City assembly") }));
        ReasonJson.Deserialize(ReasonJson.Serialize(named)).Render(English).ShouldContain("City assembly");
        ReasonJson.Deserialize("""{"code":"task.vote","facts":{"body":{"term":"council","kind":"body"}}}""").Render(German).ShouldContain("Rat");
    }

    private static async Task<string> RouteAsync(TestCity city, Guid proposal) =>
        string.Join(' ', ReasonJson.ReadAll((await city.Do(city["office"], new GetProposal(proposal))).RouteReason).Select(reason => reason.Render(German)));

    private static async Task RenameAsync(TestCity city, string code, string german, string english)
    {
        var body = await city.Do(city["admin"], new GetBody(code));
        await city.Do(city["admin"], new ChangeBody(code, german, english, body.Kind, 3, body.Procedure, body.Version));
    }
}
