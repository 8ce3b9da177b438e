namespace Governance.Web.Limits;

/// <summary>How many requests a minute are answered, so that one script cannot take the program from everybody; 0 is no limit. A
/// whole town hall may share one address, hence the large numbers.</summary>
public sealed record RateLimits
{
    /// <summary>Requests of one person, by session or bearer token: 500 a second, more than the program answers on a small machine.</summary>
    public int Person { get; init; } = 30_000;

    /// <summary>Requests of visitors from one address.</summary>
    public int Visitors { get; init; } = 6_000;

    /// <summary>Attempts to sign in under one name from one address. Guessing a person's password ends sooner, by the lock after
    /// <see cref="People.RecordSignIn.FailuresUntilLocked"/> failures; this is for names that nobody bears.</summary>
    public int SignIn { get; init; } = 30;

    /// <summary>Attempts to sign in from one address: each costs a slow hash.</summary>
    public int SignInAddress { get; init; } = 600;

    /// <summary>Calls with an unknown bearer token from one address.</summary>
    public int BadToken { get; init; } = 600;
}
