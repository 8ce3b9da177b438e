using System.Threading.Channels;

namespace Governance.Persistence;

/// <summary>Tells the sweeps of this process that something was committed, so that a mail leaves at once instead of within the
/// minute. Many commits at once are one signal; a lost one costs a minute, for the rows are the truth.</summary>
public sealed class CommitSignal
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was committed.</summary>
    public void Raise() => _raised.Writer.TryWrite(true);

    /// <summary>Waits until something was committed since the last time.</summary>
    public async ValueTask WaitAsync(CancellationToken ct) => await _raised.Reader.ReadAsync(ct);
}
