using System.Text;
using Governance.Documents;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Papers;
using Governance.Tests.Processes;

namespace Governance.Tests.SqlServer;

/// <summary>Owners: drafts, files, submission, return, withdrawal, import, lists.</summary>
internal static class ProposalsAct
{
    public static async Task PlayAsync(TestCity city)
    {
        var owner = city["owner"];
        await city.AnswerAsync(await city.SubmitAsync(ProposalWay.Content(19_000)), "formal-check", "office", "Return", "Bleibt lange liegen.");
        var id = await city.Do(owner, new CreateDraft(ProposalWay.Content(20_000)));
        await city.Do(owner, new SaveDraft(id, ProposalWay.Content(21_000, project: "Radwege", personalData: true), 0));
        var file = await city.Do(owner, new AddAttachment(id, "plan.pdf", new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7"))));
        await using (await OpenAsync(city, owner, id, file))
            await city.Do(owner, new RemoveAttachment(id, file));
        await city.Do(owner, new SubmitProposal(id, 1));
        var discarded = await city.Do(owner, new CreateDraft(ProposalWay.Content(4_000)));
        foreach (var _ in new[] { 1, 2 })
            await city.Do(owner, new DiscardDraft(discarded));
        await city.Do(owner, new CreateDraft(ProposalWay.Content(5_000, project: "Radwege")));

        await city.AnswerAsync(id, "formal-check", "office", "Return", "Unvollständig.");
        await city.Do(owner, new GetProposal(id));
        await city.Do(owner, new SaveDraft(id, ProposalWay.Content(22_000, project: "Radwege"), (await city.ProposalAsync(id)).Version));
        await city.Do(owner, new SubmitProposal(id, (await city.ProposalAsync(id)).Version));
        await city.PublishAsync(await BeginCaseTests.OursAsync("circular-resolution"));
        await city.Do(city["office"], new BeginCase(id, "circular-resolution", new Dictionary<string, string?>(StringComparer.Ordinal) { ["body"] = "steering" }, Guid.CreateVersion7()));
        await city.PublishAsync(Begun);
        await city.Do(city["office"], new BeginCase(id, "begun"));
        await ReadAsync(city, id);

        var withdrawn = await city.SubmitAsync(ProposalWay.Content(30_000));
        await city.RecommendAsync(withdrawn);
        await city.Do(owner, new WithdrawProposal(withdrawn, "Entfällt."));

        await city.Do(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1"), PaperFile.Line("2")), owner.PersonId, Submit: true));
        await city.Send(city["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1"), PaperFile.Line("3", cost: "-1")), DryRun: true));
        await city.Send(city["admin"], new ImportPapers(PaperFile.Of(PaperFile.Line("4"))));
        await ListAsync(city);
    }

    // One that allows no second case of its own.
    private const string Begun = """
        {"definitionId":"begun","name":"begun","version":1,"options":{"activationStrategyType":"Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime"},
         "customProperties":{"begin":{"by":["Office"],"question":{"de":"?","en":"?"}}},"root":{"id":"root","type":"Elsa.WriteLine"}}
        """;

    private static async Task<Stream> OpenAsync(TestCity city, Actor actor, Guid id, Guid file) => (await city.Do(actor, new OpenAttachment(id, file))).Content;

    private static async Task ReadAsync(TestCity city, Guid id)
    {
        foreach (var reader in new[] { city["owner"], city["office"], city["committee-mobility-1"], Actor.System })
        {
            await city.Send(reader, new GetProposal(id));
            await city.Send(reader, new GetHistory(id));
            await city.Send(reader, new GetSubmissions(id));
            await city.Send(reader, new GetRoute(id));
            await city.Send(reader, new ListOtherCases(id));
            await city.Send(reader, new ListBeginnings(id));
        }
    }

    private static async Task ListAsync(TestCity city)
    {
        foreach (var reader in new[] { city["owner"], city["office"], city["steering-1"], Actor.System })
        {
            var first = await city.Do(reader, new ListProposals(Limit: 1));
            await city.Do(reader, new ListProposals(ProposalStage.FormalCheck, "mobility", "2026", "council", first.NextCursor));
        }
    }
}
