using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Governance.Web.Api;

/// <summary>Refuses a name in a read's address that the read does not know: a filter with a slip in its name would answer with
/// everything, and nobody would notice.</summary>
internal static class QueryNames
{
    // The language of the answer (Cultures), and the page of a list that comes whole.
    private static readonly string[] Everywhere = ["culture", "ui-culture", "limit", "cursor"];

    /// <summary>For the endpoint that is being built.</summary>
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var known = endpoint.MethodInfo.GetParameters().SelectMany(Names).Concat(Everywhere).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return async context =>
        {
            // Who may not read at all is told that, whatever the address says.
            var answer = await next(context);
            var request = context.HttpContext.Request;
            if (!HttpMethods.IsGet(request.Method) || answer is Refusal || request.Query.Keys.FirstOrDefault(name => !known.Contains(name)) is not { } unknown)
                return answer;
            context.HttpContext.Response.Headers.Remove(HeaderNames.ETag);
            return new Refusal(Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [unknown] = [Error.Of("input.unknown-name")] } });
        };
    }

    private static IEnumerable<string> Names(ParameterInfo parameter) => parameter.GetCustomAttribute<AsParametersAttribute>() is null
        ? IsValue(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) ? [parameter.Name ?? ""] : []
        : parameter.ParameterType.GetProperties().Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name ?? property.Name);

    private static bool IsValue(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly);
}
