using Governance.People;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/me</c>, and the antiforgery token for calls with a browser's session.</summary>
public static class MeApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", async (IMediator mediator, CancellationToken ct) => (await mediator.Send(new ReadMe(), ct)).Answer())
            .Produces<Me>().WithSummary("Who I am, to this program");
        api.MapGet("/antiforgery", (HttpContext context, IAntiforgery antiforgery) =>
            {
                var tokens = antiforgery.GetAndStoreTokens(context);
                return new AntiforgeryToken(tokens.HeaderName!, tokens.RequestToken!);
            })
            .WithSummary("The header that changing calls with a session cookie need");
    }
}

/// <summary>A header and its value.</summary>
public sealed record AntiforgeryToken(string Header, string Token);
