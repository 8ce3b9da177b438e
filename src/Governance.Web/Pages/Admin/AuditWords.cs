using Governance.Audit;
using Governance.Web.Texts;

namespace Governance.Web.Pages.Admin;

/// <summary>What was done to people, bodies, the authority table and texts, as sentences.</summary>
public sealed class AuditWords(TextCatalog texts)
{
    // Codes among the facts, and where their words are.
    private static readonly Dictionary<string, string> Terms = new(StringComparer.Ordinal)
    {
        ["role"] = "Account.Role.", ["roles"] = "Account.Role.", ["function"] = "Bodies.Function.", ["procedure"] = "Bodies.Procedure.",
    };

    /// <summary>What happened, in a few words.</summary>
    public string Heading(AuditLine entry) => texts[$"Admin.Audit.{entry.Action}"];

    /// <summary>The facts of it; empty when there is nothing to add.</summary>
    public string Sentence(AuditLine entry)
    {
        var key = $"Admin.AuditFacts.{entry.Action}";
        return texts.Has(key) ? FactText.Fill(texts[key], FactText.Read(entry.Facts).ToDictionary(fact => fact.Key, fact => Word(fact.Key, fact.Value), StringComparer.Ordinal)) : "";
    }

    private object? Word(string name, object? fact) => fact switch
    {
        string { Length: 0 } => null,
        string code when Terms.TryGetValue(name, out var area) && texts.Has(area + code) => texts[area + code],
        object?[] codes => codes.Select(code => Word(name, code)).ToArray(),
        _ => fact,
    };
}
