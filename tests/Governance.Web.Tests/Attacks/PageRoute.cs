using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Attacks;

/// <summary>A page of the program by its route, whether or not a link leads there.</summary>
/// <param name="Template">As the page says it: <c>proposals/{id:guid}/edit/4</c>.</param>
public sealed partial record PageRoute(string Template)
{
    /// <summary>All pages of the program.</summary>
    public static IReadOnlyList<PageRoute> All(IServiceProvider services) =>
    [
        .. services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(page => page.AttributeRouteInfo!.Template!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(template => new PageRoute(template)),
    ];

    /// <summary>Its addresses with the city's rows in place of the parameters.</summary>
    public IEnumerable<string> Addresses(AttackedCity city)
    {
        IEnumerable<string> addresses = [""];
        var parts = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var place = 0; place < parts.Length; place++)
        {
            var part = parts[place];
            if (!part.StartsWith('{'))
                addresses = addresses.Select(address => $"{address}/{part}");
            else
                addresses = [.. addresses.SelectMany(address => city.RowsOf(parts[place - 1]).Select(id => $"{address}/{id}")), .. part.Contains('?', StringComparison.Ordinal) ? addresses : []];
        }

        return addresses.Select(address => address.Length == 0 ? "/" : address);
    }

    /// <summary>Its address with something else where ids stand.</summary>
    public string At(string id) => "/" + Parameter().Replace(Template, id);

    /// <summary>Whether an id stands in it.</summary>
    public bool HasId => Template.Contains('{', StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
