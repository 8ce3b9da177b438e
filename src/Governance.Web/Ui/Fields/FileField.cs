using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>Files to upload; the form needs <c>enctype="multipart/form-data"</c>. A browser never keeps the chosen files.</summary>
[HtmlTargetElement("ui-field-file")]
public sealed class FileField(TextCatalog texts) : InputField(texts)
{
    /// <summary>Kinds of files, as the browser wants them: <c>.pdf,.docx</c>.</summary>
    public string? Accept { get; set; }

    /// <summary>Several files at once.</summary>
    public bool Many { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Control(IHtmlContent content) => Markup.Empty("input", ControlClass() + " file")
        .With("type", "file").With("accept", Accept).Flag("multiple", Many);
}
