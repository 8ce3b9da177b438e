using Governance.Texts;

namespace Governance.Bodies;

/// <summary>Bodies in reasons. Whoever reads a reason years later reads the name that the body had.</summary>
internal static class BodyTerm
{
    private const string Kind = "body";

    /// <summary>The body by its name of today.</summary>
    public static Term Of(Body body) => Of(body.Code, new(body.NameDe, body.NameEn));

    /// <summary>The same reason with the names that the city gives its bodies; the rules know codes alone.</summary>
    /// <param name="reason">As a rule gave it.</param>
    /// <param name="names">The names by code; a body that is not among them keeps its code.</param>
    public static Reason Named(this Reason reason, IReadOnlyDictionary<string, LocalText> names) =>
        reason with { Facts = reason.Facts.ToDictionary(fact => fact.Key, fact => Named(fact.Value, names), StringComparer.Ordinal) };

    private static object? Named(object? fact, IReadOnlyDictionary<string, LocalText> names) => fact switch
    {
        Term { Kind: Kind } term when names.TryGetValue(term.Code, out var name) => Of(term.Code, name),
        Term[] terms => terms.Select(term => Named(term, names)).ToArray(),
        _ => fact,
    };

    private static Term Of(string code, LocalText name) => new(Kind, code) { Name = name };
}
