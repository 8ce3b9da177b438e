using System.Globalization;
using Governance.Ballots;

namespace Governance.Compute;

/// <summary><c>compute ballot</c>: adopted, rejected or not-quorate from the counts.</summary>
public sealed class ComputeBallot : IComputation
{
    private static readonly string[] Counts =
        ["members", "present", "yes", "no", "abstain", "invalid", "recused", "not-voting", "council-members", "expert-citizens"];

    /// <inheritdoc />
    public IReadOnlyList<string> Required { get; } = ["members", "present", "no"];

    /// <inheritdoc />
    public IReadOnlyList<string> Optional { get; } =
    [
        "yes", "abstain", "invalid", "recused", "majority", "not-voting", "council-members", "expert-citizens", "second-call", "lack-not-established",
    ];

    /// <inheritdoc />
    public Result<ComputeAnswer> Run(ComputeOptions options, CultureInfo culture)
    {
        var count = Read(options);
        if (!count.IsSuccess)
            return count.Error!;

        var result = BallotRules.Decide(count.Value);
        return result.IsSuccess
            ? new ComputeAnswer(Word(result.Value.Outcome), [.. result.Value.Reasons.Select(reason => reason.Render(culture))])
            : result.Error!;
    }

    private Result<BallotCount> Read(ComputeOptions options)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in Counts)
        {
            var number = options.Number(name);
            if (!number.IsSuccess)
                return number.Error!;
            if (number.Value is { } given)
                numbers[name] = given;
            else if (Required.Contains(name, StringComparer.Ordinal))
                return Error.Of("compute.option-missing", ("option", name));
        }

        var majority = Majority(options);
        var call = Call(options);
        var lack = options.Choice("lack-not-established", ("false", false), ("true", true));
        var yes = Yes(numbers);
        return (majority.Error ?? call.Error ?? lack.Error ?? yes.Error) is { } error
            ? error
            : ToCount(numbers, yes.Value, majority.Value, call.Value, lack.Value);
    }

    private static BallotCount ToCount(Dictionary<string, int> numbers, int yes, MajorityKind majority, CallKind call, bool lack) => new()
    {
        StatutoryMembers = numbers["members"],
        Present = numbers["present"],
        Yes = yes,
        No = numbers["no"],
        Abstain = numbers.GetValueOrDefault("abstain"),
        Invalid = numbers.GetValueOrDefault("invalid"),
        Recused = numbers.GetValueOrDefault("recused"),
        Committee = numbers.ContainsKey("council-members") || numbers.ContainsKey("expert-citizens")
            ? new(numbers.GetValueOrDefault("council-members"), numbers.GetValueOrDefault("expert-citizens"))
            : null,
        Majority = majority,
        Call = call,
        LackNotEstablished = lack,
    };

    /// <summary>The yes votes as given; by dissent only where the number not voting is given instead. A forgotten yes is refused.</summary>
    private static Result<int> Yes(Dictionary<string, int> numbers)
    {
        var hasYes = numbers.TryGetValue("yes", out var yes);
        if (!numbers.TryGetValue("not-voting", out var notVoting))
            return hasYes ? yes : Error.Of("compute.option-missing", ("option", "yes"));
        if (hasYes)
            return Error.Of("compute.options-exclude", ("option", "yes"), ("other", "not-voting"));

        var abstain = numbers.GetValueOrDefault("abstain") + numbers.GetValueOrDefault("invalid");
        return new DissentEntry(numbers["present"], numbers.GetValueOrDefault("recused"), numbers["no"], abstain, notVoting).Yes();
    }

    private static Result<MajorityKind> Majority(ComputeOptions options) => options.Choice(
        "majority",
        ("simple", MajorityKind.Simple),
        ("two-thirds", MajorityKind.TwoThirdsOfVotesCast),
        ("two-thirds-statutory", MajorityKind.TwoThirdsOfStatutoryMembers),
        ("statutory", MajorityKind.StatutoryMajority),
        ("unanimous", MajorityKind.Unanimous));

    private static Result<CallKind> Call(ComputeOptions options) => options.Choice(
        "second-call",
        ("no", CallKind.First),
        ("with-notice", CallKind.SecondWithNotice),
        ("without-notice", CallKind.SecondWithoutNotice));

    private static string Word(BallotOutcome outcome) => outcome switch
    {
        BallotOutcome.Adopted => "adopted",
        BallotOutcome.Rejected => "rejected",
        _ => "not-quorate",
    };
}
