using System.IO.Compression;
using System.Text;
using Governance.Documents;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Documents;

public sealed class AttachmentTests
{
    [Theory]
    [OnEachDatabase]
    public async Task A_file_is_added_by_the_owner_while_the_proposal_can_be_changed_and_removal_keeps_the_row(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 0);
        var id = await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(20_000)));

        var file = await city.Do(city["owner"], new AddAttachment(id, "../../x.pdf", Bytes("%PDF-1.7")));

        var row = await city.Look(db => db.Set<Attachment>().SingleAsync());
        (row.FileName, row.MediaType, row.Size, row.Sha256.Length).ShouldBe(("x.pdf", "application/pdf", 8, 64));
        (await city.Send(city["owner2"], new AddAttachment(id, "x.pdf", Bytes("%PDF-1.7")))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city["owner2"], new OpenAttachment(id, file))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city["owner2"], new RemoveAttachment(id, file))).Error!.Code.ShouldBe("access.forbidden");
        await using (var content = (await city.Do(city["owner"], new OpenAttachment(id, file))).Content)
            (await new StreamReader(content).ReadToEndAsync()).ShouldBe("%PDF-1.7");

        await city.Do(city["owner"], new RemoveAttachment(id, file));
        (await city.Send(city["owner"], new RemoveAttachment(id, file))).Error!.Code.ShouldBe("document.not-found");
        (await city.Send(city["owner"], new OpenAttachment(id, file))).Error!.Code.ShouldBe("document.not-found");
        (await city.Look(db => db.Set<Attachment>().SingleAsync())).RemovedAt.ShouldNotBeNull();
        (await city.Do(city["owner"], new GetHistory(id))).Select(entry => entry.Action).ShouldBe(["proposal.drafted", "document.added", "document.removed"]);

        await city.Do(city["owner"], new SubmitProposal(id, 0));
        (await city.Send(city["owner"], new AddAttachment(id, "y.pdf", Bytes("%PDF-1.7")))).Error!.Code.ShouldBe("proposal.not-editable");
    }

    [Fact]
    public async Task A_proposal_has_at_most_fifty_files_and_each_at_most_twenty_megabytes()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 0);
        var id = await city.Do(city["owner"], new CreateDraft(new()));

        (await city.Send(city["owner"], new AddAttachment(id, "x.pdf", new MemoryStream(new byte[AddAttachment.Largest + 1])))).Error!.Code.ShouldBe("document.too-large");
        (await city.Send(city["owner"], new AddAttachment(id, "x.pdf", new MemoryStream()))).Error!.Code.ShouldBe("document.empty");
        foreach (var number in Enumerable.Range(1, RecordAttachment.Most))
            await city.Do(city["owner"], new AddAttachment(id, $"{number}.txt", Bytes("text")));
        (await city.Send(city["owner"], new AddAttachment(id, "51.txt", Bytes("text")))).Error!.Code.ShouldBe("document.too-many");
    }

    [Fact]
    public async Task A_row_is_never_written_without_its_bytes()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 0);
        var id = await city.Do(city["owner"], new CreateDraft(new()));

        (await city.Send(city["owner"], new RecordAttachment(id, Guid.NewGuid(), "x.pdf", "application/pdf", 8, ""))).Error!.Code.ShouldBe("document.not-found");
    }

    [Fact]
    public async Task The_content_decides_what_a_file_is()
    {
        (await Kind("a.pdf", Bytes("%PDF-1.4"))).ShouldBe("application/pdf");
        (await Kind("a.PNG", new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))).ShouldBe("image/png");
        (await Kind("a.jpeg", new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0]))).ShouldBe("image/jpeg");
        (await Kind("a.csv", Bytes("Straße;Länge"))).ShouldBe("text/csv");
        (await Kind("a.txt", Bytes("Grüße\n"))).ShouldBe("text/plain");
        (await Kind("a.docx", Zip(("[Content_Types].xml", ""), ("word/document.xml", "")))).ShouldEndWith("wordprocessingml.document");
        (await Kind("a.xlsx", Zip(("[Content_Types].xml", ""), ("xl/workbook.xml", "")))).ShouldEndWith("spreadsheetml.sheet");
        (await Kind("a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")))).ShouldBe("application/vnd.oasis.opendocument.text");

        (await Kind("a.pdf", Bytes("MZ program"))).ShouldBeNull();
        (await Kind("a.docx", Bytes("%PDF-1.4"))).ShouldBeNull();
        (await Kind("a.pdf.exe", Bytes("%PDF-1.4"))).ShouldBeNull();
        (await Kind("a.html", Bytes("<script>"))).ShouldBeNull();
        (await Kind("a.txt", new MemoryStream(Encoding.Latin1.GetBytes("Grüße")))).ShouldBeNull();
        (await Kind("a.txt", Bytes("a\0b"))).ShouldBeNull();
        (await Kind("a.docx", Zip(("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "")))).ShouldBeNull();
        (await Kind("a.docx", Zip(("readme.txt", "")))).ShouldBeNull();
        (await Kind("a.odt", Zip(("mimetype", "application/x-something-else-of-same-length"), ("content.xml", "")))).ShouldBeNull();
        (await Kind("a.docx", new MemoryStream([.. "PK\u0003\u0004"u8, 1, 2, 3]))).ShouldBeNull();
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData(@"C:\Users\x\Plan.pdf", "Plan.pdf")]
    [InlineData("a\u202Efdp.exe.pdf", "afdp.exe.pdf")]
    [InlineData("  Lage\r\nplan .pdf ", "Lageplan.pdf")]
    [InlineData("<b>x<b>.pdf", "bxb.pdf")]
    [InlineData("..", "Datei")]
    [InlineData(".pdf", "pdf")]
    [InlineData(null, "Datei")]
    public void A_name_is_for_people_only(string? sent, string shown) => AttachmentName.Clean(sent).ShouldBe(shown);

    [Fact]
    public void A_long_name_keeps_its_ending() => AttachmentName.Clean(new string('x', 400) + ".pdf").ShouldSatisfyAllConditions(name => name.Length.ShouldBe(150), name => name.ShouldEndWith(".pdf"));

    private static async Task<string?> Kind(string name, Stream content) => (await AttachmentKind.OfAsync(content, name, CancellationToken.None))?.MediaType;

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Zip(params (string Name, string Text)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
                using (var writer = new StreamWriter(archive.CreateEntry(name).Open()))
                    writer.Write(text);
        stream.Position = 0;
        return stream;
    }
}
