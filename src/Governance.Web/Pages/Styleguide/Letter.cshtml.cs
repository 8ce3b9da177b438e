using Governance.Web.Texts;

namespace Governance.Web.Pages.Styleguide;

/// <summary>A letter as it will be printed.</summary>
public sealed class LetterModel(IWebHostEnvironment environment, TextCatalog texts) : StyleguidePage(environment, texts);
