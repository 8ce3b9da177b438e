namespace Governance.Web.Ui.Shell;

/// <summary>What the layout shows around a page.</summary>
/// <param name="City">Name of the city, under the brand.</param>
/// <param name="Office">Who answers for the site, in the footer.</param>
/// <param name="Account">Who is signed in; null for visitors.</param>
/// <param name="Navigation">The entries this person may open, in order.</param>
/// <param name="Footer">Imprint, privacy, accessibility.</param>
/// <param name="SearchHref">Target of the search; null hides it.</param>
public sealed record Surroundings(
    string City, string Office, Account? Account, IReadOnlyList<NavigationEntry> Navigation,
    IReadOnlyList<NavigationEntry> Footer, string? SearchHref);

/// <summary>The signed-in person.</summary>
/// <param name="Name">Shown in the head; its initials make the mark.</param>
/// <param name="Function">"Ausschussmitglied", already in the user's language.</param>
/// <param name="Menu">Entries of the account menu.</param>
/// <param name="SignOutHref">Where the sign-out form posts to; null hides it.</param>
public sealed record Account(string Name, string Function, IReadOnlyList<NavigationEntry> Menu, string? SignOutHref)
{
    /// <summary>First letters of the first and the last name, without academic titles.</summary>
    public string Initials
    {
        get
        {
            var names = Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.EndsWith('.')).ToArray();
            return names.Length switch { 0 => "", 1 => names[0][..1], _ => string.Concat(names[0][..1], names[^1][..1]) };
        }
    }
}

/// <summary>One entry of a menu.</summary>
/// <param name="Href">Address; the entry is current on this address and on everything below it.</param>
/// <param name="Label">Text in the user's language.</param>
/// <param name="Count">Open items beside the label; null shows none.</param>
/// <param name="CountLabel">What is counted, for screen readers: "offene Aufgaben".</param>
public sealed record NavigationEntry(string Href, string Label, int? Count = null, string? CountLabel = null)
{
    /// <summary>Whether the page at this path belongs to the entry. The start page only to itself.</summary>
    public bool Covers(PathString path) =>
        Href == "/" ? path == "/" : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}
