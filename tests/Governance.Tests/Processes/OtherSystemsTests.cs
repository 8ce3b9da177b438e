using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Incident = Governance.Processes.Incident;
using static Governance.Tests.Processes.TestFlows;

namespace Governance.Tests.Processes;

/// <summary>Requests of cases to other systems: written down in the step that decides them, sent by one node, answered once.</summary>
public sealed class OtherSystemsTests
{
    private const string Flow = "asking";

    [Theory]
    [OnEachDatabase]
    public async Task A_request_is_taken_once_answered_once_and_gone(Provider provider)
    {
        await using var city = await FoundAsync(provider);
        var asking = await city.StartCaseAsync(Flow);
        var id = (await city.Do(Actor.System, new DueRequests(10))).ShouldHaveSingleItem();

        var claims = await Race.BothAsync(() => city.Do(Actor.System, new ClaimRequest(id)), () => city.Do(Actor.System, new ClaimRequest(id)));
        var claimed = claims.Single(claim => claim.Call is not null);
        (claimed.Call!.Url, claimed.Call.Method, claimed.Call.Authorization).ShouldBe((TestCity.OtherSystem + "/streets", "GET", "Bearer secret"));
        claims.Count(claim => claim.Call is null).ShouldBe(1);
        (await city.Do(Actor.System, new DueRequests(10))).ShouldBeEmpty();

        var answer = new AnswerRequest(id, HttpAnswer.Of(200, "Am Markt", []), null);
        (await Race.BothAsync(() => city.Send(Actor.System, answer), () => city.Send(Actor.System, answer))).ShouldAllBe(told => told.IsSuccess);

        (await city.StatusAsync(asking)).ShouldBe(ProcessStatus.Finished);
        (await city.OutputAsync(asking)).ShouldBe("\"Am Markt\"");
        (await city.Look(db => db.Set<OutgoingRequest>().CountAsync())).ShouldBe(0);
        (await city.Look(db => db.Set<JournalStep>().CountAsync(row => row.Entries.Contains("secret")))).ShouldBe(0);
        await city.ShouldBeSoundAsync();
    }

    /// <summary>Who took it may have sent it or not before it died: it is sent again, with the key by which the other system knows it.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task What_a_node_took_that_died_is_due_again_with_the_same_key(Provider provider)
    {
        await using var city = await FoundAsync(provider);
        await city.StartCaseAsync(Flow);
        var id = (await city.Do(Actor.System, new DueRequests(10))).ShouldHaveSingleItem();
        var first = await city.Do(Actor.System, new ClaimRequest(id));

        city.Clock.Advance(ClaimRequest.HeldFor);

        (await city.Do(Actor.System, new DueRequests(10))).ShouldBe([id]);
        (await city.Do(Actor.System, new ClaimRequest(id))).Key.ShouldBe(first.Key);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_nobody_waits_for_any_more_is_not_sent_and_its_answer_is_dropped(Provider provider)
    {
        await using var city = await FoundAsync(provider);
        foreach (var isSent in new[] { false, true })
        {
            var asking = await city.StartCaseAsync(Flow);
            var id = (await city.Do(Actor.System, new DueRequests(10))).ShouldHaveSingleItem();
            if (isSent)
                (await city.Do(Actor.System, new ClaimRequest(id))).Call.ShouldNotBeNull();
            await city.StimulateAsync(asking, new Stimulus.Cancel());

            if (isSent)
                await city.Do(Actor.System, new AnswerRequest(id, HttpAnswer.Of(200, null, []), null));
            else
                (await city.Do(Actor.System, new ClaimRequest(id))).Call.ShouldBeNull();

            (await city.StatusAsync(asking)).ShouldBe(ProcessStatus.Cancelled);
            (await city.Look(db => db.Set<OutgoingRequest>().CountAsync())).ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("{'https://' + 'elsewhere.example/streets?token=1'}", "https://elsewhere.example/streets is not among the addresses that Governance__Workflows__AllowedAddresses allows; nothing was sent. (process.address-not-allowed)")]
    [InlineData("{'str' + 'eets'}", "“streets” is no address; https://host/path would be right. (process.no-address)")]
    public async Task An_address_that_is_not_allowed_stops_the_case_and_nothing_is_sent(string url, string message)
    {
        await using var city = await FoundAsync(Provider.Sqlite, url);

        var asking = await city.StartCaseAsync(Flow);

        (await city.StatusAsync(asking)).ShouldBe(ProcessStatus.Faulted);
        (await city.Look(db => db.Set<Incident>().Select(row => row.Message).SingleAsync())).ShouldSatisfyAllConditions(told => told.ShouldStartWith("ask: "), told => told.ShouldEndWith(message));
        (await city.Look(db => db.Set<OutgoingRequest>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_could_not_be_answered_is_an_incident()
    {
        await using var city = await FoundAsync(Provider.Sqlite);
        var asking = await city.StartCaseAsync(Flow);

        await city.Do(Actor.System, new AnswerRequest((await city.Do(Actor.System, new DueRequests(10)))[0], null, Error.Of("process.answer-too-long", ("most", 7))));

        (await city.StatusAsync(asking)).ShouldBe(ProcessStatus.Faulted);
        (await city.Look(db => db.Set<Incident>().Select(row => row.Message).SingleAsync())).ShouldStartWith("ask: Die Antwort des anderen Systems ist länger als 7 Bytes. / ");
    }

    [Theory]
    [InlineData("https://register.example/api", true)]
    [InlineData("https://REGISTER.example:443/api/", true)]
    [InlineData("https://register.example/api/x?y=1#z", true)]
    [InlineData("https://register.example/api/../admin", false)]
    [InlineData("https://register.example/api/%2e%2e/admin", false)]
    [InlineData("https://register.example/apis", false)]
    [InlineData("https://register.example/API", false)]
    [InlineData("https://register.example/", false)]
    [InlineData("http://register.example/api", false)]
    [InlineData("https://register.example:8443/api", false)]
    [InlineData("https://register.example.evil.example/api", false)]
    [InlineData("https://register.example@evil.example/api", false)]
    [InlineData("https://user@register.example/api", false)]
    [InlineData("https://evil.example/https://register.example/api", false)]
    [InlineData("file:///api", false)]
    [InlineData("https://open.example/any/where", true)]
    [InlineData("https://register.example/api/..%2fadmin", false)]
    [InlineData("https://register.example/api/%252e%252e/admin", false)]
    [InlineData("https://register.example/api/..;/admin", false)]
    [InlineData("https://register.example/api/..%5Cadmin", false)]
    [InlineData("https://xn--/api", false)]
    public void Only_what_lies_below_an_allowed_address_is_allowed(string address, bool allowed) =>
        new AllowedAddresses([new("https://register.example/api"), new("https://open.example")]).Allows(new(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("https://register.example/api", true)]
    [InlineData("http://10.0.0.7:8080", true)]
    [InlineData("register.example", false)]
    [InlineData("ftp://register.example", false)]
    [InlineData("https://user:x@register.example", false)]
    [InlineData("https://register.example/?x=1", false)]
    [InlineData("https://register.example/#x", false)]
    public void The_list_holds_addresses_without_user_query_or_fragment(string text, bool isOne) => (AllowedAddresses.Read(text) is not null).ShouldBe(isOne);

    private static Task<TestCity> FoundAsync(Provider provider, string url = TestCity.OtherSystem + "/streets") =>
        CaseWay.FoundAsync(provider, Sequence(Flow, Activity("Elsa.FlowSendHttpRequest", "ask", ("url", url), ("authorization", "Bearer secret")), Answer("getOutputFrom('ask', 'parsedContent')")));
}
