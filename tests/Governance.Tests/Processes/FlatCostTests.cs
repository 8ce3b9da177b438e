using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Bookmark = Governance.Processes.Bookmark;

namespace Governance.Tests.Processes;

/// <summary>elsa-core#6967: what a step costs does not grow with the versions of a definition or with the number of cases. Times are
/// measured by <c>Governance.Benchmarks engine</c>; here the questions are counted, and none of them reads a table from end to end.</summary>
public sealed class FlatCostTests
{
    private const int Many = 1_000;
    private static readonly string[] Growing = ["ProcessInstances", "Bookmarks", "JournalSteps", "PublishedDefinitions", "Incidents", "StationWaits"];

    [Fact]
    public async Task Elsa6967_a_start_and_a_resume_ask_the_same_few_questions_among_a_thousand_versions_and_cases()
    {
        var log = new StatementLog();
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, [log]);
        await city.Do(city["admin"], new PublishDefinition(Source(0), "first"));
        var (few, _) = await AskedAsync(city, log);

        await city.Look(db =>
        {
            db.AddRange(Enumerable.Range(2, Many).Select(number => new PublishedDefinition
            {
                DefinitionId = "flat", Number = number, Source = Source(number), Sha256 = WorkflowDefinition.HashOf(Source(number)), PublishedAt = DateTime.UnixEpoch, Note = "one of many",
            }));
            return db.SaveChangesAsync();
        });
        for (var number = 0; number < Many; number++)
            await StartAsync(city);
        await city.Look(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        var (many, statements) = await AskedAsync(city, log);

        many.ShouldBe(few);
        foreach (var statement in statements.Where(text => text.StartsWith("SELECT", StringComparison.Ordinal) && Growing.Any(table => text.Contains($"\"{table}\"", StringComparison.Ordinal))))
            Scanned(await city.PlanAsync(statement)).ShouldBeEmpty(statement);
    }

    // What a part of the same statement has found may be read from end to end.
    private static IEnumerable<string> Scanned(List<string> plan) =>
        plan.Where(line => line.StartsWith("SCAN ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])
            .Where(table => !plan.Contains("CO-ROUTINE " + table) && !plan.Contains("MATERIALIZE " + table));

    private static async Task<(int Count, List<string> Statements)> AskedAsync(TestCity city, StatementLog log)
    {
        // The first of a version reads the definition once; that is not what is counted.
        await StartAsync(city);
        log.Seen.Clear();
        var instance = await StartAsync(city);
        var key = await city.Look(db => db.Set<Bookmark>().Where(row => row.InstanceId == instance).Select(row => row.Key).SingleAsync());
        await city.Do(Actor.System, new FireTimer(instance, key));
        (await city.Look(db => db.Set<ProcessInstance>().Where(row => row.Id == instance).Select(row => row.Status).SingleAsync())).ShouldBe(ProcessStatus.Finished);
        return (log.Seen.Count, [.. log.Seen]);
    }

    private static async Task<Guid> StartAsync(TestCity city)
    {
        var id = Guid.Empty;
        await city.Change(async services => id = (await services.GetRequiredService<ProcessRunner>().StartAsync("flat", Guid.CreateVersion7(), [], default)).Value.Id);
        return id;
    }

    private static string Source(int number) =>
        "{\"definitionId\":\"flat\",\"name\":\"flat " + number + "\",\"version\":1,\"root\":{\"id\":\"wait\",\"type\":\"Elsa.Delay\",\"timeSpan\":{\"typeName\":\"TimeSpan\",\"expression\":{\"type\":\"Literal\",\"value\":\"00:00:00\"}}}}";
}
