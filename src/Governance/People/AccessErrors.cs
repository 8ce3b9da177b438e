namespace Governance.People;

/// <summary>The two ways of being the wrong person.</summary>
public static class AccessErrors
{
    /// <summary>401: nobody is signed in.</summary>
    public static Error SignInFirst() => Error.Of("access.sign-in");

    /// <summary>403: somebody is, but may not do this.</summary>
    public static Error Forbidden(string request) => Error.Of("access.forbidden", ("request", request));
}
