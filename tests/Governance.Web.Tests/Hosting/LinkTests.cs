using System.Net;
using AngleSharp.Html.Parser;
using Governance.Tests.Databases;
using Governance.Web.Tests.Attacks;

namespace Governance.Web.Tests.Hosting;

/// <summary>Whatever a page offers can be opened by whom it is offered to.</summary>
public sealed class LinkTests(ITestOutputHelper output)
{
    private const int MostPages = 250;

    [Fact]
    public async Task No_link_leads_nowhere_or_to_a_refusal()
    {
        await using var city = await AttackedCity.FoundAsync(Provider.Sqlite);
        var dead = new List<string>();
        var opened = 0;
        foreach (var who in AttackedCity.People.Append(null))
            opened += await WalkAsync(city.ClientOf(who), who ?? "a visitor", dead);

        output.WriteLine($"{opened} addresses opened");
        opened.ShouldBeGreaterThan(300);
        dead.ShouldBeEmpty();
    }

    private static async Task<int> WalkAsync(HttpClient client, string who, List<string> dead)
    {
        var (found, waiting) = (new HashSet<string>(StringComparer.Ordinal) { "/" }, new Queue<(string Address, string On)>([("/", "the start")]));
        while (found.Count < MostPages && waiting.TryDequeue(out var link))
        {
            using var answer = await client.GetAsync(link.Address);
            if (answer.StatusCode >= HttpStatusCode.BadRequest)
                dead.Add($"{link.Address} on {link.On}, offered to {who}: {(int)answer.StatusCode}");
            foreach (var next in await LinksAsync(answer))
                if (found.Add(next))
                    waiting.Enqueue((next, link.Address));
        }

        return found.Count;
    }

    private static async Task<string[]> LinksAsync(HttpResponseMessage answer)
    {
        if (answer.Headers.Location is { } target)
            return target.OriginalString.StartsWith('/') ? [target.OriginalString] : [];

        // The pages behind /admin/jobs are Hangfire's.
        if (answer.Content.Headers.ContentType?.MediaType != "text/html" || answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/admin/jobs", StringComparison.Ordinal))
            return [];
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return [.. page.QuerySelectorAll("a[href], link[href], script[src], img[src]").Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!)
            .Select(address => address.Split('#')[0]).Where(address => address.StartsWith('/'))];
    }
}
