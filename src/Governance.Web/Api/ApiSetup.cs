using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Api;

/// <summary>The API's shell: conventions of every endpoint, its description, health checks.</summary>
public static class ApiSetup
{
    /// <summary>Adds JSON conventions, OpenAPI and health checks.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ErrorTexts>();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", options => options.AddDocumentTransformer<BearerScheme>().AddOperationTransformer<DescribedErrors>());
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [DatabaseCheck.Ready]);
        return services;
    }

    /// <summary>Maps every endpoint. A resource of the API is one line here and one file beside.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.Version1();
        MeApi.Map(api);
        BudgetApi.Map(api);
        BodiesApi.Map(api);
        TasksApi.Map(api);
        DeputiesApi.Map(api);
        ObjectionsApi.Map(api);
        BallotsApi.Map(api);
        ProposalsApi.Map(api);
        app.MapOpenApi();
    }

    /// <summary>The group with what all endpoints share: <see cref="CommandHeaders"/>, known names in addresses, size limit, described errors.</summary>
    public static RouteGroupBuilder Version1(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1")
            .AddEndpointFilterFactory((_, next) => context =>
                ActivatorUtilities.CreateInstance<CommandHeaders>(context.HttpContext.RequestServices).InvokeAsync(context, next))
            .AddEndpointFilterFactory(QueryNames.Filter)
            .WithMetadata(new RequestSizeLimitAttribute(ApiErrors.LongestBody))
            .WithMetadata(new ProducesResponseTypeAttribute(typeof(Problem), StatusCodes.Status401Unauthorized, "application/problem+json"))
            .WithMetadata(new ProducesResponseTypeAttribute(typeof(Problem), StatusCodes.Status403Forbidden, "application/problem+json"))
            .DisableAntiforgery();

    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (it can work).</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(DatabaseCheck.Ready) });
    }
}
