using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace Governance.Persistence;

/// <summary>Finds texts that not every database keeps: NUL, which PostgreSQL refuses, other control characters besides tabs and line
/// breaks, and what is no character at all: U+FFFE, U+FFFF, and halves of one that came without the other half. Asked for every use case, so that none can forget it.</summary>
internal static class ReadableText
{
    private const int Deepest = 8;
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    /// <summary>The path of the first text of a request that cannot be kept, as rules name it (<c>Content.Costs[2].Kind</c>), or null.</summary>
    public static string? Broken(object request) => In(request, "", 0);

    /// <summary>Whether a text can be kept.</summary>
    public static bool IsReadable(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (letter is < ' ' and not ('\t' or '\n' or '\r') or '\u007F' or >= '\uFFFE')
                return false;
            if (!char.IsSurrogate(letter))
                continue;
            if (!char.IsHighSurrogate(letter) || place + 1 == text.Length || !char.IsLowSurrogate(text[place + 1]))
                return false;
            place++;
        }

        return true;
    }

    private static string? In(object? value, string path, int depth)
    {
        switch (value)
        {
            case null or byte[] or Stream:
                return null;
            case string text:
                return IsReadable(text) ? null : path;
            case IEnumerable many:
                return many.Cast<object?>().Select((item, index) => In(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), depth + 1)).FirstOrDefault(found => found is not null);
        }

        if (depth > Deepest)
            return null;
        foreach (var part in Parts.GetOrAdd(value.GetType(), TextParts))
            if (In(part.GetValue(value), path.Length == 0 ? part.Name : $"{path}.{part.Name}", depth + 1) is { } found)
                return found;
        return null;
    }

    // Numbers, days and ids hold no text; what other libraries define is none of the product's requests.
    private static PropertyInfo[] TextParts(Type type) => type.Assembly != typeof(ReadableText).Assembly || type.IsEnum ? [] :
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(part => part.GetIndexParameters().Length == 0 && part.CanWrite && !part.PropertyType.IsPrimitive),
    ];
}
