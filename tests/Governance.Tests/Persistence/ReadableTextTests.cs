using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Persistence;

/// <summary>PostgreSQL keeps no NUL, no encoder keeps half a character, and names cannot be compared when they hold none: refused
/// before any database is asked, wherever the text stands.</summary>
public sealed class ReadableTextTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Text_that_no_database_keeps_is_refused_at_its_place(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        foreach (var text in new[] { "a\0b", "\u0001", "\u007F", "\uD800", "x\uDC00y", "\uFFFE" })
        {
            (await FieldAsync(city, new() { Title = text })).ShouldBe("Content.Title");
            (await FieldAsync(city, new() { WorkPackages = [new("Planung", "fertig"), new("Bau", text)] })).ShouldBe("Content.WorkPackages[1].Result");
            (await FieldAsync(city, new() { Finance = new() { Climate = text } })).ShouldBe("Content.Finance.Climate");
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task Lines_tabs_and_rare_letters_are_kept_as_they_are(Provider provider)
    {
        const string text = "Zeile 1\r\n\tZeile 2: 🗳️ ﷽ \u00A0ß";
        await using var city = await TestCity.FoundAsync(provider);

        var id = (await city.Send(city["owner"], new CreateDraft(new() { Problem = text }))).Value;

        (await city.Send(city["owner"], new GetProposal(id))).Value.Content.Problem.ShouldBe(text);
    }

    private static async Task<string> FieldAsync(TestCity city, ProposalContent content)
    {
        var error = (await city.Send(city["owner"], new CreateDraft(content))).Error.ShouldNotBeNull();
        error.Code.ShouldBe("input.invalid");
        var (field, errors) = error.Fields.ShouldHaveSingleItem();
        errors.ShouldHaveSingleItem().Code.ShouldBe("input.unreadable");
        return field;
    }
}
