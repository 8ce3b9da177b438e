using Governance.Web.Texts;
using Governance.Web.Ui.Fields;

namespace Governance.Web.Pages.Styleguide;

/// <summary>Every component in its states; also what the browser tests look at.</summary>
public sealed class IndexModel(IWebHostEnvironment environment, TextCatalog texts) : StyleguidePage(environment, texts)
{
    /// <summary>A day in a field.</summary>
    public DateOnly End { get; } = new(2028, 9, 30);

    /// <summary>An amount in a field.</summary>
    [Euro]
    public long? Amount { get; } = 18_640_000;

    /// <summary>A chosen answer.</summary>
    public string Kind { get; } = "share";
}
