using System.CommandLine;
using Governance.Benchmarks;
using Governance.Web.Hosting;

// Measures the running program over HTTP, on the same machine and in the same run as the bare database loop it is compared with.
var database = new Option<DatabaseProvider[]>("--database") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql], Description = "Sqlite, PostgreSql, or both." };
var openTasks = new Option<int[]>("--open-tasks") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 100_000, 1_000_000], Description = "Open tasks in the database while measuring; one table each." };
var cases = new Option<int>("--cases") { DefaultValueFactory = _ => 500, Description = "Proposals taken from draft to their last vote in each table." };
var clients = new Option<int>("--clients") { DefaultValueFactory = _ => 8, Description = "Clients at the same time." };
var root = new RootCommand("Latency and throughput of submit, complete, vote and inbox, over HTTP, durable, beside the raw limit of the same database.")
{
    database, openTasks, cases, clients,
};
root.SetAction(async (parse, ct) =>
{
    foreach (var provider in parse.GetValue(database)!)
        foreach (var size in parse.GetValue(openTasks)!)
            await new Run(provider, size, parse.GetValue(cases), parse.GetValue(clients)).PrintAsync(ct);
    return 0;
});
var waiting = new Option<int>("--waiting") { DefaultValueFactory = _ => 1_000_000, Description = "Waiting cases beside the one that is resumed." };
var engine = new Command("engine", "The workflow engine: activities, decisions, starts and resumes a second in memory and durable, beside raw loops.") { database, waiting };
engine.SetAction(async (parse, ct) =>
{
    EngineRun.Print();
    foreach (var provider in parse.GetValue(database)!)
        await new DurableRun(provider, parse.GetValue(waiting)).PrintAsync(ct);
    return 0;
});
root.Add(engine);
return await root.Parse(args).InvokeAsync();
