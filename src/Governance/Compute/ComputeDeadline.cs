using System.Globalization;
using Governance.Deadlines;

namespace Governance.Compute;

/// <summary><c>compute deadline</c>: the last day of a period.</summary>
/// <param name="defaultState">The state when none is given.</param>
public sealed class ComputeDeadline(FederalState defaultState) : IComputation
{
    /// <summary>North Rhine-Westphalia unless another state is given.</summary>
    public ComputeDeadline()
        : this(FederalState.NW)
    {
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Required { get; } = ["from", "period"];

    /// <inheritdoc />
    public IReadOnlyList<string> Optional { get; } = ["state", "kind", "start"];

    /// <inheritdoc />
    public Result<ComputeAnswer> Run(ComputeOptions options, CultureInfo culture)
    {
        var from = options.RequiredDate("from");
        var periodText = options.RequiredText("period");
        var period = periodText.IsSuccess ? Period.Parse(periodText.Value) : periodText.Error!;
        var state = State(options);
        var kind = options.Choice("kind", ("legal", DeadlineKind.Legal), ("fixed", DeadlineKind.Fixed), ("internal", DeadlineKind.Internal));
        var start = options.Choice("start", ("event", PeriodStart.Event), ("day", PeriodStart.BeginningOfDay));
        if ((from.Error ?? period.Error ?? state.Error ?? kind.Error ?? start.Error) is { } error)
            return error;

        var calendar = CityCalendar.Default with { State = state.Value };
        var deadline = DeadlineRules.DueDate(from.Value, period.Value, calendar, kind.Value, start.Value);
        return deadline.IsSuccess
            ? new ComputeAnswer(
                deadline.Value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                [.. deadline.Value.Reasons.Select(reason => reason.Render(culture))])
            : deadline.Error!;
    }

    private Result<FederalState> State(ComputeOptions options)
    {
        if (options.Text("state") is not { } text)
            return defaultState;

        // By name, because Enum.Parse would take a number too.
        var names = Enum.GetNames<FederalState>();
        var name = names.FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        return name is null
            ? Error.Of("calendar.unknown-state", ("text", text), ("known", names))
            : Enum.Parse<FederalState>(name);
    }
}
