using System.Diagnostics;
using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Tests.Databases;

namespace Governance.Web.Tests.Attacks;

/// <summary>Every operation of the API against everything that can be wrong with a call. A new operation is attacked without anybody
/// adding it here.</summary>
public sealed class ApiAttackTests(ITestOutputHelper output)
{
    private const int MostPerOperation = 40;

    [Theory, OnEachDatabase]
    public async Task Whatever_is_refused_is_told_and_writes_nothing(Provider provider)
    {
        await using var city = await AttackedCity.FoundAsync(provider);
        var onslaught = new Onslaught();
        var content = JsonNode.Parse(await city.Caller("owner").GetStringAsync("/api/v1/proposals/" + city.RowsOf("proposals")[0]))!["content"]!.AsObject();
        var attacks = new ApiAttacks(city, content);
        var faults = new List<string>();
        var (count, done, watch) = (0, 0, Stopwatch.StartNew());
        var before = await city.FingerprintAsync();
        foreach (var operation in await ApiOperation.ReadAsync(city.Caller("owner")))
            foreach (var attack in onslaught.Some(attacks.On(operation), MostPerOperation))
            {
                var answer = await SendAsync(city, attack);
                var after = await city.FingerprintAsync();
                count++;
                if (answer.IsDone && operation.IsChange)
                    done++;
                var fault = answer.FaultOfApi() ?? operation.FaultOf(answer)
                    ?? (attack.Expected is { } expected && answer.Status != expected ? $"{answer.Status} instead of {expected}" : null)
                    ?? (attack.Who == "citizen" && operation.IsChange && answer.IsDone ? "done by a citizen" : null)
                    ?? (after != before && !(answer.IsDone && operation.IsChange) ? $"{answer.Status}, and rows changed" : null);
                if (fault is not null)
                    faults.Add($"{operation.Method} {operation.Path} by {attack.Who ?? "nobody"}, {attack.What}: {fault}");
                before = after;
            }

        output.WriteLine($"seed {onslaught.Seed}: {count} calls in {watch.Elapsed.TotalSeconds:0} s, {done} of them harmless enough to be done");
        faults.ShouldBeEmpty();
        (await city.City.Program.SendAsync(new Verify())).Value.Breaches.ShouldBeEmpty();
    }

    private static async Task<Answer> SendAsync(AttackedCity city, ApiAttack attack)
    {
        using var request = attack.Make();
        using var nobody = attack.Who is null ? city.Nobody() : null;
        using var message = await (nobody ?? city.Caller(attack.Who!)).SendAsync(request);
        return await Answer.OfAsync(message);
    }
}
