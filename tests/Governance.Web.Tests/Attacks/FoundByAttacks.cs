using System.Net;
using System.Text;
using Governance.Documents;
using Governance.Proposals;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Attacks;

/// <summary>What attacks and journeys have found once, each by name.</summary>
public sealed class FoundByAttacks(WebCity city) : IClassFixture<WebCity>
{
    [Theory]
    [InlineData("""{"costs":[null]}""")]
    [InlineData("""{"costs":[{}]}""")]
    [InlineData("""{"costs":[{"kind":null,"year":2027,"amount":"1.00"}]}""")]
    [InlineData("""{"workPackages":[{"name":"Planung"}]}""")]
    [InlineData("""{"furtherLifeAreas":[null]}""")]
    public async Task A_list_with_a_gap_is_unreadable_and_no_failure(string body) =>
        (await (await city.CallAsync("owner")).PostAsync("/api/v1/proposals", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Until_the_last_day_that_there_is_all_tasks_are_due() =>
        (await (await city.CallAsync("office")).GetAsync("/api/v1/tasks?due=9999-12-31")).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Json_in_another_encoding_than_utf_8_is_refused()
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-7");

        (await (await city.CallAsync("office")).PostAsync($"/api/v1/ballots/{Guid.NewGuid()}/close", content)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("92233720368547758,07")]
    [InlineData("10.000.000.000,01")]
    public async Task Amounts_that_no_sum_can_hold_are_told_at_their_cells(string amount)
    {
        var draft = await city.DoAsync("owner", new CreateDraft(new ProposalContent { Title = "Ampeln" }));

        var (browser, address) = (await city.SignInAsync("owner"), $"/proposals/{draft}/edit/5");
        var form = SentForm.On(await browser.OpenAsync(address), address, "owner", address).Single(one => one.Action == address);
        form = form with { Fields = [.. form.With("cost-personnel-2026", amount)] };

        using var request = form.Send(form.With("cost-material-2026", amount));
        var answer = await browser.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Hosting.Browser.ReadAsync(answer)).QuerySelectorAll("[role=alert] a").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_tasks_page_leads_to_the_files_of_its_proposal()
    {
        var draft = await city.DoAsync("owner", new CreateDraft(new ProposalContent
        {
            Title = "Ampeln", LeadingLifeArea = "mobility", Goal = "g", Resolution = "r", PersonalData = false, Start = new DateOnly(2027, 1, 1), End = new DateOnly(2027, 12, 31),
            Costs = [new("material", 2027, 100)], Cover = [new("city", 2027, 100)], Finance = WebCity.Block, Values = WebCity.Values,
        }));
        using (var content = new MemoryStream([.. "%PDF-"u8, .. new byte[500]]))
            await city.DoAsync("owner", new AddAttachment(draft, "Plan.pdf", content));
        await city.DoAsync("owner", new SubmitProposal(draft, (await city.DoAsync("owner", new GetProposal(draft))).Version));
        var office = await city.SignInAsync("office");

        var link = (await office.OpenAsync($"/inbox/{await city.TaskAsync(draft, "formal-check")}")).QuerySelectorAll("main a").Single(one => one.TextContent == "Plan.pdf");

        (await office.Client.GetAsync(link.GetAttribute("href"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_that_is_refused_says_so_by_its_status()
    {
        var ballot = await city.ToBallotAsync(50_000);

        (await (await city.SignInAsync("steering-1")).SubmitAsync($"/ballots/{ballot}", ("recused", "no"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
