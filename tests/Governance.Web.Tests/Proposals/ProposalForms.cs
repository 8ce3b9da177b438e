using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Proposals;

/// <summary>Fills the form of proposals as a browser without scripts does: everything that the page shows is sent back.</summary>
public static class ProposalForms
{
    /// <summary>Begins a proposal by the button of the list.</summary>
    public static async Task<Guid> BeginAsync(this Browser browser)
    {
        var answer = await browser.SubmitAsync("/proposals");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var parts = answer.Headers.Location!.ToString().Split('/');
        parts[^1].ShouldBe("1");
        return Guid.Parse(parts[2]);
    }

    /// <summary>Sends a step with its own values and these instead; a null takes a field out.</summary>
    public static async Task<HttpResponseMessage> StepAsync(this Browser browser, Guid id, string step, string go, params (string Name, string? Value)[] fields)
    {
        var form = (await browser.OpenAsync($"/proposals/{id}/edit/{step}")).QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        return await browser.SendFormAsync($"/proposals/{id}/edit/{step}", form, go, fields);
    }

    /// <summary>Sends a form that was opened before.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this Browser browser, string path, IHtmlFormElement form, string go, params (string Name, string? Value)[] fields)
    {
        var values = Values(form).Where(value => Array.TrueForAll(fields, field => field.Name != value.Key)).ToList();
        values.AddRange(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)));
        values.Add(KeyValuePair.Create("Go", go));
        return await browser.Client.PostAsync(path, new FormUrlEncodedContent(values));
    }

    /// <summary>The page that a redirect leads to, or the page itself.</summary>
    public static async Task<IHtmlDocument> FollowAsync(this Browser browser, HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect ? await browser.OpenAsync(answer.Headers.Location!.ToString()) : await answer.PageAsync();

    /// <summary>Fills every step so that the proposal can be submitted.</summary>
    public static async Task FillAsync(this Browser browser, Guid id)
    {
        await browser.StepAsync(id, "1", "next", ("Form.Title", "Vorfahrt für Rettungswagen"), ("Form.LeadingLifeArea", "mobility"));
        await browser.StepAsync(id, "2", "next", ("Form.Goal", "Die Hilfsfrist wird eingehalten."));
        await browser.StepAsync(id, "3", "next", ("Form.End.Day", "30"), ("Form.End.Month", "11"), ("Form.End.Year", "2027"));
        await browser.StepAsync(id, "4", "next", ("Form.Economic", "2"), ("Form.EconomicReason", "Kürzere Einsätze."), ("Form.Ecological", "0"), ("Form.EcologicalReason", "Kein Bezug."),
            ("Form.Social", "5"), ("Form.SocialReason", "Hilfe ist schneller da."));
        await browser.StepAsync(id, "5", "next", ("cost-material-2026", "20.000,50"), ("cover-city-2026", "20.000,50"));
        await browser.StepAsync(id, "6", "next", ("Form.Investment", "True"), ("Form.Budgeted", "Fully"), ("Form.ClimateEffect", "None"));
        await browser.StepAsync(id, "7", "next", ("Form.PersonalData", "False"), ("Form.Resolution", "Das Projekt wird bewilligt."));
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]"))
            if (input.Type is not ("checkbox" or "radio" or "file") || input.IsChecked)
                yield return KeyValuePair.Create(input.Name!, input.Value);
        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
            yield return KeyValuePair.Create(area.Name!, area.Value);
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select[name]"))
            yield return KeyValuePair.Create(select.Name!, select.Value ?? "");
    }
}
