using Governance.Audit;
using Governance.Funding;
using Governance.Objections;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Persistence;

/// <summary>Money, history, journal and what was submitted: no code of the program changes or deletes such a row.</summary>
public sealed class AppendOnlyTests
{
    [Fact]
    public void These_rows_are_append_only() =>
        typeof(IAppendOnly).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IAppendOnly))).ShouldBe(
            [typeof(AuditEntry), typeof(DecisionObjection), typeof(JournalStep), typeof(LedgerEntry), typeof(ProposalVersion)], ignoreOrder: true);

    [Theory]
    [OnEachDatabase]
    public async Task Nobody_changes_or_deletes_one(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.SubmitAsync(ProposalWay.Content(50_000));
        var before = await city.Look(Fingerprint.OfAsync);

        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            await RefusedAsync<AuditEntry>(city, state);
            await RefusedAsync<JournalStep>(city, state);
            await RefusedAsync<LedgerEntry>(city, state);
            await RefusedAsync<ProposalVersion>(city, state);
        }

        (await city.Look(Fingerprint.OfAsync)).ShouldBe(before);
    }

    private static Task<bool> RefusedAsync<T>(TestCity city, EntityState state)
        where T : class => city.Look(async db =>
        {
            db.Entry(await db.Set<T>().FirstAsync()).State = state;
            (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldStartWith(typeof(T).Name);
            return true;
        });
}
