using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Governance.Web.Api;

/// <summary>Says in the API's description how to sign in: with a bearer token from <c>token create</c>.</summary>
internal sealed class BearerScheme : IOpenApiDocumentTransformer
{
    private const string Name = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Governance";
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Name] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Name, Description = "governance token create --user NAME --name LABEL" };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Name, document)] = [] }];
        return Task.CompletedTask;
    }
}
