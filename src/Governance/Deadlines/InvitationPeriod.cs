using Governance.Texts;

namespace Governance.Deadlines;

/// <summary>A period counted backwards from a meeting (Ladungsfrist). Full days lie between dispatch and meeting, unless the body's
/// rules count one of the two.</summary>
/// <param name="FullDays">0 to 365; default of the rules of procedure: 10, in urgent cases 3.</param>
/// <param name="CountsDispatchDay">True when the day of dispatch is one of them.</param>
/// <param name="CountsMeetingDay">True when the day of the meeting is one of them.</param>
public sealed record InvitationPeriod(int FullDays, bool CountsDispatchDay = false, bool CountsMeetingDay = false)
{
    /// <summary>Ten full days, neither the day of dispatch nor that of the meeting counted.</summary>
    public static InvitationPeriod Default { get; } = new(10);

    /// <summary>Three full days.</summary>
    public static InvitationPeriod Urgent { get; } = new(3);

    /// <summary>The last day on which the invitation keeps the period. It may be a Sunday: moving it to a later working day would
    /// shorten the period, which BGB § 193 does not allow.</summary>
    public Deadline LatestDispatch(DateOnly meeting)
    {
        var latest = meeting.AddDays(-DaysBefore);
        return new Deadline(latest, [Reason.Of("deadline.invitation", ("meeting", meeting), ("days", FullDays), ("latest", latest))]);
    }

    /// <summary>The last working day of the city on which the clerk can still send it, or <c>calendar.no-data</c>.</summary>
    public Result<Deadline> LatestDispatchOnWorkingDay(DateOnly meeting, CityCalendar calendar)
    {
        var latest = LatestDispatch(meeting);
        var free = calendar.FreeDayOn(latest.Date, DayKind.Internal);
        if (!free.IsSuccess)
            return free.Error!;
        if (free.Value is null)
            return latest;

        var before = WorkingDays.Before(latest.Date, 1, calendar, DayKind.Internal);
        return before.IsSuccess
            ? new Deadline(before.Value.Date, [.. latest.Reasons, Earlier(free.Value, before.Value.Date)])
            : before.Error!;
    }

    /// <summary>Whether an invitation sent on a day keeps the period.</summary>
    public bool IsKept(DateOnly dispatch, DateOnly meeting) => dispatch <= LatestDispatch(meeting).Date;

    private int DaysBefore => Math.Max(0, FullDays + 1 - (CountsDispatchDay ? 1 : 0) - (CountsMeetingDay ? 1 : 0));

    private static Reason Earlier(FreeDay free, DateOnly to) =>
        Reason.Of("deadline.moved-earlier", ("to", to), ("day", FreeDayText.Of(free)));
}
