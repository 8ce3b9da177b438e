using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Tests.Databases;

/// <summary>The fault that a test injects: nothing that a program could expect.</summary>
public sealed class InjectedFaultException(string where) : Exception("Injected " + where);

/// <summary>Throws once, before or after the n-th step that reaches the database: statements, savepoints, commit.</summary>
public sealed class FaultPlan
{
    private int _seen;
    private int _at = int.MaxValue;
    private bool _after;

    /// <summary>Whether it was thrown.</summary>
    public bool Thrown { get; private set; }

    /// <summary>The step at which it was thrown.</summary>
    public string Where { get; private set; } = "";

    /// <summary>The interceptors that carry it out.</summary>
    public IReadOnlyList<IInterceptor> Interceptors => [new Commands(this), new Transactions(this)];

    /// <summary>From now on, throws at that step.</summary>
    public void Arm(int step, bool after) => (_seen, _at, _after, Thrown) = (0, step, after, false);

    /// <summary>Throws no more.</summary>
    public void Disarm() => _at = int.MaxValue;

    private void Before(string what)
    {
        _seen++;
        if (!_after)
            ThrowAt(what);
    }

    private void After(string what)
    {
        if (_after)
            ThrowAt(what);
    }

    private void ThrowAt(string what)
    {
        if (Thrown || _seen != _at)
            return;
        Thrown = true;
        Where = $"{(_after ? "after" : "before")} step {_at}: {what}";
        throw new InjectedFaultException(Where);
    }

    private sealed class Commands(FaultPlan plan) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            plan.Before(command.CommandText);
            return new(result);
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            plan.After(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            plan.Before(command.CommandText);
            return new(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            plan.After(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            plan.Before(command.CommandText);
            return new(result);
        }

        public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
        {
            plan.After(command.CommandText);
            return new(result);
        }
    }

    private sealed class Transactions(FaultPlan plan) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            plan.Before("BEGIN");
            return new(result);
        }

        public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            plan.After("BEGIN");
            return new(result);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            plan.Before("COMMIT");
            return new(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            plan.After("COMMIT");
            return Task.CompletedTask;
        }

        public override ValueTask<InterceptionResult> CreatingSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            plan.Before("SAVEPOINT");
            return new(result);
        }

        public override Task CreatedSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
        {
            plan.After("SAVEPOINT");
            return Task.CompletedTask;
        }

        public override ValueTask<InterceptionResult> ReleasingSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            plan.Before("RELEASE");
            return new(result);
        }

        public override Task ReleasedSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
        {
            plan.After("RELEASE");
            return Task.CompletedTask;
        }
    }
}
