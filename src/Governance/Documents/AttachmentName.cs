using System.Globalization;

namespace Governance.Documents;

/// <summary>Names of files as people read them. They name nothing on the disk.</summary>
public static class AttachmentName
{
    private const int Longest = 150;
    private const string Refused = "<>:\"|?*%";

    /// <summary>The name without folders, control and direction characters, not too long, its ending kept.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new string([.. last.Where(letter => !Refused.Contains(letter, StringComparison.Ordinal) && IsPrinted(letter))]).Trim(' ', '.', '\u00A0');
        var ending = Path.GetExtension(clean);
        var stem = clean[..^ending.Length].Trim();
        if (stem.Length == 0)
            stem = "Datei";
        return stem.Length + ending.Length <= Longest || ending.Length > 10 ? Cut(stem + ending) : stem[..(Longest - ending.Length)].TrimEnd() + ending;
    }

    private static string Cut(string name) => name.Length <= Longest ? name : name[..Longest];

    private static bool IsPrinted(char letter) => char.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse);
}
