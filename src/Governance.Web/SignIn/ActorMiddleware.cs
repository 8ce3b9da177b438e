using System.Security.Claims;
using Governance.People;
using Governance.Persistence;
using Governance.Web.Api;
using Governance.Web.Limits;
using Microsoft.AspNetCore.StaticAssets;

namespace Governance.Web.SignIn;

/// <summary>Sets who acts, for pages and API alike: from the bearer token or from the session. Everything after it asks the
/// <see cref="CommandScope"/> only.</summary>
public sealed class ActorMiddleware(RequestDelegate next, Rates rates)
{
    private const string Bearer = "Bearer ";

    /// <summary>Loads the actor and goes on.</summary>
    public async Task InvokeAsync(HttpContext context, CommandScope scope, ActorLoader actors, Sessions sessions)
    {
        if (!NeedsActor(context))
        {
            await next(context);
            return;
        }

        if (ApiPaths.IsApi(context.Request.Path) && context.Request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            var actor = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await actors.OfTokenAsync(header[Bearer.Length..].Trim(), context.RequestAborted)
                : null;

            // A wrong token is told, even where a session cookie came along: scripts must not act as whoever uses the browser.
            if (actor is null)
            {
                using var lease = rates.BadToken(context);
                await (lease.IsAcquired ? new Refusal(Error.Of("access.token")).ExecuteAsync(context) : TooMany.AnswerAsync(context, lease));
                return;
            }

            context.User = new ClaimsPrincipal();
            Set(context, scope, new Caller(ByCookie: false), actor);
        }
        else if (Sessions.Read(context.User) is { } session)
        {
            if (await actors.OfSessionAsync(session.Person, session.Stamp, context.RequestAborted) is { } actor)
            {
                Set(context, scope, new Caller(ByCookie: true), actor);
            }
            else
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                await sessions.EndAsync();
            }
        }

        await next(context);
    }

    // Files need no actor. An error page keeps the one that was loaded before the error, and must not fail for the same reason again.
    private static bool NeedsActor(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && context.Features.Get<Caller>() is null
        && !context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static void Set(HttpContext context, CommandScope scope, Caller caller, Actor actor)
    {
        scope.Actor = actor;
        context.Features.Set(caller);
    }
}

/// <summary>How the caller proved who they are; browsers send cookies by themselves, so those calls need an antiforgery token too.</summary>
public sealed record Caller(bool ByCookie);
