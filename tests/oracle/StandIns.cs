// In the place of packages that cannot be had; only as much of them as Elsa calls.
using System.Collections.Concurrent;
using Medallion.Threading;

namespace ThrottleDebounce
{
    public class RateLimitedFunc<TResult>(Func<TResult> call) : IDisposable
    {
        public TResult Invoke() => call();

        public void Dispose() { }
    }

    public class RateLimitedFunc<T, TResult>(Func<T, TResult> call) : IDisposable
    {
        public TResult Invoke(T argument) => call(argument);

        public void Dispose() { }
    }

    public static class Throttler
    {
        public static RateLimitedFunc<TResult> Throttle<TResult>(Func<TResult> call, TimeSpan wait, bool leading = true, bool trailing = true) => new(call);

        public static RateLimitedFunc<T, TResult> Throttle<T, TResult>(Func<T, TResult> call, TimeSpan wait, bool leading = true, bool trailing = true) => new(call);
    }

    public static class Debouncer
    {
        public static RateLimitedFunc<TResult> Debounce<TResult>(Func<TResult> call, TimeSpan wait, bool leading = false, bool trailing = true) => new(call);

        public static RateLimitedFunc<T, TResult> Debounce<T, TResult>(Func<T, TResult> call, TimeSpan wait, bool leading = false, bool trailing = true) => new(call);
    }
}

namespace Open.Linq.AsyncExtensions
{
    public static class TaskExtensions
    {
        public static async Task<List<T>> ToList<T>(this Task<IEnumerable<T>> source) => [.. await source];

        public static async Task<T?> FirstOrDefault<T>(this Task<IEnumerable<T>> source) => (await source).FirstOrDefault();

        public static async Task<IEnumerable<TResult>> Select<T, TResult>(this Task<IEnumerable<T>> source, Func<T, TResult> map) => (await source).Select(map);

        public static async Task<IEnumerable<T>> Where<T>(this Task<IEnumerable<T>> source, Func<T, bool> keep) => (await source).Where(keep);
    }
}

namespace Medallion.Threading.FileSystem
{
    public class FileDistributedSynchronizationProvider(DirectoryInfo directory) : IDistributedLockProvider
    {
        private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

        public DirectoryInfo Directory => directory;

        public IDistributedLock CreateLock(string name) => new Lock(name, Gates.GetOrAdd(name, _ => new(1)));

        private sealed class Lock(string name, SemaphoreSlim gate) : IDistributedLock
        {
            public string Name => name;

            public IDistributedSynchronizationHandle? TryAcquire(TimeSpan timeout = default, CancellationToken cancellationToken = default) => gate.Wait(timeout, cancellationToken) ? new Handle(gate) : null;

            public IDistributedSynchronizationHandle Acquire(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
            {
                gate.Wait(cancellationToken);
                return new Handle(gate);
            }

            public async ValueTask<IDistributedSynchronizationHandle?> TryAcquireAsync(TimeSpan timeout = default, CancellationToken cancellationToken = default) => await gate.WaitAsync(timeout, cancellationToken) ? new Handle(gate) : null;

            public async ValueTask<IDistributedSynchronizationHandle> AcquireAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
            {
                await gate.WaitAsync(cancellationToken);
                return new Handle(gate);
            }
        }

        private sealed class Handle(SemaphoreSlim gate) : IDistributedSynchronizationHandle
        {
            public CancellationToken HandleLostToken => default;

            public void Dispose() => gate.Release();

            public ValueTask DisposeAsync()
            {
                gate.Release();
                return default;
            }
        }
    }
}

internal readonly struct ShortGuid
{
    public static ShortGuid NewGuid() => default;

    public override string ToString() => Convert.ToBase64String(Guid.NewGuid().ToByteArray()).Replace('/', '_').Replace('+', '-').TrimEnd('=');
}
