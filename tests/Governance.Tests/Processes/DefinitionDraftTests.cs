using Governance.Audit;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Processes;

/// <summary>Draft, check, publish, retire: how a workflow changes while cases run.</summary>
public sealed class DefinitionDraftTests
{
    private const string Workflow = "project-proposal";
    private const string Note = "Die Fristen sind länger.";

    private static readonly string Text = File.ReadAllText(Repository.File("workflows/project-proposal.json"));
    private static readonly string Longer = Text.Replace("5wd", "6wd", StringComparison.Ordinal);

    [Theory]
    [OnEachDatabase]
    public async Task A_draft_is_saved_checked_published_and_new_cases_begin_on_it(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var running = await city.SubmitAsync(ProposalWay.Content(50_000));
        (await city.Do(city["admin"], new SaveDefinitionDraft(Longer, Note, null))).ShouldBe(Workflow);

        var draft = await city.Do(city["office"], new GetDefinitionDraft(Workflow));
        (draft.Note, draft.SavedBy, draft.Newest, draft.IsSame, draft.IsPublishable).ShouldBe((Note, city["admin"].Name, 1, false, true));
        draft.Title.De.ShouldBe("Projektantrag");
        (await city.Do(city["auditor"], new GetDefinitionSource(Workflow, null))).ShouldBe(Longer);

        (await city.Do(city["admin"], new PublishDefinitionDraft(Workflow, draft.Version, Note))).ShouldBe(2);

        (await city.Send(city["admin"], new GetDefinitionDraft(Workflow))).Error!.Code.ShouldBe("definition-draft.not-found");
        (await city.Do(city["auditor"], new GetDefinitionSource(Workflow, 2))).ShouldBe(Longer);
        var newest = (await city.Do(city["admin"], new ListDefinitions())).Single(line => line.DefinitionId == Workflow).Versions[0];
        (newest.Number, newest.Note, newest.PublishedBy, newest.RetiredAt).ShouldBe((2, Note, city["admin"].Name, null));
        (await VersionOfAsync(city, running)).ShouldBe(1);
        (await VersionOfAsync(city, await city.SubmitAsync(ProposalWay.Content(50_001)))).ShouldBe(2);
        var version = await city.Look(db => db.Set<PublishedDefinition>().Where(row => row.Number == 2).Select(row => row.Id).SingleAsync());
        (await city.Do(city["auditor"], new ListAuditEntries(version))).ShouldHaveSingleItem().Action.ShouldBe("definition.published");
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_version_is_retired_new_cases_begin_on_the_one_before_and_running_ones_stay(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.Do(city["admin"], new PublishDefinition(Longer, Note));
        var running = await city.SubmitAsync(ProposalWay.Content(50_000));

        (await city.Do(city["admin"], new RetireDefinition(Workflow, 2, Retired: true, "Die Frist war falsch."))).BeginsOn.ShouldBe(1);

        (await VersionOfAsync(city, await city.SubmitAsync(ProposalWay.Content(50_001)))).ShouldBe(1);
        await city.AnswerAsync(running, "formal-check", "office", "Complete");
        (await VersionOfAsync(city, running)).ShouldBe(2);
        (await city.Send(city["admin"], new RetireDefinition(Workflow, 2, Retired: true, "noch einmal"))).Error!.Code.ShouldBe("definition.already-retired");

        (await city.Do(city["admin"], new RetireDefinition(Workflow, 1, Retired: true, "Vorläufig geschlossen."))).BeginsOn.ShouldBeNull();
        var late = await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(50_002)));
        (await city.Send(city["owner"], new SubmitProposal(late, 0))).Error!.Code.ShouldBe("process.not-published");

        (await city.Do(city["admin"], new RetireDefinition(Workflow, 2, Retired: false, "Sie war doch richtig."))).BeginsOn.ShouldBe(2);
        (await city.Send(city["admin"], new RetireDefinition(Workflow, 2, Retired: false, "noch einmal"))).Error!.Code.ShouldBe("definition.already-in-force");
        (await city.Do(city["owner"], new SubmitProposal(late, 0))).ShouldNotBeNull();
        (await VersionOfAsync(city, late)).ShouldBe(2);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_two_who_save_or_publish_at_once_one_does_and_the_other_is_told(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var saves = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => city.Send(city["admin"], new SaveDefinitionDraft(Longer + new string(' ', number), Note, null)))));
        saves.Count(save => save.IsSuccess).ShouldBe(1);
        saves.Where(save => !save.IsSuccess).ShouldAllBe(save => save.Error!.Code == "definition-draft.already-there");

        var draft = await city.Do(city["admin"], new GetDefinitionDraft(Workflow));
        var published = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => city.Send(city["admin"], new PublishDefinitionDraft(Workflow, draft.Version, Note)))));
        published.Where(one => one.IsSuccess).ShouldHaveSingleItem().Value.ShouldBe(2);
        published.Where(one => !one.IsSuccess).ShouldAllBe(one => one.Error!.Code == "definition-draft.not-found");
    }

    [Fact]
    public async Task A_draft_with_an_error_is_told_and_not_published()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await city.Do(city["admin"], new SaveDefinitionDraft(Text.Replace("\"port\": \"Reject\"", "\"port\": \"Rejekt\"", StringComparison.Ordinal), Note, null));

        var draft = await city.Do(city["admin"], new GetDefinitionDraft(Workflow));

        draft.IsPublishable.ShouldBeFalse();
        draft.Problems.ShouldContain(problem => problem.ActivityId == "formal-check" && problem.Message.Contains("Rejekt", StringComparison.Ordinal));
        (await city.Send(city["admin"], new PublishDefinitionDraft(Workflow, draft.Version, Note))).Error!.Code.ShouldBe("process.invalid");
        (await city.Do(city["admin"], new ListDefinitions())).Single(line => line.DefinitionId == Workflow).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_this_release_cannot_read_any_more_is_shown_as_such_and_can_be_discarded()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await city.Do(city["admin"], new SaveDefinitionDraft(Text.Replace("\"definitionId\": \"project-proposal\"", "\"definitionId\": \"new\"", StringComparison.Ordinal), Note, null));
        await city.Look(db => db.Set<DraftDefinition>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Source, "{")));

        var draft = await city.Do(city["admin"], new GetDefinitionDraft("new"));

        (draft.Title.De, draft.IsPublishable, draft.Problems.ShouldHaveSingleItem().Check).ShouldBe(("new", false, "unreadable"));
        (await city.Do(city["admin"], new ListDefinitions())).Single(line => line.Versions.Count == 0).Title.De.ShouldBe("new");
        (await city.Send(city["admin"], new TryDefinition("new", null, null, 10))).Error!.Code.ShouldBe("process.not-found");
        (await city.Send(city["admin"], new PublishDefinitionDraft("new", draft.Version, Note))).Error!.Code.ShouldBe("process.unreadable");
        await city.Do(city["admin"], new DiscardDefinitionDraft("new", draft.Version));
    }

    [Fact]
    public async Task What_is_stale_missing_or_unreadable_is_refused_by_name()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var admin = city["admin"];
        (await city.Send(admin, new SaveDefinitionDraft("{", Note, null))).Error!.Code.ShouldBe("process.unreadable");
        (await city.Send(admin, new SaveDefinitionDraft("", " ", null))).Error!.Fields!.Keys.ShouldBe(["Source", "Note"], ignoreOrder: true);
        (await city.Send(admin, new SaveDefinitionDraft(Text.Replace("\"definitionId\": \"project-proposal\"", "\"definitionId\": \"../x\"", StringComparison.Ordinal), Note, null))).Error!.Code.ShouldBe("process.id-invalid");
        var steps = string.Join(',', Enumerable.Range(0, 1_000).Select(number => $$"""{"id":"a{{number}}","type":"Elsa.WriteLine"}"""));
        (await city.Send(admin, new SaveDefinitionDraft($$$"""{"definitionId":"long","root":{"id":"q","type":"Elsa.Sequence","activities":[{{{steps}}}]}}""", Note, null))).Error!.Code.ShouldBe("process.too-many-activities");
        (await city.Send(admin, new PublishDefinitionDraft(Workflow, 0, Note))).Error!.Code.ShouldBe("definition-draft.not-found");
        (await city.Send(admin, new DiscardDefinitionDraft(Workflow, 0))).Error!.Code.ShouldBe("definition-draft.not-found");
        (await city.Send(admin, new GetDefinitionSource(Workflow, null))).Error!.Code.ShouldBe("definition-draft.not-found");
        (await city.Send(admin, new GetDefinitionSource(Workflow, 9))).Error!.Code.ShouldBe("definition-version.not-found");
        (await city.Send(admin, new RetireDefinition(Workflow, 9, Retired: true, Note))).Error!.Code.ShouldBe("definition-version.not-found");
        (await city.Send(admin, new RetireDefinition(Workflow, 1, Retired: true, " "))).Error!.Fields!.Keys.ShouldBe(["Reason"]);
        (await city.Send(admin, new TryDefinition(Workflow, null, null, 10))).Error!.Code.ShouldBe("process.not-found");
        (await city.Send(admin, new TryDefinition(Workflow, 9, null, 10))).Error!.Code.ShouldBe("process.not-found");

        await city.Do(admin, new SaveDefinitionDraft(Longer, Note, null));
        var draft = await city.Do(admin, new GetDefinitionDraft(Workflow));
        (await city.Send(admin, new PublishDefinitionDraft(Workflow, draft.Version, ""))).Error!.Fields!.Keys.ShouldBe(["Note"]);
        await city.Do(admin, new SaveDefinitionDraft(Longer + " ", Note, draft.Version));
        (await city.Send(admin, new SaveDefinitionDraft(Longer, Note, draft.Version))).Error!.Code.ShouldBe("version.stale");
        (await city.Send(admin, new PublishDefinitionDraft(Workflow, draft.Version, Note))).Error!.Code.ShouldBe("version.stale");
        (await city.Send(admin, new DiscardDefinitionDraft(Workflow, draft.Version))).Error!.Code.ShouldBe("version.stale");
        await city.Do(admin, new DiscardDefinitionDraft(Workflow, draft.Version + 1));
        (await city.Send(admin, new GetDefinitionDraft(Workflow))).Error!.Code.ShouldBe("definition-draft.not-found");
        (await city.Do(admin, new SaveDefinitionDraft(Longer, Note, null))).ShouldBe(Workflow);
    }

    [Fact]
    public async Task What_comes_with_the_program_is_published_until_the_city_has_its_own_and_then_offered_once()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        (await Offer(Text)).ShouldBe(OfferTaken.Known);
        (await Offer(Text + " ")).ShouldBe(OfferTaken.Published);
        (await Offer(Text)).ShouldBe(OfferTaken.Known);

        await city.Do(city["admin"], new PublishDefinition(Longer, Note));
        (await Offer(Text + "  ")).ShouldBe(OfferTaken.Draft);
        (await Offer(Text + "  ")).ShouldBe(OfferTaken.Known);
        (await city.Do(city["admin"], new GetDefinitionDraft(Workflow))).SavedBy.ShouldBeNull();
        (await Offer(Text + "   ")).ShouldBe(OfferTaken.Draft);

        var draft = await city.Do(city["admin"], new GetDefinitionDraft(Workflow));
        await city.Do(city["admin"], new DiscardDefinitionDraft(Workflow, draft.Version));
        (await Offer(Text + "   ")).ShouldBe(OfferTaken.Known);
        await city.Do(city["admin"], new SaveDefinitionDraft(Longer + " ", Note, null));
        (await Offer(Text + "    ")).ShouldBe(OfferTaken.Waits);
        (await city.Do(city["admin"], new GetDefinitionSource(Workflow, null))).ShouldBe(Longer + " ");
        (await city.Send(Actor.System, new OfferDefinition("{", "workflows/x.json"))).Error!.Code.ShouldBe("process.unreadable");

        Task<OfferTaken> Offer(string text) => city.Do(Actor.System, new OfferDefinition(text, "workflows/project-proposal.json"));
    }

    private static Task<int> VersionOfAsync(TestCity city, Guid proposal) =>
        city.Look(db => db.Set<ProcessInstance>().Where(row => row.SubjectId == proposal).Select(row => row.DefinitionNumber).SingleAsync());
}
