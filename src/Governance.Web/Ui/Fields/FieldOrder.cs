using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Governance.Web.Ui.Fields;

/// <summary>The fields of a page in the order in which they stand there, so that the error summary can follow it.</summary>
public static class FieldOrder
{
    /// <summary>Name and label of the fields written so far.</summary>
    public static List<(string Name, string Label)> Of(HttpContext context)
    {
        if (context.Items[typeof(FieldOrder)] is List<(string, string)> known) return known;
        var fields = new List<(string, string)>();
        context.Items[typeof(FieldOrder)] = fields;
        return fields;
    }

    /// <summary>Content made when the page is sent: by then the fields below the summary are known.</summary>
    public static IHtmlContent Later(Func<IHtmlContent> make) => new Deferred(make);

    private sealed class Deferred(Func<IHtmlContent> make) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => make().WriteTo(writer, encoder);
    }
}
