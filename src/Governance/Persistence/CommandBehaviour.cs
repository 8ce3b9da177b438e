using FluentValidation;
using Governance.People;
using Governance.Telemetry;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Persistence;

/// <summary>The one behaviour around all use cases: who may, is the input right, and, for commands, one transaction with at
/// most three attempts. Commands sent from within a command join its transaction.</summary>
public sealed class CommandBehaviour<TRequest, TResponse>(
    CommandScope scope, ITransactions transactions, GovernanceDb db, IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IRule<TRequest>
    where TResponse : IResult<TResponse>
{
    private const int Attempts = 3;

    /// <inheritdoc />
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is ICommand && !scope.InTransaction)
            return await InTransactionAsync(request, cancellationToken);

        // No database takes half a character, and who may is often asked of one.
        if (ReadableText.Broken(request) is { } place)
            return TResponse.Refused(Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [place] = [Error.Of("input.unreadable")] } });
        if (!await TRequest.Who.Check(request, scope.Actor, db, cancellationToken))
            return TResponse.Refused(scope.Actor.IsPerson ? AccessErrors.Forbidden(typeof(TRequest).Name) : AccessErrors.SignInFirst());
        return InvalidInput.Of(validators, request) is { } invalid ? TResponse.Refused(invalid) : await next();
    }

    private async Task<TResponse> InTransactionAsync(TRequest request, CancellationToken ct)
    {
        var keyed = IdempotentCommand.Of(scope, request);
        for (var attempt = 1; ; attempt++)
        {
            var response = default(TResponse)!;
            using var span = Signals.Spans.StartActivity("transaction");
            try
            {
                await transactions.RunAsync(
                    async (services, token) =>
                    {
                        var inner = services.GetRequiredService<CommandScope>();
                        inner.Actor = scope.Actor;
                        inner.InTransaction = true;
                        if (keyed is not null && await keyed.EarlierAnswerAsync<TResponse>(services.GetRequiredService<GovernanceDb>(), Now(services), token) is { } earlier)
                        {
                            response = earlier.Response;
                            return false;
                        }

                        response = await services.GetRequiredService<IMediator>().Send(request, token);
                        if (response.Error is null)
                            keyed?.Keep(response);
                        return response.Error is null;
                    },
                    ct);
                return response;
            }
            catch (Exception fault) when (attempt < Attempts && (TransientFault.Is(fault, db) || keyed is { LostRace: true }))
            {
                // Another node was faster; a fresh scope sees what it wrote.
                span?.SetTag(Signals.Result, "again");
                Signals.Retries.Add(1, new KeyValuePair<string, object?>(Signals.Request, typeof(TRequest).Name));
            }
        }
    }

    private static DateTime Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
}
