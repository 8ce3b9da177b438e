using FluentValidation;
using Governance.Telemetry;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Persistence;

/// <summary>Registers every handler and validator of the product. MediatR 5 ships its scanner in a package of its own that the
/// mirrors lack; this is all of it that is needed.</summary>
internal static class MediatorRegistration
{
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ObserveBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(CommandBehaviour<,>));
        foreach (var type in typeof(MediatorRegistration).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
            foreach (var contract in type.GetInterfaces().Where(IsContract))
                services.AddTransient(contract, type);
        return services;
    }

    private static bool IsContract(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || type.GetGenericTypeDefinition() == typeof(IValidator<>));
}
