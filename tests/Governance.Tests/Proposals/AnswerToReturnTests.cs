using Governance.Inbox;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Proposals;

/// <summary>Who corrects a returned proposal can say what was done; it stands beside the return from then on.</summary>
public sealed class AnswerToReturnTests
{
    [Theory]
    [OnEachDatabase]
    public async Task A_return_is_answered_and_what_was_saved_meanwhile_goes(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var id = await ReturnedAsync(city);
        var correction = (await city.Do(city["owner"], new GetProposal(id))).Correction.ShouldNotBeNull();
        (correction.Asked!.Comment, correction.Draft).ShouldBe(("Die Kosten sind nicht belegt.", ""));
        await city.Do(city["owner"], new SaveTaskDraft(correction.TaskId, "Noch nicht fertig"));
        (await city.Do(city["owner"], new GetProposal(id))).Correction!.Draft.ShouldBe("Noch nicht fertig");
        (await city.Do(city["office"], new GetProposal(id))).Correction.ShouldBeNull("only who corrects answers");

        await city.Do(city["owner"], new SubmitProposal(id, Version: null, "  Drei Angebote liegen jetzt bei.  "));

        var check = await city.Do(city["office"], new GetTask(await city.TaskAsync(id, "formal-check")));
        check.Earlier.Select(answer => (answer.ActivityId, answer.Comment)).ShouldBe([("formal-check", "Die Kosten sind nicht belegt."), ("correction", "Drei Angebote liegen jetzt bei.")]);
        var after = await city.Do(city["owner"], new GetProposal(id));
        (after.Correction, after.Answers[^1].Comment).ShouldBe((null, "Drei Angebote liegen jetzt bei."));
        (await city.Look(db => db.Set<TaskDraft>().CountAsync())).ShouldBe(0);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Without_a_return_there_is_nothing_to_answer(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var draft = await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(50_000)));

        (await city.Send(city["owner"], new SubmitProposal(draft, 0, "Gern"))).Error!.Code.ShouldBe("proposal.nothing-to-answer");
        (await city.Send(city["owner"], new SubmitProposal(draft, 0, new string('x', 4001)))).Error!.Fields["Answer"].ShouldHaveSingleItem().Code.ShouldBe("input.too-long");
        (await city.ProposalAsync(draft)).Stage.ShouldBe(ProposalStage.Draft);
        await city.Do(city["owner"], new SubmitProposal(draft, 0, "  "));
    }

    [Fact]
    public async Task Who_deputises_answers_for_the_owner()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var id = await ReturnedAsync(city);
        var deputy = city["owner2"] with { DeputyFor = [city["owner"].PersonId] };

        await city.Do(deputy, new SubmitProposal(id, Version: null, "In Vertretung ergänzt."));

        var task = await city.Look(db => db.Set<InboxTask>().SingleAsync(row => row.ProposalId == id && row.Kind == TaskKind.Correction));
        (task.CompletedBy, task.CompletedFor).ShouldBe((deputy.PersonId, city["owner"].PersonId));
    }

    private static async Task<Guid> ReturnedAsync(TestCity city)
    {
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(id, "formal-check", "office", "Return", "Die Kosten sind nicht belegt.");
        return id;
    }
}
