using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Governance.Telemetry;

/// <summary>What operators may see of the running program, by .NET's own means: it costs nothing until somebody listens. Names of
/// requests, result codes, counts and durations only; never what people wrote, who they are or how they voted.</summary>
public static class Signals
{
    /// <summary>The name under which traces and metrics are found.</summary>
    public const string Name = "Governance";

    /// <summary>Tag: the use case, as <c>CastVote</c>.</summary>
    public const string Request = "governance.request";

    /// <summary>Tag: <c>ok</c>, the error's code, or the type of an unexpected exception.</summary>
    public const string Result = "governance.result";

    /// <summary>Tag: a sweep's name, as <c>mail</c>.</summary>
    public const string Sweep = "governance.sweep";

    /// <summary>The value of <see cref="Result"/> when all went well.</summary>
    public const string Ok = "ok";

    private static readonly Meter Meter = new(Name);

    /// <summary>Spans: a use case, its transaction, a sweep.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Use cases by request and result, in seconds; its count is their number.</summary>
    public static Histogram<double> RequestDuration { get; } = Meter.CreateHistogram<double>("governance.request.duration", "s", "Use cases from asking until their commit is on the disk.");

    /// <summary>Attempts of commands after the first one, by request.</summary>
    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("governance.command.retries", "{attempt}", "Commands run again because another one was faster.");

    /// <summary>Sweeps by name and result, in seconds.</summary>
    public static Histogram<double> SweepDuration { get; } = Meter.CreateHistogram<double>("governance.sweep.duration", "s", "Background work that starts from rows.");

    /// <summary>Mails by result: <c>ok</c> has left, anything else is tried again later.</summary>
    public static Counter<long> Mails { get; } = Meter.CreateCounter<long>("governance.mails", "{mail}", "Mails handed to the mail server.");

    /// <summary>Commands that wait for, or are in, SQLite's one writer.</summary>
    public static UpDownCounter<long> SqliteQueue { get; } = Meter.CreateUpDownCounter<long>("governance.sqlite.queue", "{command}", "Commands that wait for SQLite's writer.");
}
