using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.Persistence;

/// <summary>A query on the way of every command. EF otherwise takes its expression apart with each call to find the statement again,
/// which costs more than the statement; here it is kept, once for each mapping: one process may know several databases.</summary>
/// <param name="query">Ends in one answer: <c>Single</c>, <c>Any</c>, <c>ExecuteDelete</c>.</param>
internal sealed class CompiledQuery<TArgument, TResult>(Expression<Func<GovernanceDb, TArgument, CancellationToken, TResult>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<GovernanceDb, TArgument, CancellationToken, Task<TResult>>> _byModel = [];

    /// <summary>The answer for one argument.</summary>
    public Task<TResult> AskAsync(GovernanceDb db, TArgument argument, CancellationToken ct) =>
        _byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument, ct);
}

/// <summary>The same for two arguments.</summary>
internal sealed class CompiledQuery<TFirst, TSecond, TResult>(Expression<Func<GovernanceDb, TFirst, TSecond, CancellationToken, TResult>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<GovernanceDb, TFirst, TSecond, CancellationToken, Task<TResult>>> _byModel = [];

    /// <summary>The answer for these arguments.</summary>
    public Task<TResult> AskAsync(GovernanceDb db, TFirst first, TSecond second, CancellationToken ct) =>
        _byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, first, second, ct);
}

/// <summary>The same for three arguments.</summary>
internal sealed class CompiledQuery<TFirst, TSecond, TThird, TResult>(Expression<Func<GovernanceDb, TFirst, TSecond, TThird, CancellationToken, TResult>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<GovernanceDb, TFirst, TSecond, TThird, CancellationToken, Task<TResult>>> _byModel = [];

    /// <summary>The answer for these arguments.</summary>
    public Task<TResult> AskAsync(GovernanceDb db, TFirst first, TSecond second, TThird third, CancellationToken ct) =>
        _byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, first, second, third, ct);
}

/// <summary>The same for four arguments.</summary>
internal sealed class CompiledQuery<TFirst, TSecond, TThird, TFourth, TResult>(Expression<Func<GovernanceDb, TFirst, TSecond, TThird, TFourth, CancellationToken, TResult>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<GovernanceDb, TFirst, TSecond, TThird, TFourth, CancellationToken, Task<TResult>>> _byModel = [];

    /// <summary>The answer for these arguments.</summary>
    public Task<TResult> AskAsync(GovernanceDb db, TFirst first, TSecond second, TThird third, TFourth fourth, CancellationToken ct) =>
        _byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, first, second, third, fourth, ct);
}

/// <summary>The same for an answer of many rows.</summary>
internal sealed class CompiledListQuery<TArgument, TRow>(Expression<Func<GovernanceDb, TArgument, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<GovernanceDb, TArgument, IAsyncEnumerable<TRow>>> _byModel = [];

    /// <summary>The rows for one argument.</summary>
    public ValueTask<List<TRow>> AskAsync(GovernanceDb db, TArgument argument, CancellationToken ct) =>
        _byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument).ToListAsync(ct);
}

/// <summary>The same for two arguments.</summary>
internal sealed class CompiledListQuery<TFirst, TSecond, TRow>(Expression<Func<GovernanceDb, TFirst, TSecond, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<GovernanceDb, TFirst, TSecond, IAsyncEnumerable<TRow>>> _byModel = [];

    /// <summary>The rows for these arguments.</summary>
    public ValueTask<List<TRow>> AskAsync(GovernanceDb db, TFirst first, TSecond second, CancellationToken ct) =>
        _byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, first, second).ToListAsync(ct);
}

/// <summary>The same for three arguments.</summary>
internal sealed class CompiledListQuery<TFirst, TSecond, TThird, TRow>(Expression<Func<GovernanceDb, TFirst, TSecond, TThird, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<GovernanceDb, TFirst, TSecond, TThird, IAsyncEnumerable<TRow>>> _byModel = [];

    /// <summary>The rows for these arguments.</summary>
    public ValueTask<List<TRow>> AskAsync(GovernanceDb db, TFirst first, TSecond second, TThird third, CancellationToken ct) =>
        _byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, first, second, third).ToListAsync(ct);
}
