using System.Diagnostics;
using System.Diagnostics.Metrics;
using Governance.Ballots;
using Governance.People;
using Governance.Telemetry;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Telemetry;

/// <summary>Operators see that somebody voted and how long it took; how and who is nobody's business.</summary>
public sealed class SignalsTests
{
    [Theory]
    [OnEachDatabase]
    public async Task A_vote_leaves_its_name_its_transaction_and_its_result(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (ballot, members) = await OpenAsync(city);
        using var trace = new Trace();

        (await city.Send(members[0], new CastVote(ballot, VoteChoice.No))).Error.ShouldBeNull();

        var vote = trace.Spans.Single(span => span.OperationName == nameof(CastVote));
        trace.Spans.Single(span => span.OperationName == "transaction").ParentSpanId.ShouldBe(vote.SpanId);
        vote.GetTagItem(Signals.Result).ShouldBe(Signals.Ok);
        trace.Durations.ShouldBe([(nameof(CastVote), Signals.Ok)]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_refusal_is_told_by_its_code(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (ballot, _) = await OpenAsync(city);
        using var trace = new Trace();

        var code = (await city.Send(city["auditor"], new CastVote(ballot, VoteChoice.No))).Error!.Code;

        trace.Durations.ShouldBe([(nameof(CastVote), code)]);
        trace.Spans.Single(span => span.OperationName == nameof(CastVote)).GetTagItem(Signals.Result).ShouldBe(code);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Nothing_but_names_and_codes_leaves(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (ballot, members) = await OpenAsync(city);
        using var trace = new Trace();

        foreach (var choice in Enum.GetValues<VoteChoice>())
            await city.Send(members[(int)choice % members.Count], new CastVote(ballot, choice));

        var tags = trace.Spans.SelectMany(span => span.TagObjects).ToList();
        tags.ShouldNotBeEmpty();
        tags.Select(tag => tag.Key).Distinct().ShouldBe([Signals.Request, Signals.Result], ignoreOrder: true);
        tags.Where(tag => tag.Key == Signals.Request).Select(tag => tag.Value).Distinct().ShouldBe([nameof(CastVote)]);
        tags.Where(tag => tag.Key == Signals.Result).Select(tag => (string)tag.Value!).ShouldAllBe(value => value == Signals.Ok || value.StartsWith("ballot.", StringComparison.Ordinal));
        trace.Spans.ShouldAllBe(span => !span.Baggage.Any() && !span.Events.Any());
    }

    private static async Task<(Guid Ballot, List<Actor> Members)> OpenAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(30_000));
        await city.RecommendAsync(proposal);
        var (ballot, body) = (await city.BallotAsync(proposal)).ShouldNotBeNull();
        return (ballot, city.MembersOf(body).ToList());
    }

    // What this test's own requests leave; others run at the same time in the same process.
    private sealed class Trace : IDisposable
    {
        private readonly Activity _root = new Activity("test").Start();
        private readonly ActivityListener _spans;
        private readonly MeterListener _meters = new();

        public Trace()
        {
            _spans = new()
            {
                ShouldListenTo = source => source.Name == Signals.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span =>
                {
                    if (span.TraceId == _root.TraceId)
                        lock (Spans)
                            Spans.Add(span);
                },
            };
            ActivitySource.AddActivityListener(_spans);
            _meters.InstrumentPublished = (instrument, meters) =>
            {
                if (instrument == Signals.RequestDuration)
                    meters.EnableMeasurementEvents(instrument);
            };
            _meters.SetMeasurementEventCallback<double>((_, _, tags, _) =>
            {
                var (request, result) = ((string)tags[0].Value!, (string)tags[1].Value!);
                if (Activity.Current?.TraceId == _root.TraceId)
                    Durations.Add((request, result));
            });
            _meters.Start();
        }

        public List<Activity> Spans { get; } = [];

        public List<(string Request, string Result)> Durations { get; } = [];

        public void Dispose()
        {
            _meters.Dispose();
            _spans.Dispose();
            _root.Dispose();
        }
    }
}
