using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Hosting;

/// <summary>A page that comes back because of what is wrong in its form says so by its status too: 422, unless it named another.</summary>
public sealed class InvalidForms : IAlwaysRunResultFilter
{
    /// <inheritdoc />
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        if (context.Result is PageResult { StatusCode: null } && HttpMethods.IsPost(http.Request.Method) && !context.ModelState.IsValid && http.Response.StatusCode == StatusCodes.Status200OK)
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    /// <inheritdoc />
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
