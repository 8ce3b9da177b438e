using Governance.Ballots;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Texts;

namespace Governance.Office;

/// <summary>What the control room shows; amounts in euro cents, instants in UTC.</summary>
/// <param name="Now">The instant it was read.</param>
/// <param name="Pipeline">Stages with what stands there.</param>
/// <param name="Stuck">Cases that have stood in their stage longest, over <see cref="GetControlRoom.StuckAfterDays"/> days.</param>
/// <param name="StuckCount">How many such cases there are.</param>
/// <param name="Ahead">Tasks that are due next, and objection periods that end next.</param>
/// <param name="Ballots">Ballots that run, by deadline.</param>
/// <param name="Workload">Open and overdue tasks a team.</param>
/// <param name="OverdueTasks">Tasks past their day, over all teams and people.</param>
/// <param name="Lead">From submission to an executable decision.</param>
/// <param name="Punctuality">How many of the latest tasks were answered in time.</param>
/// <param name="Paces">How long each station took over the last <see cref="Office.Paces.Months"/> months.</param>
/// <param name="OpenIncidents">Cases that an error has stopped.</param>
public sealed record ControlRoom(
    DateTime Now, IReadOnlyList<PipelineStage> Pipeline, IReadOnlyList<StuckCase> Stuck, int StuckCount, IReadOnlyList<OpenCase> Ahead,
    IReadOnlyList<RunningBallot> Ballots, IReadOnlyList<TeamLoad> Workload, int OverdueTasks, Durations? Lead, Punctuality Punctuality,
    IReadOnlyList<StationPace> Paces, int OpenIncidents);

/// <summary>A stage with its cases and their cost, and the one that has stood there longest.</summary>
public sealed record PipelineStage(ProposalStage Stage, int Count, long Cents, Guid OldestId, string? OldestNumber, DateTime OldestSince);

/// <summary>A case that does not move.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Number">Aktenzeichen.</param>
/// <param name="Title">Title.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="StageSince">Since when.</param>
/// <param name="Cents">Total cost.</param>
/// <param name="Stations">What the process waits at.</param>
/// <param name="Waits">Who is waited for.</param>
/// <param name="DueAt">The first due date of what it waits for, or null.</param>
public sealed record StuckCase(
    Guid ProposalId, string? Number, string Title, ProposalStage Stage, DateTime StageSince, long Cents,
    IReadOnlyList<LocalText> Stations, IReadOnlyList<WaitsFor> Waits, DateTime? DueAt);

/// <summary>Somebody whose answer is waited for: a role, a body that votes, or a person.</summary>
public sealed record WaitsFor(People.Role? Role, LocalText? Body, string? Person);

/// <summary>A case with the task it waits for, or without one: with the period within which its decision can be objected to.</summary>
public sealed record OpenCase(Guid ProposalId, string? Number, string Title, ProposalStage Stage, TaskKind? Task, People.Role? Role, DateTime DueAt);

/// <summary>A ballot that is not closed.</summary>
public sealed record RunningBallot(Guid Id, LocalText Body, BallotStatus Status, DateTime DeadlineAt, Guid ProposalId, string? Number, string Title);

/// <summary>Open and overdue tasks of a team; never of a person.</summary>
public sealed record TeamLoad(People.Role Team, int Open, int Overdue);

/// <summary>Half of the cases took at most the median, nine of ten at most the second.</summary>
public sealed record Durations(int Cases, TimeSpan Median, TimeSpan NineOfTen)
{
    /// <summary>Of some durations, or null when there are none.</summary>
    public static Durations? Of(IEnumerable<TimeSpan> durations) => OfCounts(durations.Select(duration => (duration, 1)));

    /// <summary>Of durations and how often each came, or null when there are none. The smallest value that so many do not exceed (nearest rank).</summary>
    public static Durations? OfCounts(IEnumerable<(TimeSpan Duration, int Count)> durations)
    {
        var sorted = durations.OrderBy(one => one.Duration).ToArray();
        var all = sorted.Sum(one => one.Count);
        return all == 0 ? null : new(all, At(sorted, Rank(all, 50)), At(sorted, Rank(all, 90)));
    }

    private static int Rank(int count, int percent) => (int)((((long)count * percent) + 99) / 100) - 1;

    private static TimeSpan At((TimeSpan Duration, int Count)[] sorted, int rank)
    {
        var place = 0;
        while (rank >= sorted[place].Count)
            rank -= sorted[place++].Count;
        return sorted[place].Duration;
    }
}

/// <summary>How many of the latest answers came in time.</summary>
public sealed record Punctuality(int Answered, int InTime);

/// <summary>How long a station of the process took.</summary>
public sealed record StationPace(LocalText Station, Durations Durations);
