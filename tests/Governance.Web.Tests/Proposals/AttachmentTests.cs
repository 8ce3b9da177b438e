using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Governance.Documents;
using Governance.Proposals;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Proposals;

public sealed class AttachmentTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task A_file_is_added_downloaded_and_taken_out()
    {
        var (browser, id) = await BeginAsync();

        var page = await browser.FollowAsync(await UploadAsync(browser, id, "../../etc/Lage<plan>.pdf", "%PDF-1.7 Inhalt"u8.ToArray()));
        page.QuerySelector(".banner--good")!.Line().ShouldContain("„Lageplan.pdf“");
        var address = page.QuerySelector("tbody th a")!.GetAttribute("href")!;
        var file = await browser.Client.GetAsync(address);

        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentDisposition.FileName.ShouldBe("Lageplan.pdf");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        (await file.Content.ReadAsStringAsync()).ShouldBe("%PDF-1.7 Inhalt");
        Directory.EnumerateFiles(Path.Combine(city.Program.DataPath, "attachments"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).ShouldContain(Guid.Parse(address.Split('/')[^1]).ToString("N"));
        (await (await city.SignInAsync("citizen")).Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await browser.StepAsync(id, "8", page.QuerySelector("tbody button")!.GetAttribute("value")!);
        (await browser.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/proposals/{id}/documents")).QuerySelector(".empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_wrong_type_is_refused_beside_the_field()
    {
        var (browser, id) = await BeginAsync();

        var answer = await UploadAsync(browser, id, "Rechnung.pdf", "MZ\0\0 a program"u8.ToArray());

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await answer.PageAsync()).QuerySelector("#Upload-error")!.Line().ShouldContain("lässt sich nicht anhängen");
    }

    [Fact]
    public async Task A_file_that_is_too_big_is_413_on_the_page_and_a_much_too_big_one_before_it_is_read()
    {
        var (browser, id) = await BeginAsync();

        var big = await UploadAsync(browser, id, "gross.pdf", [.. "%PDF-"u8, .. new byte[AddAttachment.Largest]]);
        big.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await big.PageAsync()).QuerySelector("#Upload-error")!.Line().ShouldContain("größer als 20 MB");
        (await UploadAsync(browser, id, "riesig.pdf", new byte[AddAttachment.Largest + 3_000_000])).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Nothing_is_added_to_a_submitted_or_foreign_proposal()
    {
        var submitted = await city.SubmitAsync(20_000);
        var (browser, own) = await BeginAsync();

        (await PostAsync(browser, own, submitted, "a.pdf", "%PDF-"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var foreign = await city.DoAsync("office2", new CreateDraft(new()));
        (await PostAsync(browser, own, foreign, "a.pdf", "%PDF-"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<(Browser Browser, Guid Id)> BeginAsync()
    {
        var browser = await city.SignInAsync("owner");
        return (browser, await browser.BeginAsync());
    }

    private static Task<HttpResponseMessage> UploadAsync(Browser browser, Guid id, string name, byte[] bytes) => PostAsync(browser, id, id, name, bytes);

    // The form's token is the session's: a page of another proposal may have given it.
    private static async Task<HttpResponseMessage> PostAsync(Browser browser, Guid page, Guid id, string name, byte[] bytes)
    {
        var form = (await browser.OpenAsync($"/proposals/{page}/edit/8")).QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        form.GetAttribute("enctype").ShouldBe("multipart/form-data");
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        content.Add(new StringContent("upload"), "Go");
        content.Add(new ByteArrayContent(bytes), "Upload", name);
        return await browser.Client.PostAsync($"/proposals/{id}/edit/8", content);
    }
}
