using Governance.Audit;
using Governance.Funding;
using Governance.People;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Audit;

/// <summary>Each breach is made by a change of rows behind the program's back, and found by its check.</summary>
public sealed class VerifyTests(SoundCity sound) : IClassFixture<SoundCity>
{
    private const string GrantedLine = """WHERE "CommittedCents" > 0""";
    private const string First = """(SELECT MIN("Sequence") FROM """;

    // Check, breach, the change that makes it. Statements that begin with "unchecked" run without CHECK constraints.
    private static readonly (string Check, string Code, string Sql)[] Breaches =
    [
        .. new[] { "AppropriationCents", "TransferredInCents", "TransferredOutCents", "ReservedCents", "CommittedCents", "PaidCents", "FrozenCents", "OverrunCents" }
            .Select(column => ("budget-line-balances", "budget-line.balance-differs", $"""UPDATE "BudgetLines" SET "{column}" = "{column}" + 1 {GrantedLine}""")),
        ("budget-line-balances", "budget-line.balance-differs", $"""DELETE FROM "LedgerEntries" WHERE "Sequence" = {First} "LedgerEntries")"""),
        ("budget-line-balances", "ledger.unknown-kind", $"""UPDATE "LedgerEntries" SET "Kind" = 'Gift' WHERE "Sequence" = {First} "LedgerEntries")"""),
        ("budget-line-limits", "budget-line.overdrawn", $"""unchecked UPDATE "BudgetLines" SET "AppropriationCents" = 0 {GrantedLine}"""),
        .. new[] { "AppropriationCents", "TransferredInCents", "TransferredOutCents", "ReservedCents", "PaidCents", "FrozenCents", "OverrunCents" }
            .Select(column => ("budget-line-limits", "budget-line.negative", $"""unchecked UPDATE "BudgetLines" SET "{column}" = -1 {GrantedLine}""")),
        ("budget-line-limits", "budget-line.negative", $"""unchecked UPDATE "BudgetLines" SET "PaidCents" = "CommittedCents" + 1 {GrantedLine}"""),
        ("ledger-sides", "ledger.wrong-sides", $"""UPDATE "LedgerEntries" SET "Debit" = 'Paid' WHERE "Sequence" = {First} "LedgerEntries")"""),
        ("ledger-sides", "ledger.wrong-sides", $"""UPDATE "LedgerEntries" SET "Credit" = 'Pocket' WHERE "Sequence" = {First} "LedgerEntries")"""),
        ("ledger-sides", "ledger.amount-not-positive", $"""unchecked UPDATE "LedgerEntries" SET "AmountCents" = 0 WHERE "Sequence" = {First} "LedgerEntries")"""),
        ("proposal-funds", "proposal.commitment-differs", """UPDATE "Proposals" SET "GrantedCents" = "GrantedCents" - 1 WHERE "Stage" = 'Granted'"""),
        ("proposal-funds", "proposal.commitment-differs", """UPDATE "Proposals" SET "Stage" = 'Adopted' WHERE "Stage" = 'Running'"""),
        ("proposal-funds", "proposal.commitment-differs", """UPDATE "LedgerEntries" SET "ProposalId" = NULL WHERE "Kind" = 'Commitment'"""),
        ("proposal-funds", "proposal.still-reserved", """UPDATE "Proposals" SET "Stage" = 'Rejected' WHERE "Stage" = 'Decision'"""),
        ("proposal-funds", "proposal.still-reserved", """UPDATE "LedgerEntries" SET "ProposalId" = NULL WHERE "Kind" = 'ReservationRelease'"""),
        ("ballot-results", "ballot.counts-differ", Ballot("""UPDATE "BallotMembers" SET "Choice" = 'No' WHERE "BallotId" = @ AND "Choice" = 'Yes'""", "Circular")),
        ("ballot-results", "ballot.counts-differ", Ballot("""UPDATE "BallotMembers" SET "Choice" = NULL WHERE "BallotId" = @ AND "Choice" = 'Yes' AND "Sequence" % 2 = 0""", "Circular")),
        ("ballot-results", "ballot.counts-differ", Ballot("""UPDATE "BallotMembers" SET "Choice" = 'Abstain' WHERE "BallotId" = @ AND "Choice" = 'Yes'""", "InSession")),
        ("ballot-results", "ballot.result-differs", Ballot("""UPDATE "Ballots" SET "Outcome" = 'RejectedByMajority' WHERE "Id" = @""", "Circular")),
        ("ballot-results", "ballot.result-differs", Ballot("""UPDATE "Ballots" SET "Outcome" = 'NotQuorate' WHERE "Id" = @""", "InSession")),
        ("ballot-results", "ballot.unknown-outcome", Ballot("""UPDATE "Ballots" SET "Outcome" = 'Perhaps' WHERE "Id" = @""", "InSession")),
        ("ballot-votes", "ballot.member-twice", """
            DROP INDEX "IX_BallotMembers_BallotId_PersonId";
            UPDATE "BallotMembers" SET "PersonId" = (SELECT MIN(CAST("PersonId" AS TEXT)) FROM "BallotMembers" other WHERE other."BallotId" = "BallotMembers"."BallotId")
            """),
        ("ballot-votes", "ballot.voted-while-recused", $"""UPDATE "BallotMembers" SET "RecusalReason" = 'Nachbar' WHERE "Sequence" = {First} "BallotMembers" WHERE "Choice" IS NOT NULL)"""),
        ("ballot-votes", "ballot.voted-while-recused", """UPDATE "BallotMembers" SET "Choice" = 'Yes' WHERE "RecusalReason" IS NOT NULL"""),
        ("ballot-votes", "ballot.voted-after-closing", """UPDATE "Ballots" SET "ClosedAt" = '2026-01-01 00:00:00' WHERE "ClosedAt" IS NOT NULL"""),
        .. new[] { "Facts", "Action", "ActorName" }.Select(column =>
            ("audit-chains", "audit.hash-differs", $$"""UPDATE "AuditEntries" SET "{{column}}" = '{}' WHERE "Sequence" = {{First}} "AuditEntries")""")),
        ("audit-chains", "audit.hash-differs", $"""UPDATE "AuditEntries" SET "At" = '2026-01-01 00:00:00' WHERE "Sequence" = {First} "AuditEntries")"""),
        ("audit-chains", "audit.gap", $"""DELETE FROM "AuditEntries" WHERE "Sequence" = {First} "AuditEntries" WHERE "Number" = 2)"""),
        ("audit-chains", "audit.gap", $"""DELETE FROM "AuditEntries" WHERE "Sequence" = {First} "AuditEntries" WHERE "Number" = 1 AND "SubjectId" IN (SELECT "SubjectId" FROM "AuditEntries" WHERE "Number" = 2))"""),
        ("proposal-stages", "proposal.draft-with-case", """UPDATE "Proposals" SET "Stage" = 'Draft' WHERE "Stage" = 'FormalCheck'"""),
        ("proposal-stages", "proposal.without-number", """UPDATE "Proposals" SET "Number" = NULL WHERE "Stage" = 'FormalCheck'"""),
        ("proposal-stages", "proposal.without-case", """UPDATE "Proposals" SET "InstanceId" = NULL WHERE "Stage" = 'FormalCheck'"""),
        ("proposal-stages", "proposal.without-case", """UPDATE "Proposals" SET "InstanceId" = (SELECT "InstanceId" FROM "Proposals" WHERE "Stage" = 'Running') WHERE "Stage" = 'FormalCheck'"""),
        ("proposal-stages", "proposal.stage-contradicts-case", """UPDATE "Proposals" SET "Stage" = 'Noted' WHERE "Stage" = 'FormalCheck'"""),
        ("proposal-stages", "proposal.stage-contradicts-case", """UPDATE "Proposals" SET "Stage" = 'Opinions' WHERE "Stage" = 'Rejected'"""),
        ("process-states", "process.bookmark-without-row", $"""DELETE FROM "Bookmarks" WHERE "Sequence" = {First} "Bookmarks")"""),
        ("process-states", "process.row-without-bookmark", $"""UPDATE "Bookmarks" SET "Key" = 'x:1' WHERE "Sequence" = {First} "Bookmarks")"""),
        ("process-states", "process.state-unreadable", """UPDATE "ProcessInstances" SET "State" = '{}' WHERE "Status" = 'Suspended'"""),
        ("process-waits", "process.waits-for-nothing", """DELETE FROM "Bookmarks" """),
        ("process-waits", "process.ended-with-bookmark", """UPDATE "ProcessInstances" SET "Status" = 'Finished' WHERE "Status" = 'Suspended'"""),
        ("process-waits", "process.waits-for-ended-case", $"""UPDATE "Bookmarks" SET "ActivityType" = 'Elsa.ExecuteWorkflow' WHERE "Sequence" = {First} "Bookmarks")"""),
        ("process-waits", "process.waits-for-no-answer", $"""UPDATE "Bookmarks" SET "ActivityType" = 'Elsa.SendHttpRequest' WHERE "Sequence" = {First} "Bookmarks")"""),
        ("process-waits", "process.ended-with-task", """UPDATE "InboxTasks" SET "IsOpen" = TRUE WHERE "InstanceId" IN (SELECT "Id" FROM "ProcessInstances" WHERE "Status" = 'Finished')"""),
        ("open-tasks", "task.nothing-waits", """DELETE FROM "Bookmarks" WHERE "ActivityType" = 'Governance.RequestDecision'"""),
        ("open-tasks", "process.not-asked-once", """UPDATE "InboxTasks" SET "IsOpen" = FALSE WHERE "BookmarkKey" IS NOT NULL"""),
        ("open-tasks", "process.not-asked-once", $"""UPDATE "InboxTasks" SET "IsOpen" = TRUE, "BookmarkKey" = (SELECT MIN("Key") FROM "Bookmarks" WHERE "ActivityType" = 'Governance.RequestDecision') WHERE "Sequence" = {First} "InboxTasks")"""),
        ("open-tasks", "task.ballot-closed", """UPDATE "InboxTasks" SET "IsOpen" = TRUE WHERE "BallotId" IN (SELECT "Id" FROM "Ballots" WHERE "Status" = 'Closed')"""),
        ("open-ballots", "process.not-one-ballot", """UPDATE "Ballots" SET "Status" = 'Closed'"""),
        ("open-ballots", "ballot.nothing-waits", """UPDATE "Ballots" SET "Status" = 'Open'"""),
        ("open-ballots", "ballot.members-not-asked-once", """UPDATE "InboxTasks" SET "IsOpen" = FALSE WHERE "Kind" = 'Vote'"""),
        ("open-ballots", "ballot.members-not-asked-once", """UPDATE "BallotMembers" SET "VotedAt" = '2026-11-23 08:00:00' WHERE "VotedAt" IS NULL"""),
        ("open-ballots", "ballot.not-conducted-once", """UPDATE "InboxTasks" SET "IsOpen" = FALSE WHERE "Kind" = 'Ballot'"""),
        ("journals", "process.journal-gap", """UPDATE "JournalSteps" SET "First" = 3 WHERE "First" = 1"""),
        ("journals", "process.journal-gap", """DELETE FROM "JournalSteps" WHERE "Last" = (SELECT "JournalLength" FROM "ProcessInstances" WHERE "Id" = "InstanceId")"""),
        ("journals", "process.journal-missing", """DELETE FROM "JournalSteps" """),
        ("case-triggers", "definition.trigger-unknown", """INSERT INTO "CaseTriggers" ("Id", "DefinitionId", "ActivityId", "FiresAt") VALUES ('0198b000-0000-7000-8000-000000000000', 'project-proposal', 'receipt', '2026-12-01 00:00:00')"""),
        ("published-texts", "definition.text-differs", """UPDATE "PublishedDefinitions" SET "Source" = REPLACE("Source", '5wd', '6wd')"""),
        ("published-texts", "definition.text-differs", """UPDATE "PublishedDefinitions" SET "Source" = '{'"""),
        ("published-texts", "definition.begun-by-differs", """UPDATE "PublishedDefinitions" SET "BegunBy" = 'owner'"""),
        ("published-texts", "definition.history-differs", """UPDATE "PublishedDefinitions" SET "Sha256" = 'other'"""),
        ("published-texts", "definition.history-differs", """DELETE FROM "AuditEntries" WHERE "Action" = 'definition.published'"""),
        ("replays", "process.record-unreadable", """UPDATE "PublishedDefinitions" SET "Source" = '{'"""),
        ("replays", "process.replay-stops", """UPDATE "PublishedDefinitions" SET "Source" = REPLACE("Source", '"Complete"', '"Full"')"""),
        ("replays", "process.replay-differs", """UPDATE "ProcessInstances" SET "State" = REPLACE("State", '2026', '2025')"""),
        ("replays", "process.replay-differs", """UPDATE "JournalSteps" SET "At" = '2026-01-01 00:00:00'"""),
        ("replays", "process.replay-stops", """UPDATE "JournalSteps" SET "Stimulus" = REPLACE("Stimulus", 'Complete', 'Refused')"""),
        ("replays", "process.replay-stops", """UPDATE "JournalSteps" SET "Entries" = REPLACE("Entries", 'HostAnswered', 'Started')"""),
        ("replays", "process.record-unreadable", """UPDATE "JournalSteps" SET "Stimulus" = NULL"""),
        ("replays", "process.record-unreadable", """UPDATE "JournalSteps" SET "Stimulus" = '{}' WHERE "Stimulus" IS NOT NULL"""),
        ("replays", "process.record-unreadable", """UPDATE "JournalSteps" SET "Entries" = '[]'"""),
        ("mail-keys", "mail.twice", """DROP INDEX "IX_OutgoingMails_Key"; UPDATE "OutgoingMails" SET "Key" = 'same'"""),
    ];

    /// <summary>Every breach on every database that can be copied.</summary>
    public static TheoryData<Provider, int, string> Rows => new(new[] { Provider.Sqlite, Provider.PostgreSql }
        .SelectMany(provider => Breaches.Select((breach, number) => (provider, number, breach.Code))));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_change_of_rows_behind_the_programs_back_is_found(Provider provider, int number, string code)
    {
        await using var database = await sound.CopyAsync(provider);
        await DamageAsync(database, Breaches[number].Sql);
        var check = (await SoundCity.VerifyAsync(database)).Checks.Single(check => check.Name == Breaches[number].Check);
        check.Breaches.Select(breach => breach.Code).ShouldContain(code);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_use_cases_did_is_sound_and_every_check_looked_at_something(Provider provider)
    {
        await using var database = await sound.CopyAsync(provider);
        var verification = await SoundCity.VerifyAsync(database);
        verification.Breaches.ShouldBeEmpty();
        verification.IsSound.ShouldBeTrue();
        verification.Checks.ShouldAllBe(check => check.Rows > 0);
        verification.Checks.Select(check => check.Name).ShouldBe(Breaches.Select(breach => breach.Check).Distinct(StringComparer.Ordinal), ignoreOrder: true);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Bookings_made_while_it_looks_are_no_breach(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var line = await city.Look(db => db.Set<BudgetLine>().Select(line => line.Id).FirstAsync());
        using var enough = new CancellationTokenSource();
        var booking = Task.Run(async () =>
        {
            var booked = 0;
            for (; !enough.IsCancellationRequested; booked++)
                await city.Do(city["treasurer"], new PostAppropriation(line, 1, "Nachtrag"));
            return booked;
        });
        for (var time = 0; time < 20; time++)
            (await city.Do(Actor.System, new Verify())).Breaches.ShouldBeEmpty();
        await enough.CancelAsync();
        (await booking).ShouldBeGreaterThan(0);
    }

    // The closed decision of a body of that procedure.
    private static string Ballot(string sql, string procedure) =>
        sql.Replace("@", $"""(SELECT "Id" FROM "Ballots" WHERE "Sequence" = {First} "Ballots" WHERE "Status" = 'Closed' AND "Role" = 'Decision' AND "Procedure" = '{procedure}'))""", StringComparison.Ordinal);

    private static async Task DamageAsync(TestDatabase database, string sql)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        if (sql.StartsWith("unchecked ", StringComparison.Ordinal))
            sql = (database.Provider == Provider.Sqlite
                ? "PRAGMA ignore_check_constraints = ON; "
                : """ALTER TABLE "BudgetLines" DROP CONSTRAINT "CK_BudgetLines_NeverOverdrawn"; ALTER TABLE "BudgetLines" DROP CONSTRAINT "CK_BudgetLines_NothingNegative"; ALTER TABLE "LedgerEntries" DROP CONSTRAINT "CK_LedgerEntries_Amount"; """)
                + sql["unchecked ".Length..];
        if (database.Provider == Provider.PostgreSql)
            sql = sql.Replace("""MIN(CAST("PersonId" AS TEXT))""", """CAST(MIN(CAST("PersonId" AS TEXT)) AS UUID)""", StringComparison.Ordinal);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0, "the change itself hit no row");
    }
}
