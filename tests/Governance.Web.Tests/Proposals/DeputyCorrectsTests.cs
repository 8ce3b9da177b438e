using System.Net;
using Governance.People;
using Governance.Proposals;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Proposals;

/// <summary>Correcting is a task: who deputises for the owner can do it, and nothing else of the owner's.</summary>
public sealed class DeputyCorrectsTests
{
    [Fact]
    public async Task Who_deputises_corrects_what_was_returned_and_submits_it_again()
    {
        await using var city = await WebCity.FoundAsync();
        var returned = await city.SubmitAsync(20_000);
        var draft = await city.DoAsync("owner", new CreateDraft(new ProposalContent { Title = "Entwurf" }));
        var today = DateOnly.FromDateTime(city.Program.Clock.GetUtcNow().UtcDateTime);
        await city.DoAsync("owner", new AppointDeputy(city.Id("owner"), city.Id("treasurer"), today, today.AddDays(7)));
        var deputy = await city.SignInAsync("treasurer");

        (await deputy.Client.GetAsync($"/proposals/{returned}/edit/1")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await deputy.Client.GetAsync($"/proposals/{draft}/edit/1")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await city.AnswerAsync(returned, "formal-check", "office", "Return", "Bitte ergänzen.");

        (await deputy.OpenAsync($"/proposals/{returned}")).QuerySelector($"a[href='/proposals/{returned}/edit/1']").ShouldNotBeNull();
        (await deputy.Client.GetAsync($"/proposals/{returned}/edit/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await deputy.Client.GetAsync($"/proposals/{returned}/withdraw")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await deputy.StepAsync(returned, "9", "submit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = city.Program.Open();
        db.Set<Proposal>().Single(row => row.Id == returned).Stage.ShouldBe(ProposalStage.FormalCheck);
    }
}
