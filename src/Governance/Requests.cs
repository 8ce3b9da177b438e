using Governance.People;
using MediatR;

namespace Governance;

/// <summary>A request of whatever kind; the pipeline asks <see cref="IRule{TSelf}.Who"/> before it is handled.</summary>
public interface IUseCase;

/// <summary>Changes something: runs in one transaction, all or nothing.</summary>
public interface ICommand : IUseCase;

/// <summary>A command that answers with a value.</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>Reads; never takes a write lock.</summary>
public interface IQuery<T> : IRequest<Result<T>>, IUseCase;

/// <summary>A long piece of work: sends commands one after the other, each in a transaction of its own. Whoever sends it again
/// after an interruption finds that what was done stays done and the rest is made up for.</summary>
public interface IJob<T> : IRequest<Result<T>>, IUseCase;

/// <summary>Names who may send the request, in the request's own file.</summary>
public interface IRule<TSelf> : IUseCase
    where TSelf : IRule<TSelf>
{
    /// <summary>The rule, in the words of <see cref="People.Who"/>.</summary>
    static abstract Who<TSelf> Who { get; }
}

/// <summary>Nothing to tell but that it was done.</summary>
public readonly record struct Done;
