using System.Diagnostics;
using AngleSharp.Html.Parser;
using Governance.Audit;
using Governance.Tests.Databases;

namespace Governance.Web.Tests.Attacks;

/// <summary>Every page and every form that anybody is offered, against everything that can be sent instead. A new page is attacked
/// without anybody adding it here.</summary>
public sealed class PageAttackTests(ITestOutputHelper output)
{
    private const int MostLooks = 14;
    private const int MostPerForm = 14;

    // They choose colours and language, and end or begin a session: nothing there belongs to anybody else.
    private static readonly string[] ForEverybody = ["/preferences", "/account/sign-in", "/account/sign-out", "/account/password"];

    [Theory, OnEachDatabase]
    public async Task Whatever_is_refused_is_told_and_writes_nothing(Provider provider)
    {
        await using var city = await AttackedCity.FoundAsync(provider);
        var (onslaught, faults, forms, watch) = (new Onslaught(), new List<string>(), new Dictionary<string, SentForm>(StringComparer.Ordinal), Stopwatch.StartNew());
        foreach (var page in PageRoute.All(city.City.Program.Services))
        {
            var looks = page.Addresses(city).SelectMany(address => AttackedCity.People.Append(null).Select(who => (Who: who, Address: address)))
                .Concat(page.HasId ? Hostile.Ids.Select(id => ((string?)"office", page.At(id))) : []);
            foreach (var (who, address) in onslaught.Some(looks, MostLooks))
                await LookAsync(city, page, who, address, forms, faults);
        }

        var before = await city.FingerprintAsync();
        var (count, done) = (0, 0);
        foreach (var form in forms.Values)
            foreach (var attack in onslaught.Some(new FormAttacks(city, form).All(), MostPerForm))
            {
                using var request = attack.Make();
                using var message = await city.ClientOf(attack.Who).SendAsync(request);
                var answer = await Answer.OfAsync(message);
                var after = await city.FingerprintAsync();
                (count, done) = (count + 1, answer.Status is 302 or 303 ? done + 1 : done);
                var stranger = attack.IsStranger && !ForEverybody.Contains(form.Action);
                var fault = answer.FaultOfPage()
                    ?? (attack.Expected is { } expected && answer.Status != expected ? $"{answer.Status} instead of {expected}" : null)
                    ?? (after != before && (stranger || answer.Status is not (302 or 303)) ? $"{answer.Status}, and rows changed" : null);
                if (fault is not null)
                    faults.Add($"{form.Page} by {attack.Who ?? "a visitor"}, {attack.What}: {fault}");
                before = after;
            }

        output.WriteLine($"seed {onslaught.Seed}: {forms.Count} forms, {count} sendings in {watch.Elapsed.TotalSeconds:0} s, {done} of them harmless enough to be done");
        faults.ShouldBeEmpty();
        (await city.City.Program.SendAsync(new Verify())).Value.Breaches.ShouldBeEmpty();
    }

    private static async Task LookAsync(AttackedCity city, PageRoute page, string? who, string address, Dictionary<string, SentForm> forms, List<string> faults)
    {
        using var message = await city.ClientOf(who).GetAsync(address);
        var answer = await Answer.OfAsync(message);
        if (answer.FaultOfPage() is { } fault && page.Template != "error/{code:int}")
            faults.Add($"GET {address} by {who ?? "a visitor"}: {fault}");
        if (answer.Status != 200 || answer.Type != "text/html")
            return;
        foreach (var form in SentForm.On(await new HtmlParser().ParseDocumentAsync(answer.Text), page.Template, who, address))
            forms.TryAdd(form.Kind, form);
    }
}
