using System.Text;
using Governance.Audit;
using Governance.Documents;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Proposals;

public sealed class DiscardDraftTests
{
    [Theory]
    [OnEachDatabase]
    public async Task A_draft_goes_with_its_files_and_the_trail_keeps_that_there_was_one(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var draft = await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(20_000)));
        var kept = await city.Do(city["owner"], new AddAttachment(draft, "plan.txt", new MemoryStream(Encoding.UTF8.GetBytes("Plan"))));
        var removed = await city.Do(city["owner"], new AddAttachment(draft, "alt.txt", new MemoryStream(Encoding.UTF8.GetBytes("Alt"))));
        await city.Do(city["owner"], new RemoveAttachment(draft, removed));
        var store = new FileAttachmentStore(Path.Combine(Path.GetTempPath(), "governance-attachments"));
        await using (store.Open(kept).ShouldNotBeNull())
        {
        }

        (await city.Send(city["owner2"], new DiscardDraft(draft))).Error!.Code.ShouldBe("access.forbidden");
        await city.Do(city["owner"], new DiscardDraft(draft));

        (await city.Look(db => db.Set<Proposal>().AnyAsync(row => row.Id == draft))).ShouldBeFalse();
        (await city.Look(db => db.Set<Attachment>().AnyAsync(row => row.ProposalId == draft))).ShouldBeFalse();
        store.Open(kept).ShouldBeNull();
        store.Open(removed).ShouldBeNull();
        (await city.Look(db => db.Set<AuditEntry>().Where(entry => entry.SubjectId == draft).OrderByDescending(entry => entry.Number).Select(entry => entry.Action).FirstAsync())).ShouldBe("proposal.discarded");
        await city.Do(city["owner"], new DiscardDraft(draft));
        (await city.Send(city["owner2"], new DiscardDraft(draft))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_was_submitted_stays(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var submitted = await city.SubmitAsync(ProposalWay.Content(20_000));
        (await city.Send(city["owner"], new DiscardDraft(submitted))).Error!.Code.ShouldBe("proposal.not-discardable");
        await city.AnswerAsync(submitted, "formal-check", "office", "Return", "Bitte ergänzen.");
        (await city.Send(city["owner"], new DiscardDraft(submitted))).Error!.Code.ShouldBe("proposal.not-discardable", "a returned one is corrected or withdrawn");
        (await city.Do(city["owner"], new ListInbox())).Items.ShouldNotBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task Submitted_and_discarded_at_once_one_of_both_happens(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        for (var time = 0; time < 5; time++)
        {
            var draft = await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(20_000 + time)));
            var answers = await Race.BothAsync(
                async () => (await city.Send(city["owner"], new SubmitProposal(draft, 0))).Error?.Code,
                async () => (await city.Send(city["owner"], new DiscardDraft(draft))).Error?.Code);
            answers.Count(code => code is null).ShouldBe(1, string.Join(", ", answers));
            (await city.Look(db => db.Set<Proposal>().AnyAsync(row => row.Id == draft))).ShouldBe(answers[0] is null);
        }

        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }
}
