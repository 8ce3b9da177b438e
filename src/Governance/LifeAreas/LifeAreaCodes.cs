namespace Governance.LifeAreas;

/// <summary>Codes of the six life areas (Lebensbereiche) of the guideline.</summary>
public static class LifeAreaCodes
{
    /// <summary>Mobilität.</summary>
    public const string Mobility = "mobility";

    /// <summary>Bildung.</summary>
    public const string Education = "education";

    /// <summary>Umwelt.</summary>
    public const string Environment = "environment";

    /// <summary>Gesundheit.</summary>
    public const string Health = "health";

    /// <summary>Zivile Sicherheit.</summary>
    public const string Safety = "safety";

    /// <summary>Gesellschaftliches Zusammenleben.</summary>
    public const string Society = "society";

    /// <summary>All six in the guideline's order.</summary>
    public static IReadOnlyList<string> All { get; } = [Mobility, Education, Environment, Health, Safety, Society];
}
