using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Governance.Web.Api;

/// <summary>Says of every operation which errors it can answer with and which headers it takes: what they have in common need not be
/// said at each.</summary>
public sealed class DescribedErrors : IOpenApiOperationTransformer
{
    private const string Known = "401";

    /// <inheritdoc />
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.Responses is not { } responses || !responses.TryGetValue(Known, out var problem))
            return Task.CompletedTask;
        var isChange = context.Description.HttpMethod is not "GET";
        var needsVersion = context.Description.ActionDescriptor.EndpointMetadata.OfType<IfMatchNeeded>().Any();
        foreach (var status in Statuses(isChange, context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true, needsVersion))
            responses.TryAdd($"{status}", new OpenApiResponse { Description = ReasonPhrases.GetReasonPhrase(status), Content = problem.Content?.ToDictionary() });
        if (isChange)
            AddHeader(operation, "Idempotency-Key", isRequired: false, "The same key and body give the same answer, once done");
        if (needsVersion)
            AddHeader(operation, "If-Match", isRequired: true, "The ETag that the read gave, or *");
        return Task.CompletedTask;
    }

    private static IEnumerable<int> Statuses(bool isChange, bool hasId, bool needsVersion) =>
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status422UnprocessableEntity,
        StatusCodes.Status429TooManyRequests,
        .. hasId ? new[] { StatusCodes.Status404NotFound } : [],
        .. isChange ? new[] { StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType } : [],
        .. needsVersion ? new[] { StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired } : [],
    ];

    private static void AddHeader(OpenApiOperation operation, string name, bool isRequired, string description) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Required = isRequired, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
}
