using System.Security.Claims;
using Governance.People;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Governance.Web.SignIn;

/// <summary>Begins and ends sessions. A session is a person and the stamp that was theirs when it began; everything else is read anew
/// with each request.</summary>
public sealed class Sessions(IMediator mediator, AsProgram program, IHttpContextAccessor accessor)
{
    private const string StampClaim = "stamp";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Sessions exist within requests only.");

    /// <summary>Signs in; false when name or password is wrong or the name is locked, which are not told apart.</summary>
    public async Task<bool> BeginAsync(string name, string password, CancellationToken ct)
    {
        var check = (await mediator.Send(new CheckPassword(name, password), ct)).Value;
        if (check.PersonId is not { } person)
            return false;
        var outcome = (await program.SendAsync(new RecordSignIn(person, check.IsRight), ct)).Value;
        if (outcome.Stamp is not { } stamp)
            return false;
        await IssueAsync(person, stamp);
        return true;
    }

    /// <summary>Carries the present session on after the person's stamp has changed.</summary>
    public Task RenewAsync(Guid person, string stamp) => IssueAsync(person, stamp);

    /// <summary>Ends the present session.</summary>
    public Task EndAsync() => Context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    /// <summary>The person and stamp of a session, or null for visitors.</summary>
    internal static (Guid Person, string Stamp)? Read(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person) && user.FindFirstValue(StampClaim) is { } stamp ? (person, stamp) : null;

    private Task IssueAsync(Guid person, string stamp)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, person.ToString()), new(StampClaim, stamp)];
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme);
        return Context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }
}
