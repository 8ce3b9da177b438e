using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.LifeAreas;
using Governance.Tests.City;
using Governance.Web.Api;

namespace Governance.Resilience.Tests.Clients;

/// <summary>One person at work through the API: an owner submits proposal after proposal, all others answer what is in their inbox.</summary>
public sealed class Client(Guid person, bool submits, Caller api, GivenAnswers given, int seed)
{
    private static readonly string[] Choices = ["yes", "yes", "yes", "no", "abstain"];
    private readonly Random _random = new(seed);
    private int _requests;

    /// <summary>Works until told that it is enough; the last request is brought to its answer.</summary>
    public async Task WorkAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
            if (submits)
                await SubmitAsync();
            else if (!await AnswerAsync())
                await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
    }

    private string Key() => $"{seed}-{++_requests}";

    private async Task SubmitAsync()
    {
        // The steering group decides from 25,000 to 100,000 euro.
        var content = JsonSerializer.SerializeToNode(ProposalWay.Content(_random.Next(26_000, 40_000), LifeAreaCodes.All[_random.Next(LifeAreaCodes.All.Count)]), ApiContent.Json);
        var (created, draft) = await api.PostAsync("/api/v1/proposals", Key(), content);
        created.ShouldBe(HttpStatusCode.Created, draft?.ToJsonString());
        var id = draft!["id"]!.GetValue<Guid>();
        var (status, submitted) = await api.PostAsync($"/api/v1/proposals/{id}/submit", Key());
        status.ShouldBe(HttpStatusCode.OK, submitted?.ToJsonString());
        given.Submission(id, submitted!["number"]!.GetValue<string>());
    }

    private async Task<bool> AnswerAsync()
    {
        var inbox = (await api.GetAsync("/api/v1/tasks?limit=50"))["items"]!.AsArray();
        if (inbox.Count == 0)
            return false;
        var task = inbox[_random.Next(inbox.Count)]!;
        if (task["ballotId"] is { } ballot)
            await VoteAsync(ballot.GetValue<Guid>());
        else
            await CompleteAsync(task["id"]!.GetValue<Guid>());
        return true;
    }

    private async Task CompleteAsync(Guid task)
    {
        var answers = (await api.GetAsync($"/api/v1/tasks/{task}"))["answers"]!.AsArray();

        // Mostly what brings the case on.
        var outcome = answers.Count == 0 ? "Noted" : answers[_random.Next(4) == 0 ? _random.Next(answers.Count) : 0]!["outcome"]!.GetValue<string>();
        var key = Key();
        var (status, body) = await api.PostAsync($"/api/v1/tasks/{task}/complete", key, new JsonObject { ["outcome"] = outcome, ["comment"] = key });
        if (status == HttpStatusCode.NoContent)
        {
            given.Task(task, person, outcome, key);
            return;
        }

        body!["code"]!.GetValue<string>().ShouldBe("task.already-completed", body.ToJsonString());
        given.Refused(task, key);
    }

    // Nobody else votes for this person: a refusal would mean that the program forgot who asked.
    private async Task VoteAsync(Guid ballot)
    {
        var choice = Choices[_random.Next(Choices.Length)];
        var (status, body) = await api.PostAsync($"/api/v1/ballots/{ballot}/votes", Key(), new JsonObject { ["choice"] = choice });
        status.ShouldBe(HttpStatusCode.NoContent, body?.ToJsonString());
        given.Vote(ballot, person, choice);
    }
}
