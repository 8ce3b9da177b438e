namespace Governance.Web.Api;

/// <summary>From a use case's answer to an HTTP answer: <c>return (await mediator.Send(request, ct)).Answer();</c></summary>
public static class Answers
{
    /// <summary>200 with the value, 204 when there is nothing to tell, or the refusal.</summary>
    public static IResult Answer<T>(this Result<T> result) => result.Answer(value => value is Done ? TypedResults.NoContent() : TypedResults.Ok(value));

    /// <summary>What <paramref name="done"/> makes of the value, or the refusal.</summary>
    public static IResult Answer<T>(this Result<T> result, Func<T, IResult> done) => result.Error is { } error ? new Refusal(error) : done(result.Value);

    /// <summary>201 at an address, or the refusal.</summary>
    public static IResult Created<T>(this Result<T> result, Func<T, string> address) => result.Answer(value => TypedResults.Created(address(value), value));

    /// <summary>200 with the value and its version as ETag, or the refusal.</summary>
    public static IResult Answer<T>(this Result<T> result, Func<T, int> version) => result.Answer(value => new Versioned(TypedResults.Ok(value), version(value)));

    private sealed class Versioned(IResult inner, int version) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ETag = ExpectedVersion.ETag(version);
            return inner.ExecuteAsync(httpContext);
        }
    }
}
