using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Governance.Web.Texts;

/// <summary>
/// All texts, by key. The first part of a key names the file: <c>Ui.Save</c> stands in <c>Texts/Ui.de.resx</c> and
/// <c>Texts/Ui.en.resx</c>; every capability brings files of its own. Texts are never HTML.
/// </summary>
public sealed class TextCatalog
{
    private readonly ConcurrentDictionary<string, ResourceManager> files = new(StringComparer.Ordinal);

    /// <summary>The text in the language of the request.</summary>
    /// <exception cref="MissingManifestResourceException">No such file or key: tests find this before users do.</exception>
    public string this[string key] => Find(key, CultureInfo.CurrentUICulture);

    /// <summary>The text with its facts filled in, numbers and dates formatted as on every page.</summary>
    public string this[string key, params object?[] facts] =>
        string.Format(CultureInfo.CurrentCulture, this[key], facts);

    /// <summary>The text for a number: <c>key.One</c> for 1, otherwise <c>key.Other</c>, with the number as {0}.</summary>
    public string Count(string key, long number, params object?[] facts) =>
        this[key + (number == 1 ? ".One" : ".Other"), [number, .. facts]];

    /// <summary>Whether the key has a text in the language of the request.</summary>
    public bool Has(string key) => Look(key, CultureInfo.CurrentUICulture) is not null;

    private string Find(string key, CultureInfo language) =>
        Look(key, language) ?? throw new MissingManifestResourceException($"No text \"{key}\" in {language.Name}.");

    private string? Look(string key, CultureInfo language)
    {
        var file = key[..Math.Max(0, key.IndexOf('.', StringComparison.Ordinal))];
        var manager = files.GetOrAdd(file, static name =>
            new ResourceManager($"{typeof(TextCatalog).Namespace}.{name}", typeof(TextCatalog).Assembly));
        // Outside a request the language may be the invariant one, which has no file: German is the default.
        var known = language.TwoLetterISOLanguageName is "de" or "en" ? language : CultureInfo.GetCultureInfo("de");
        // Not GetString: without a neutral file it throws for a missing key instead of answering null.
        return manager.GetResourceSet(known, createIfNotExists: true, tryParents: false)?.GetString(key);
    }
}
