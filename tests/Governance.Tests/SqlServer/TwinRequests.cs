using Governance.Persistence;
using MediatR;

namespace Governance.Tests.SqlServer;

/// <summary>Tells the twin which request a context works for.</summary>
internal sealed class TwinRequests<TRequest, TResponse>(SqlServerTwin twin, GovernanceDb db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        twin.WorksFor(db, typeof(TRequest).Name);
        return next();
    }
}
